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

/** See `sources.import`. Everything is read before anything is stored; in between others get their turn. */
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
    if (index % AT_ONCE === 0) await pause(db, control, 'reading', index, values.length);
    const item = readOne(value, index + 1, report);
    if (item !== null) items.push(item);
  }
  for (let start = 0; start < items.length; start += AT_ONCE) {
    await pause(db, control, 'storing', start, items.length);
    store(db, clock, items.slice(start, start + AT_ONCE), report);
  }
  control.report({ done: items.length, total: items.length, phase: 'storing' });
  return report;
}

async function pause(
  db: Database,
  control: JobControl,
  phase: string,
  done: number,
  total: number,
): Promise<void> {
  control.report({ done, total, phase });
  await turn();
  if (control.signal.aborted) throw new Failure('cancelled');
  if (!db.open) throw new Failure('workspace-closed');
}

function store(db: Database, clock: Clock, items: readonly SourceItem[], report: Report): void {
  const write = db.transaction(() => {
    const fresh = items.filter((item) => {
      if (findTwins(db, item, null).length > 0) return false;
      insertSource(db, item, clock());
      return true;
    });
    return fresh.length;
  });
  const imported = write.immediate();
  report.imported += imported;
  report.known += items.length - imported;
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
