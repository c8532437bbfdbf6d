import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '../../electron/store/database/migrate.ts';
import { createDatabase, openDatabase } from '../../electron/store/database/open.ts';
import { find } from '../../electron/store/search/find.ts';
import { indexRecord } from '../../electron/store/search/index-record.ts';
import { rebuildIndex } from '../../electron/store/search/rebuild-index.ts';
import {
  documentSegments,
  metaSegments,
  type SearchableRecord,
} from '../../electron/store/search/searchable.ts';
import { makeSnippet } from '../../electron/store/search/snippet.ts';
import { tidyIndex } from '../../electron/store/search/tidy-index.ts';
import { findTermHits } from '../../shared/text/find-hits.ts';
import { fold } from '../../shared/text/fold.ts';
import { termsOf } from '../../shared/text/terms.ts';
import { makeRandom, type Random } from './random.ts';
import { createLike, createMiniSearch } from './search-baselines.ts';
import { makeDearQueries, makeQueries } from './search-queries.ts';
import { timeInWindow } from './search-window.ts';
import { makeRecord, makeVocabulary, type Vocabulary } from './synthetic-library.ts';

/**
 * The promises of search, as ratios to the memory scan S in the same run: `npm run bench -- search [--large] [--no-window]`. S is
 * `includes` over every record's folded text in memory, with snippets of the first twenty. 10,000 records, or 100,000
 * with `--large`.
 */
export async function run(flags: string[]): Promise<void> {
  const count = flags.includes('--large') ? 100_000 : 10_000;
  const folder = mkdtempSync(path.join(tmpdir(), 'jianzhi-bench-'));
  try {
    await measure(folder, count, !flags.includes('--no-window'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const promises = {
  10_000: { query: 0.45, index: 0.8, open: 0.05 },
  100_000: { query: 0.3, index: 0.9, open: 0.01 },
} as const;
const roundsOfQueries = 5;
const updates = 2000;

async function measure(folder: string, count: 10_000 | 100_000, hasWindow: boolean): Promise<void> {
  const promise = promises[count];
  const random = makeRandom(20261122);
  const vocabulary = makeVocabulary(random);
  const key = randomBytes(32);
  const file = path.join(folder, 'encrypted.db');
  const encrypted = createDatabase(file, key);
  const plain = openPlain(path.join(folder, 'plain.db'));
  migrate(encrypted);
  migrate(plain);

  const texts: string[] = [];
  const bytes = fill([encrypted, plain], count, vocabulary, random, texts);
  console.log(
    `${count} records, ${Math.round(texts.join('').length / count)} characters in the mean`,
  );
  const plainSeconds = await secondsOf(() => buildIndex(plain));
  const encryptedSeconds = await secondsOf(() => buildIndex(encrypted));
  line(
    'index built, plain / encrypted',
    `${plainSeconds.toFixed(1)} / ${encryptedSeconds.toFixed(1)} s`,
  );
  promised('index ÷ text bytes', indexBytes(encrypted) / bytes, promise.index);

  const queries = makeQueries(texts, vocabulary, random);
  const [scan, onPlain, onEncrypted] = timesOf(queries, [
    (query) => void scanFor(texts, query),
    (query) => void findTop(plain, query),
    (query) => void findTop(encrypted, query),
  ]);
  line('S, p50 / p95 / p99', show(scan));
  line('plain, p50 / p95 / p99', show(onPlain));
  line('encrypted, p50 / p95 / p99', show(onEncrypted));
  promised('query p95 ÷ S p95', onEncrypted.p95 / scan.p95, promise.query);
  promised('encrypted ÷ plain, p95', onEncrypted.p95 / onPlain.p95, 1.15);
  const dear = makeDearQueries(vocabulary, makeRandom(5));
  line(
    'parts and nearness, in steps, p50 / p95 / p99',
    show(timesOfOne(dear, (query) => findTop(encrypted, query))),
  );
  measureBaselines(encrypted, queries);
  compare(encrypted, queries, texts);
  slowest(encrypted, queries);

  const load = await secondsOf(() => loadAll(encrypted));
  encrypted.close();
  const again: { db?: Database.Database } = {};
  const open = await secondsOf(() => {
    again.db = openDatabase(file, key);
    findTop(again.db, '假冒注册商标');
  });
  line(
    'loading all / open to first result',
    `${(load * 1000).toFixed(0)} / ${(open * 1000).toFixed(1)} ms`,
  );
  promised('open to first result ÷ loading all text', open / load, promise.open);
  if (again.db !== undefined) {
    measureWrites(again.db, count, vocabulary, random);
    line('index ÷ text bytes after the updates', (indexBytes(again.db) / bytes).toFixed(3));
    again.db.close();
  }
  plain.close();
  if (hasWindow) await measureWindow(count, queries);
}

/** One round each: they are slow, and only their size matters. */
function measureBaselines(db: Database.Database, queries: readonly string[]): void {
  const like = createLike(db);
  line('LIKE over every text, p50 / p95 / p99', show(timesOfOne(queries, like)));
  const titles: { search?: (query: string) => unknown } = {};
  const build = timeOf(() => {
    titles.search = createMiniSearch(db);
  });
  const { search } = titles;
  if (search === undefined) return;
  const times = show(timesOfOne(queries, search));
  line(
    'MiniSearch, titles only, p50 / p95 / p99',
    `${times}, loaded in ${(build / 1000).toFixed(1)} s`,
  );
}

function timesOfOne(queries: readonly string[], search: (query: string) => unknown): Times {
  return sorted(queries.map((query) => timeOf(() => void search(query))));
}

/** The same records again, in a workspace that the app opens. */
async function measureWindow(count: number, queries: readonly string[]): Promise<void> {
  const { inStore, inWindow } = await timeInWindow(queries, async (db) => {
    const random = makeRandom(20261122);
    fill([db], count, makeVocabulary(random), random, []);
    await buildIndex(db);
    queries.forEach((query) => findTop(db, query));
    return queries.map((query) => {
      const rounds = Array.from({ length: roundsOfQueries }, () =>
        timeOf(() => void findTop(db, query)),
      );
      return sorted(rounds).p50;
    });
  });
  const [own, through] = [sorted(inStore), sorted(inWindow)];
  line('store alone, p50 / p95 / p99', show(own));
  line('through the window’s call, p50 / p95 / p99', show(through));
  promised('through the window ÷ in the store, p95', through.p95 / own.p95, 1.5);
}

function openPlain(file: string): Database.Database {
  const db = new Database(file);
  for (const pragma of [
    'temp_store=MEMORY',
    'journal_mode=WAL',
    'synchronous=FULL',
    'secure_delete=ON',
    'cache_size=-65536',
  ]) {
    db.pragma(pragma);
  }
  return db;
}

function segmentsOf(record: SearchableRecord) {
  return [...metaSegments(record), ...documentSegments(record.document)];
}

/** Stores the same records in each database, unindexed; answers the bytes of their text. */
function fill(
  dbs: readonly Database.Database[],
  count: number,
  vocabulary: Vocabulary,
  random: Random,
  texts: string[],
): number {
  let bytes = 0;
  const inserts = dbs.map((db) =>
    db.prepare(
      `INSERT INTO records (number, id, kind, title, keywords, case_numbers, document, characters, opening, saves,
         created_at, changed_at) VALUES (?, ?, 'typical-case', ?, ?, ?, ?, 0, '', 1, ?, ?)`,
    ),
  );
  dbs.forEach((db) => db.exec('BEGIN'));
  for (let number = 1; number <= count; number += 1) {
    const record = makeRecord(vocabulary, random);
    const text = segmentsOf(record)
      .map((segment) => segment.text)
      .join('\n');
    bytes += Buffer.byteLength(text);
    texts.push(fold(text));
    const id = `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;
    const values = [
      record.title,
      ...[record.keywords, record.caseNumbers, record.document].map((part) => JSON.stringify(part)),
    ];
    inserts.forEach((insert) => insert.run(number, id, ...values, number, number));
  }
  dbs.forEach((db) => db.exec('COMMIT'));
  return bytes;
}

async function buildIndex(db: Database.Database): Promise<void> {
  await rebuildIndex(db, { report: () => {}, signal: { aborted: false } });
}

/** Pages of the index's tables, whole. */
function indexBytes(db: Database.Database): number {
  return db
    .prepare("SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%search\\_%' ESCAPE '\\'")
    .pluck()
    .get() as number;
}

function findTop(db: Database.Database, query: string) {
  return find(db, { query, kinds: [], offset: 0, limit: 20, exact: false });
}

function scanFor(
  texts: readonly string[],
  query: string,
): { found: number[]; snippets: unknown[] } {
  const terms = termsOf(query);
  const found: number[] = [];
  for (let index = texts.length - 1; index >= 0; index -= 1) {
    const text = texts[index];
    if (text !== undefined && terms.every((term) => text.includes(term))) found.push(index + 1);
  }
  const snippets = found.slice(0, 20).map((number) => {
    const text = texts[number - 1] ?? '';
    return makeSnippet(text, findTermHits(text, terms, 100));
  });
  return { found, snippets };
}

/** Every record the index finds, against every record the scan finds. */
function compare(
  db: Database.Database,
  queries: readonly string[],
  texts: readonly string[],
): void {
  let wanted = 0;
  let missed = 0;
  let wrong = 0;
  for (const query of queries) {
    const scanned = new Set(scanFor(texts, query).found);
    const found = new Set<number>();
    const most = Math.min(scanned.size + 500, 5000);
    for (let offset = 0; offset < most; offset += 500) {
      const page = find(db, { query, kinds: [], offset, limit: 500, exact: false });
      for (const hit of page.hits) if (hit.via === 'text') found.add(Number(hit.id.slice(-12)));
      if (page.hits.length < 500) break;
    }
    wrong += [...found].filter((number) => !scanned.has(number)).length;
    if (scanned.size < 5000) {
      wanted += scanned.size;
      missed += [...scanned].filter((number) => !found.has(number)).length;
    } else {
      // Too many to fetch: the counts must agree.
      const { total } = find(db, { query, kinds: [], offset: 0, limit: 1, exact: true });
      wanted += scanned.size;
      missed += Math.abs(total - scanned.size);
    }
  }
  promised('hits of the scan that were missed', missed, 0);
  promised('hits that the scan has not', wrong, 0);
  line('hits compared', String(wanted));
}

function loadAll(db: Database.Database): number {
  let length = 0;
  for (const row of db.prepare('SELECT title, document FROM records').iterate()) {
    length += fold(JSON.stringify(row)).length;
  }
  return length;
}

function measureWrites(
  db: Database.Database,
  count: number,
  vocabulary: Vocabulary,
  random: Random,
): void {
  const store = db.prepare(
    'UPDATE records SET document = ?, changed_at = changed_at + 1 WHERE number = ?',
  );
  const update = db.transaction((number: number, record: SearchableRecord) => {
    store.run(JSON.stringify(record.document), number);
    indexRecord(db, { ...record, number });
  });
  const times: number[] = [];
  const tidying: number[] = [];
  for (let round = 0; round < updates; round += 1) {
    const number = 1 + random.below(count);
    const record = makeRecord(vocabulary, random);
    times.push(timeOf(() => update(number, record)));
    if (round % 20 === 19) tidying.push(timeOf(() => void tidyIndex(db)));
  }
  line('one update, p50 / p95 / p100', show(sorted(times), 1));
  line('one tidying, p50 / p95 / p100', show(sorted(tidying), 1));
  promised('longest stall of a write, ms', Math.max(...times, ...tidying), 200);
}

type Times = { p50: number; p95: number; p99: number; all: number[] };

type Work = (query: string) => void;

/** All works take turns on each query, so that a busy moment of the machine hits them alike; the middle round counts. */
function timesOf(queries: readonly string[], works: [Work, Work, Work]): [Times, Times, Times] {
  works.forEach((work) => queries.forEach(work));
  const rounds = queries.map((query) =>
    Array.from({ length: roundsOfQueries }, () => works.map((work) => timeOf(() => work(query)))),
  );
  const of = (which: number) =>
    sorted(rounds.map((times) => sorted(times.map((row) => row[which] ?? 0)).p50));
  return [of(0), of(1), of(2)];
}

function sorted(times: number[]): Times {
  const all = times.toSorted((one, other) => one - other);
  const at = (share: number) => all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), all };
}

function slowest(db: Database.Database, queries: readonly string[]): void {
  const timed = queries.map((query) => ({ query, ms: timeOf(() => void findTop(db, query)) }));
  const worst = timed.toSorted((one, other) => other.ms - one.ms).slice(0, 8);
  line('slowest', worst.map(({ query, ms }) => `${query} ${ms.toFixed(1)}`).join(' · '));
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

async function secondsOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function show(times: Times, last = 0.99): string {
  const end = last === 1 ? (times.all.at(-1) ?? 0) : times.p99;
  return `${[times.p50, times.p95, end].map((ms) => ms.toFixed(1)).join(' / ')} ms`;
}

function line(what: string, value: string): void {
  console.log(`  ${what.padEnd(44)} ${value}`);
}

function promised(what: string, value: number, most: number): void {
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(3);
  line(what, `${shown.padEnd(10)} promised ≤ ${most} ${value <= most ? 'kept' : 'BROKEN'}`);
  if (value > most) process.exitCode = 1;
}
