import type { Database } from 'better-sqlite3';
import { setImmediate } from 'node:timers/promises';
import type { InputOf, JobControl, OutputOf } from '../../../../shared/contract/define.ts';
import type { records } from '../../../../shared/contract/records.ts';
import { Failure } from '../../../../shared/errors.ts';
import type { Clock } from '../../context.ts';
import { findFiles, type FoundFile } from './find-files.ts';
import { importFile, type Choice } from './import-file.ts';
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
  const chosen = new Map(input.choices.map((choice) => [`${choice.part} ${choice.file}`, choice]));
  for (const [done, file] of files.entries()) {
    control.report({ done, total: files.length, phase: 'reading' });
    await setImmediate();
    if (control.signal.aborted) throw new Failure('cancelled');
    const choose = (part: number): Choice =>
      chosen.get(`${part} ${file.path}`) ?? { kind: input.kind, hash: null };
    await takeFile(db, file, choose, clock, report);
  }
  control.report({ done: files.length, total: files.length, phase: 'reading' });
  return report;
}

async function takeFile(
  db: Database,
  file: FoundFile,
  choose: (part: number) => Choice,
  clock: Clock,
  report: Report,
): Promise<void> {
  if ('code' in file) {
    report.skipped.push({ file: file.path, code: file.code });
    return;
  }
  try {
    const taken = await importFile(db, file.path, choose, clock);
    report.recognisedAgain += taken.recognisedAgain;
    report.imported += taken.records.length;
    report.records.push(...taken.records);
    if (taken.records.length === 0) return;
    for (const [what, count] of taken.notKept) {
      report.notKept.push({ file: file.path, what, count });
    }
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
    report.skipped.push({ file: file.path, code: error.code });
  }
}
