import { setTimeout } from 'node:timers/promises';
import type { SkipCode } from '../../../../shared/contract/records.ts';
import type { FoundFile } from './find-files.ts';
import { Skipped } from './source-text.ts';

/** Files under way or waiting to be stored: enough that reading never waits for storing, and little memory. */
const MOST_FILES = 64;
const MOST_BYTES = 8 * 1024 * 1024;
/** A packed file counts for about what it may become: one that bursts waits alone. */
const PACKED = 25;
const isPacked = /\.docx$/i;

export type Read<Value> = { file: string; value: Value } | { file: string; code: SkipCode };

/** How long somebody who wants it to stop waits for a file that takes long. */
const LOOK_AGAIN_IN_MS = 50;

type Outcome<Value> = Read<Value> | { error: unknown };
type UnderWay<Value> = { bytes: number; outcome: Promise<Outcome<Value>>; settled: boolean };

/** What is read of some files, in their order, read ahead while the one before is dealt with. It ends early when asked to stop. */
export async function* readAhead<Value>(
  files: readonly FoundFile[],
  read: (file: string) => Promise<Value>,
  signal: { readonly aborted: boolean },
): AsyncGenerator<Read<Value>> {
  const underWay: UnderWay<Value>[] = [];
  const rest = files.values();
  let bytes = 0;
  for (;;) {
    while (underWay.length === 0 || (underWay.length < MOST_FILES && bytes < MOST_BYTES)) {
      const { value: file, done } = rest.next();
      if (done === true) break;
      const one = begin(file, read);
      bytes += one.bytes;
      underWay.push(one);
    }
    const first = underWay.shift();
    if (first === undefined) return;
    while (!first.settled && !signal.aborted) {
      await Promise.race([first.outcome, setTimeout(LOOK_AGAIN_IN_MS)]);
    }
    if (signal.aborted) return;
    bytes -= first.bytes;
    const outcome = await first.outcome;
    if ('error' in outcome) throw outcome.error;
    yield outcome;
  }
}

function begin<Value>(file: FoundFile, read: (file: string) => Promise<Value>): UnderWay<Value> {
  const bytes = 'code' in file ? 0 : file.sizeInBytes * (isPacked.test(file.path) ? PACKED : 1);
  const one = { bytes, outcome: outcomeOf(file, read), settled: false };
  void one.outcome.then(() => (one.settled = true));
  return one;
}

/** Never rejects: nobody may be waiting for it yet. */
async function outcomeOf<Value>(
  file: FoundFile,
  read: (file: string) => Promise<Value>,
): Promise<Outcome<Value>> {
  if ('code' in file) return { file: file.path, code: file.code };
  try {
    return { file: file.path, value: await read(file.path) };
  } catch (error) {
    return error instanceof Skipped ? { file: file.path, code: error.code } : { error };
  }
}
