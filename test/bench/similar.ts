import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import type { RecordId } from '../../shared/contract/records.ts';
import { paletteEntries } from '../../electron/store/palette/palette-entries.ts';
import { similarInSteps } from '../../electron/store/search/similar/find-similar.ts';
import { subjectOfPassage, subjectOfRecord } from '../../electron/store/search/similar/subject.ts';
import type { Steps } from '../../electron/store/search/steps.ts';
import { createFinder } from '../../renderer/palette/finder.ts';
import type { Entry } from '../../renderer/palette/prepare.ts';
import { idOf, openIndexedLibrary } from './indexed-library.ts';

/**
 * Similar cases and the palette: `npm run bench -- similar [--large]`, over 10,000 records or 100,000. The longest step is
 * how long others wait for the store.
 */
export async function run(flags: string[]): Promise<void> {
  const count = flags.includes('--large') ? 100_000 : 10_000;
  const folder = mkdtempSync(path.join(tmpdir(), 'jianzhi-bench-'));
  try {
    const db = await openIndexedLibrary(folder, count);
    console.log(`${count} records`);
    measureSimilar(db, count);
    await measurePalette(db);
    db.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Timed<Value> = { value: Value; whole: number; longest: number };

/** Milliseconds, of all steps together and of the longest. */
function timed<Value>(steps: Steps<Value>): Timed<Value> {
  let whole = 0;
  let longest = 0;
  for (;;) {
    const start = performance.now();
    const { done, value } = steps.next();
    const took = performance.now() - start;
    whole += took;
    longest = Math.max(longest, took);
    if (done === true) return { value, whole, longest };
  }
}

function measureSimilar(db: Database, count: number): void {
  const first = timed(
    similarInSteps(db, subjectOfRecord(db, idOf(1) as RecordId), { limit: 10, withOthers: false }),
  );
  line('the first, with the sample', show([first.whole]), `longest step ${show([first.longest])}`);
  const all = Array.from({ length: 40 }, (_, at) => {
    const id = idOf(1 + Math.floor((at * count) / 40)) as RecordId;
    return timed(similarInSteps(db, subjectOfRecord(db, id), { limit: 10, withOthers: false }));
  });
  const found = all.reduce((sum, { value }) => sum + value.length, 0) / all.length;
  const longest = Math.max(...all.map((one) => one.longest));
  line('similar to a record, p50 / p95 / most', show(all.map(({ whole }) => whole)));
  line('', `longest step ${show([longest])}, ${found.toFixed(1)} found in the mean`);
  const passage = subjectOfRecord(db, idOf(7) as RecordId).folded.slice(300, 700);
  const some = Array.from({ length: 10 }, () =>
    timed(similarInSteps(db, subjectOfPassage(passage), { limit: 10, withOthers: false })),
  );
  line('similar to 400 characters', show(some.map(({ whole }) => whole)));
}

async function measurePalette(db: Database): Promise<void> {
  const input = { names: [], asker: undefined };
  const cold = timed(paletteEntries(db, input));
  const warm = timed(paletteEntries(db, input));
  line('palette: entries, first / again', `${show([cold.whole])} / ${show([warm.whole])}`);
  line('', `longest step ${show([cold.longest])}, ${cold.value.records.length} records`);
  const entries: Entry[] = cold.value.records.map((record) => ({
    key: `record:${record.id}`,
    label: record.title,
    texts: [...record.caseNumbers, ...record.keywords],
    sounds: [record.sounds],
  }));
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const finder = createFinder();
  const start = performance.now();
  await finder.load(entries);
  line('palette: loaded into the window', show([performance.now() - start]));
  globalThis.gc?.();
  const megabytes = (process.memoryUsage().heapUsed - before) / 1_000_000;
  line(
    '',
    `${megabytes.toFixed(1)} MB${globalThis.gc === undefined ? ' (before collection)' : ''}`,
  );
  const typed = [
    '假',
    '假冒',
    'j',
    'jm',
    'jiamao',
    'shangye',
    '2019',
    '岚0102',
    'shsngbiao',
    '林某 假冒',
  ];
  const times = typed.flatMap((text) =>
    Array.from({ length: 5 }, () => {
      const begin = performance.now();
      finder.find(text, []);
      return performance.now() - begin;
    }),
  );
  line('palette: found, p50 / p95 / most', show(times));
}

function show(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return sorted.length === 1 ? `${at(0)} ms` : `${at(0.5)} / ${at(0.95)} / ${at(1)} ms`;
}

function line(name: string, ...values: string[]): void {
  console.log(`  ${name.padEnd(40)} ${values.join(' · ')}`);
}
