import type { Database } from 'better-sqlite3';
import { setImmediate } from 'node:timers/promises';
import type { InputOf, JobControl, OutputOf } from '../../../../shared/contract/define.ts';
import type { records } from '../../../../shared/contract/records.ts';
import { sectionText } from '../../../../shared/document/tree.ts';
import { Failure } from '../../../../shared/errors.ts';
import type { Clock } from '../../context.ts';
import { findFiles, type FoundFile } from './find-files.ts';
import { readFile, storeFiles, type Choice, type ReadFile } from './import-file.ts';
import { Skipped } from './source-text.ts';

type Import = (typeof records)['records.import'];
type Report = OutputOf<Import>;

/**
 * Most of an import's time goes into making a transaction last. Some files share one, so few and so short that nobody
 * waits for it noticeably, and that a crash leaves little to be read again.
 */
const MOST_FILES = 16;
const MOST_CHARACTERS = 60_000;

type Waiting = { path: string; file: ReadFile }[];
type Run = { db: Database; clock: Clock; report: Report; waiting: Waiting; characters: number };

/**
 * Imports one file after another, each whole or not at all. Between files it lets other calls through and looks whether
 * it should stop. Fails: `cancelled`, `disk-full`; what was taken so far stays.
 */
export async function importFiles(
  db: Database,
  input: InputOf<Import>,
  clock: Clock,
  control: JobControl,
): Promise<Report> {
  const report: Report = { imported: 0, recognisedAgain: 0, skipped: [], records: [], notKept: [] };
  const run: Run = { db, clock, report, waiting: [], characters: 0 };
  control.report({ done: 0, total: 0, phase: 'collecting' });
  const files = await findFiles(input.paths);
  const chosen = new Map(input.choices.map((choice) => [`${choice.part} ${choice.file}`, choice]));
  for (const [done, file] of files.entries()) {
    control.report({ done, total: files.length, phase: 'reading' });
    await setImmediate();
    if (control.signal.aborted) {
      store(run);
      throw new Failure('cancelled');
    }
    await take(
      run,
      file,
      (part) => chosen.get(`${part} ${file.path}`) ?? { kind: input.kind, hash: null },
    );
  }
  store(run);
  control.report({ done: files.length, total: files.length, phase: 'reading' });
  return report;
}

async function take(run: Run, file: FoundFile, choose: (part: number) => Choice): Promise<void> {
  if ('code' in file) {
    run.report.skipped.push({ file: file.path, code: file.code });
    return;
  }
  try {
    const read = await readFile(file.path, choose);
    run.waiting.push({ path: file.path, file: read });
    for (const { document } of read.records) {
      for (const section of document.sections) run.characters += sectionText(section).length;
    }
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
    run.report.skipped.push({ file: file.path, code: error.code });
  }
  if (run.waiting.length >= MOST_FILES || run.characters >= MOST_CHARACTERS) store(run);
}

/** Stores what is waiting. If that fails, each file is tried alone: those before the one that fails stay. */
function store(run: Run): void {
  const { waiting } = run;
  run.waiting = [];
  run.characters = 0;
  try {
    note(run, waiting);
  } catch (error) {
    if (waiting.length === 1) throw error;
    for (const one of waiting) note(run, [one]);
  }
}

function note({ db, clock, report }: Run, waiting: Waiting): void {
  const all = storeFiles(
    db,
    waiting.map(({ file }) => file),
    clock,
  );
  for (const [index, taken] of all.entries()) {
    report.recognisedAgain += taken.recognisedAgain;
    report.imported += taken.records.length;
    report.records.push(...taken.records);
    if (taken.records.length === 0) continue;
    for (const [what, count] of taken.notKept) {
      report.notKept.push({ file: waiting[index]?.path ?? '', what, count });
    }
  }
}
