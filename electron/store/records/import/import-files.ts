import type { Database } from 'better-sqlite3';
import { setImmediate } from 'node:timers/promises';
import type { InputOf, JobControl, OutputOf } from '../../../../shared/contract/define.ts';
import type { RecordKind, records } from '../../../../shared/contract/records.ts';
import { Failure } from '../../../../shared/errors.ts';
import type { Clock } from '../../context.ts';
import { findFiles, type FoundFile } from './find-files.ts';
import { importFile } from './import-file.ts';
import { Skipped } from './source-text.ts';

type Import = (typeof records)['records.import'];
type Report = OutputOf<Import>;

/**
 * Imports one file after another, each in a transaction of its own. Between files it lets other calls through and
 * looks whether it should stop. Fails: `cancelled`, `disk-full`; what was taken so far stays.
 */
export async function importFiles(
  db: Database,
  input: InputOf<Import>,
  clock: Clock,
  control: JobControl,
): Promise<Report> {
  const report: Report = { imported: 0, recognisedAgain: 0, skipped: [], records: [], notKept: [] };
  control.report({ done: 0, total: 0, phase: 'collecting' });
  const files = await findFiles(input.paths);
  for (const [done, file] of files.entries()) {
    control.report({ done, total: files.length, phase: 'reading' });
    await setImmediate();
    if (control.signal.aborted) throw new Failure('cancelled');
    await takeFile(db, file, input.kind, clock, report);
  }
  control.report({ done: files.length, total: files.length, phase: 'reading' });
  return report;
}

async function takeFile(
  db: Database,
  file: FoundFile,
  kind: RecordKind,
  clock: Clock,
  report: Report,
): Promise<void> {
  if ('code' in file) {
    report.skipped.push({ file: file.path, code: file.code });
    return;
  }
  try {
    const taken = await importFile(db, file.path, kind, clock);
    if (taken === 'recognised-again') {
      report.recognisedAgain += 1;
      return;
    }
    report.imported += 1;
    report.records.push({ id: taken.id, title: taken.title });
    for (const [what, count] of taken.notKept) {
      report.notKept.push({ file: file.path, what, count });
    }
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
    report.skipped.push({ file: file.path, code: error.code });
  }
}
