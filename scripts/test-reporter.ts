import { inspect } from 'node:util';
import type { TestEvent } from 'node:test/reporters';

/** Says nothing about tests that pass, everything about those that fail, and the totals in one last line for run-tests. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    if (event.type === 'test:fail' && event.data.details.type !== 'suite')
      yield failure(event.data);
    if (event.type === 'test:stdout' || event.type === 'test:stderr') yield event.data.message;
    if (event.type === 'test:summary' && event.data.file === undefined)
      yield `${COUNTS_MARK}${JSON.stringify(event.data.counts)}\n`;
  }
}

export const COUNTS_MARK = 'counts: ';

type Fail = Extract<TestEvent, { type: 'test:fail' }>['data'];

function failure({ name, file, line, details, todo }: Fail): string {
  if (todo !== undefined) return '';
  const { error } = details;
  return `\n✗ ${name}\n  ${file}:${line}\n${inspect(error.cause ?? error, { depth: 6 })}\n`;
}
