import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sectionText } from '../../shared/document/tree.ts';
import { makeRandom } from './random.ts';
import { startStoreAtWork, type StoreAtWork } from './store-at-work.ts';
import { makeRecord, makeVocabulary } from './synthetic-library.ts';

const LONGEST_WAIT_IN_MS = 100;

/**
 * 10,000 text files of real length, imported and findable, against the rate at which a process reads, hashes and indexes
 * them without the product: `npm run bench -- import [--small]`. Without the product means: read the file, SHA-256, one row a file with
 * the text and an FTS5 entry of single characters, each file in a transaction of its own, in a database that is not encrypted,
 * one thread; WAL and `synchronous=FULL` in both. The second figure without it shares a transaction among 32 files, as the product does.
 * The product runs as it does for a window: in the store's process (two threads), asked over its port, and asked other things meanwhile.
 */
export async function run(flags: string[]): Promise<void> {
  const count = flags.includes('--small') ? 1000 : 10_000;
  const folder = mkdtempSync(path.join(tmpdir(), 'jianzhi-bench-'));
  try {
    const files = path.join(folder, 'files');
    writeFiles(files, count);
    const bare = await rateOf(count, () => bareImport(files, path.join(folder, 'bare.db'), 1));
    const shared = await rateOf(count, () => bareImport(files, path.join(folder, 'shared.db'), 32));
    const product = await measureProduct(files, path.join(folder, 'workspace'), count);
    line('without the product', `${bare.toFixed(0)} files/s`);
    line('without it, 32 files a transaction', `${shared.toFixed(0)} files/s`);
    line('import', `${product.toFixed(0)} files/s`);
    promise('import ÷ without the product', product / bare, (ratio) => ratio >= 0.5, '≥ 0.5');
    line('import ÷ without it, 32 files a transaction', (product / shared).toFixed(2));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeFiles(folder: string, count: number): void {
  mkdirSync(folder);
  const random = makeRandom(20261122);
  const vocabulary = makeVocabulary(random);
  for (let index = 0; index < count; index += 1) {
    const { title, keywords, caseNumbers, document } = makeRecord(vocabulary, random);
    const sections = document.sections.map(
      (section) => `【${section.heading}】\n${sectionText(section)}`,
    );
    const head = [title, `关键词：${keywords.join('　')}`, `案号：${caseNumbers.join('、')}`];
    writeFileSync(path.join(folder, `${index}.txt`), [...head, ...sections].join('\n'));
  }
}

function bareImport(folder: string, file: string, filesAtOnce: number): void {
  const db = new Database(file);
  for (const pragma of ['temp_store=MEMORY', 'journal_mode=WAL', 'synchronous=FULL'])
    db.pragma(pragma);
  db.exec(`
    CREATE TABLE texts (number INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, text TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE found USING fts5 (text, content='', tokenize='unicode61')`);
  const insert = db.prepare('INSERT INTO texts (hash, text) VALUES (?, ?)');
  const index = db.prepare('INSERT INTO found (rowid, text) VALUES (?, ?)');
  const take = db.transaction((names: readonly string[]) => {
    for (const name of names) {
      const bytes = readFileSync(path.join(folder, name));
      const text = bytes.toString('utf8');
      const { lastInsertRowid } = insert.run(
        createHash('sha256').update(bytes).digest('hex'),
        text,
      );
      index.run(lastInsertRowid, text.replaceAll(/\p{Script=Han}/gu, ' $& '));
    }
  });
  const names = readdirSync(folder);
  for (let at = 0; at < names.length; at += filesAtOnce) take(names.slice(at, at + filesAtOnce));
  db.close();
}

async function measureProduct(files: string, folder: string, count: number): Promise<number> {
  const store = startStoreAtWork();
  try {
    await store.call('workspace.create', {
      folder,
      kind: 'contact-point',
      name: '云汀市人民检察院',
      passphrase: '四月新茶-两担-2026',
      acceptsNoStateSecrets: true,
    });
    await store.call('records.previewImport', { kind: 'typical-case', paths: [nothing(files)] });
    const before = store.memory().now;
    const window = askMeanwhile(store);
    let imported = 0;
    const rate = await rateOf(count, async () => {
      const input = { kind: 'typical-case' as const, paths: [files] };
      ({ imported } = await store.call('records.import', input, 'import'));
    });
    const waits = (await window.stop()).toSorted((one, other) => one - other);
    const { total } = await store.call('search.find', { query: '案', limit: 1, exact: true });
    line('imported / found again', `${imported} / ${total}`);
    if (imported !== count || total !== count) process.exitCode = 1;
    line('memory before / at most', `${mebibytes(before)} / ${mebibytes(store.memory().most)} MiB`);
    const middle = waits[Math.floor(waits.length / 2)] ?? 0;
    line(`${waits.length} questions meanwhile, half answered in`, `${middle.toFixed(0)} ms`);
    promise(
      'the longest answered in, ms',
      waits.at(-1) ?? 0,
      (most) => most <= LONGEST_WAIT_IN_MS,
      `≤ ${LONGEST_WAIT_IN_MS}`,
    );
    return rate;
  } finally {
    store.stop();
  }
}

/** An empty folder beside the files: looking at it starts the reading thread, which an import would find started. */
function nothing(files: string): string {
  const folder = `${files}-none`;
  mkdirSync(folder);
  return folder;
}

/** What somebody does who goes on working: lists, searches, opens. Answers how long each question took, in milliseconds. */
function askMeanwhile(store: StoreAtWork): { stop(): Promise<number[]> } {
  const waits: number[] = [];
  let isOver = false;
  const work = (async () => {
    for (let turn = 0; !isOver; turn += 1) {
      await setTimeout(40);
      const start = performance.now();
      if (turn % 3 === 0) await store.call('records.list', { limit: 100 });
      else if (turn % 3 === 1) await store.call('records.counts', {});
      else await store.call('search.find', { query: '商标', limit: 20 });
      waits.push(performance.now() - start);
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await work;
      return waits;
    },
  };
}

async function rateOf(count: number, work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (count * 1000) / (performance.now() - start);
}

const mebibytes = (bytes: number) => Math.round(bytes / 1024 ** 2);

function promise(
  what: string,
  value: number,
  isKept: (value: number) => boolean,
  promised: string,
): void {
  line(what, `${value.toFixed(2)} promised ${promised} ${isKept(value) ? 'kept' : 'BROKEN'}`);
  if (!isKept(value)) process.exitCode = 1;
}

function line(what: string, value: string): void {
  console.log(`  ${what.padEnd(44)} ${value}`);
}
