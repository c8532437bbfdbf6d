import type { Database } from 'better-sqlite3';
import { basename } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { InputOf, JobControl, OutputOf } from '../../../shared/contract/define.ts';
import type { sources } from '../../../shared/contract/sources.ts';
import { Failure } from '../../../shared/errors.ts';
import { readSourceItem, type SourceItem } from '../../../shared/sources/csl-item.ts';
import type { Clock } from '../context.ts';
import { readSmallFile } from '../files/read-small-file.ts';
import { findTwins } from './find-twins.ts';
import { insertSource } from './write-source.ts';

type Import = (typeof sources)['sources.import'];
type Report = OutputOf<Import>;

const MAX_FILE_IN_BYTES = 20 * 1024 ** 2;
const MAX_ITEMS = 20_000;
const AT_ONCE = 200;

/** See `sources.import`. Everything is read before anything is stored. */
export async function importSources(
  db: Database,
  clock: Clock,
  { file }: InputOf<Import>,
  control: JobControl,
): Promise<Report> {
  const report: Report = { imported: 0, known: 0, skipped: [], notKept: [] };
  const values = itemsIn(file);
  const items: SourceItem[] = [];
  for (const [index, value] of values.entries()) {
    if (index % AT_ONCE === 0) {
      control.report({ done: index, total: values.length, phase: 'reading' });
      await turn();
      if (control.signal.aborted) throw new Failure('cancelled');
      if (!db.open) throw new Failure('workspace-closed');
    }
    const item = readOne(value, index + 1, report);
    if (item !== null) items.push(item);
  }
  const store = db.transaction(() => {
    for (const item of items) {
      if (findTwins(db, item, null).length > 0) {
        report.known += 1;
        continue;
      }
      insertSource(db, item, clock());
      report.imported += 1;
    }
  });
  store.immediate();
  control.report({ done: values.length, total: values.length, phase: 'reading' });
  return report;
}

function readOne(value: unknown, place: number, report: Report): SourceItem | null {
  try {
    const { item, notKept } = readSourceItem(value);
    const title = item.title ?? '';
    if (notKept.length > 0) report.notKept.push({ place, title, members: notKept });
    return item;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const member = String(error.detail['member'] ?? '');
    const code = member === 'title' ? 'source-has-no-title' : 'source-invalid';
    report.skipped.push({ place, code, member });
    return null;
  }
}

/** The items of a file: a list, or one alone. Fails: as `sources.import` says. */
function itemsIn(file: string): unknown[] {
  const detail = { file: basename(file) };
  const text = readSmallFile(file, MAX_FILE_IN_BYTES);
  if (text === null) throw new Failure('source-file-too-large', detail);
  const json = parseJson(text.replace(/^\ufeff/, ''));
  const items = Array.isArray(json) ? json : [json];
  if (items.length > MAX_ITEMS) throw new Failure('source-file-too-large', detail);
  if (items.length === 0 || !items.some((item) => typeof item === 'object' && item !== null)) {
    throw new Failure('source-file-unknown', detail);
  }
  return items;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
