import type { Database } from 'better-sqlite3';
import { setImmediate } from 'node:timers/promises';
import type { InputOf, JobControl, OutputOf } from '../../../../shared/contract/define.ts';
import type { RecordKind, records } from '../../../../shared/contract/records.ts';
import type { Clock } from '../../context.ts';
import { findFiles } from './find-files.ts';
import { readAhead, type Read } from './read-ahead.ts';
import type { Choice, ReadFile } from './read-file.ts';
import { openReader, type Reader } from './reader.ts';
import { storeFiles, storeWithFiles } from './store-files.ts';

type Import = (typeof records)['records.import'];
type Report = OutputOf<Import>;

/**
 * Much of an import's time goes into making a transaction last. Some files share one, so few and so short that nobody
 * waits for it noticeably, and that a crash leaves little to be read again.
 */
const MOST_FILES = 16;
const MOST_CHARACTERS = 40_000;
/** However slowly files come in, what was read is not kept waiting longer. */
const LONGEST_WAIT_IN_MS = 500;

/** So long the import rests for others at most: it must get on, however much is asked. */
const LONGEST_WAY_IN_MS = 100;
/** Addresses of one file that a report names. */
const MOST_NAMES = 20;

type Waiting = { file: string; value: ReadFile }[];
type Run = {
  db: Database;
  clock: Clock;
  report: Report;
  waiting: Waiting;
  characters: number;
  storedAt: number;
};

/**
 * Imports one file after another, each whole or not at all: they are read in a thread of their own, ahead of what is stored. What the
 * progress says is done is on the disk. Asked to stop, it answers with what it did. Fails: `disk-full`; what was taken so far stays.
 */
export async function importFiles(
  db: Database,
  input: InputOf<Import>,
  clock: Clock,
  control: JobControl,
): Promise<Report> {
  const report: Report = {
    imported: 0,
    recognisedAgain: 0,
    skipped: [],
    asked: [],
    merged: [],
    records: [],
    notKept: [],
    notReached: 0,
  };
  control.report({ done: 0, total: 0, phase: 'collecting' });
  const found = await findFiles(input.paths, control.signal);
  const only = input.only === null ? null : new Set(input.only);
  const files = only === null ? found : found.filter(({ path }) => only.has(path));
  const choices = Map.groupBy(input.choices.map(withKind(db)), ({ file }) => file);
  const read = (reader: Reader) => (file: string) =>
    reader.ask('read', {
      file,
      kind: input.kind,
      choices: choices.get(file) ?? [],
      changes: input.changes,
    });
  const storedAt = performance.now();
  const run: Run = { db, clock, report, waiting: [], characters: 0, storedAt };
  const reader = openReader();
  let done = 0;
  try {
    control.report({ done, total: files.length, phase: 'reading' });
    for await (const one of readAhead(files, read(reader), control.signal)) {
      done += 1;
      if (await take(run, one)) control.report({ done, total: files.length, phase: 'reading' });
      await giveWay(control);
      if (control.signal.aborted) break;
    }
    await store(run);
  } finally {
    reader.close();
  }
  report.notReached = files.length - done;
  control.report({ done, total: files.length, phase: 'reading' });
  return report;
}

/** A text that is merged into a record is read as one of that record's kind. */
function withKind(db: Database) {
  const kindOf = db.prepare('SELECT kind FROM records WHERE id = ?').pluck();
  return (choice: InputOf<Import>['choices'][number]): Choice & { file: string } => {
    if (choice.into === null) return choice;
    return { ...choice, kind: (kindOf.get(choice.into) as RecordKind | undefined) ?? choice.kind };
  };
}

/** People come first: a question that is answered in steps is not made to wait for more files after each of them. */
async function giveWay({ isAsked, signal }: JobControl): Promise<void> {
  const until = performance.now() + LONGEST_WAY_IN_MS;
  do await setImmediate();
  while (isAsked?.() === true && !signal.aborted && performance.now() < until);
}

/** Answers whether nothing waits to be stored. */
async function take(run: Run, one: Read<ReadFile>): Promise<boolean> {
  if ('code' in one) run.report.skipped.push(one);
  else {
    run.waiting.push(one);
    for (const { characters } of one.value.records) run.characters += characters;
  }
  const isLong = performance.now() - run.storedAt > LONGEST_WAIT_IN_MS;
  if (isLong || run.waiting.length >= MOST_FILES || run.characters >= MOST_CHARACTERS)
    await store(run);
  return run.waiting.length === 0;
}

/** Stores what is waiting. If that fails, each file is tried alone: those before the one that fails stay. */
async function store(run: Run): Promise<void> {
  const { waiting } = run;
  run.waiting = [];
  run.characters = 0;
  run.storedAt = performance.now();
  try {
    await note(run, waiting);
  } catch (error) {
    if (waiting.length === 1) throw error;
    for (const one of waiting) await note(run, [one]);
  }
}

async function note({ db, clock, report }: Run, waiting: Waiting): Promise<void> {
  const read = waiting.map(({ value }) => value);
  const hasFiles = read.some(({ records }) => records.some(({ files }) => files.length > 0));
  const all = hasFiles ? await storeWithFiles(db, read, clock) : storeFiles(db, read, clock);
  for (const [index, taken] of all.entries()) {
    report.recognisedAgain += taken.recognisedAgain;
    report.imported += taken.records.length;
    report.records.push(...taken.records);
    report.merged.push(...taken.merged);
    const from = waiting[index];
    if (from !== undefined && from.value.asked !== null) {
      report.asked.push({ file: from.file, ...from.value.asked });
    }
    if (taken.records.length + taken.merged.length === 0 || from === undefined) continue;
    for (const [what, count] of from.value.notKept) {
      const names = what === 'remote-image' ? from.value.remote.slice(0, MOST_NAMES) : [];
      report.notKept.push({ file: from.file, what, count, names });
    }
  }
}
