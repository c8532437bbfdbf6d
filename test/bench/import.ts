import Database from 'better-sqlite3';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createDatabase } from '../../electron/store/database/open.ts';
import { migrate } from '../../electron/store/database/migrate.ts';
import { importFiles } from '../../electron/store/records/import/import-files.ts';
import { find } from '../../electron/store/search/find.ts';
import { sectionText } from '../../shared/document/tree.ts';
import { makeRandom } from './random.ts';
import { makeRecord, makeVocabulary } from './synthetic-library.ts';

/**
 * 10,000 text files of real length, imported and findable, against the rate at which this same process reads, hashes
 * and indexes them without the product: `npm run bench -- import [--small]`. Without the product means: read the file,
 * SHA-256, one row a file with the text and an FTS5 entry of single characters, each file in a transaction of its own
 * as it is in the product, in a database that is not encrypted; WAL and `synchronous=FULL` in both.
 */
export async function run(flags: string[]): Promise<void> {
  const count = flags.includes('--small') ? 1000 : 10_000;
  const folder = mkdtempSync(path.join(tmpdir(), 'jianzhi-bench-'));
  try {
    const files = path.join(folder, 'files');
    writeFiles(files, count);
    const bare = await rateOf(count, () => bareImport(files, path.join(folder, 'bare.db')));
    const product = await measureProduct(files, path.join(folder, 'product.db'), count);
    line('without the product', `${bare.toFixed(0)} files/s`);
    line('import', `${product.toFixed(0)} files/s`);
    const ratio = product / bare;
    line(
      'import ÷ without the product',
      `${ratio.toFixed(2)} promised ≥ 0.5 ${ratio >= 0.5 ? 'kept' : 'BROKEN'}`,
    );
    if (ratio < 0.5) process.exitCode = 1;
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

function bareImport(folder: string, file: string): void {
  const db = new Database(file);
  for (const pragma of ['temp_store=MEMORY', 'journal_mode=WAL', 'synchronous=FULL'])
    db.pragma(pragma);
  db.exec(`
    CREATE TABLE texts (number INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, text TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE found USING fts5 (text, content='', tokenize='unicode61')`);
  const insert = db.prepare('INSERT INTO texts (hash, text) VALUES (?, ?)');
  const index = db.prepare('INSERT INTO found (rowid, text) VALUES (?, ?)');
  const take = db.transaction((hash: string, text: string) => {
    const { lastInsertRowid } = insert.run(hash, text);
    index.run(lastInsertRowid, text.replaceAll(/\p{Script=Han}/gu, ' $& '));
  });
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(path.join(folder, name));
    take(createHash('sha256').update(bytes).digest('hex'), bytes.toString('utf8'));
  }
  db.close();
}

async function measureProduct(folder: string, file: string, count: number): Promise<number> {
  const db = createDatabase(file, randomBytes(32));
  migrate(db);
  const before = process.memoryUsage().rss;
  let most = before;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let taken = 0;
  const report = ({ done }: { done: number }) => {
    if (done % 100 === 0) most = Math.max(most, process.memoryUsage().rss);
  };
  const rate = await rateOf(count, async () => {
    const input = { kind: 'typical-case' as const, paths: [folder], choices: [] };
    taken = (await importFiles(db, input, Date.now, { report, signal: { aborted: false } }))
      .imported;
  });
  delay.disable();
  const { total } = find(db, { query: '案', kinds: [], offset: 0, limit: 1, exact: true });
  line('imported / found again', `${taken} / ${total}`);
  if (taken !== count) process.exitCode = 1;
  line('memory before / at most', `${mebibytes(before)} / ${mebibytes(most)} MiB`);
  line(
    'longest pause / 99.9 % below',
    `${(delay.max / 1e6).toFixed(0)} / ${(delay.percentile(99.9) / 1e6).toFixed(0)} ms`,
  );
  db.close();
  return rate;
}

async function rateOf(count: number, work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (count * 1000) / (performance.now() - start);
}

const mebibytes = (bytes: number) => Math.round(bytes / 1024 ** 2);

function line(what: string, value: string): void {
  console.log(`  ${what.padEnd(44)} ${value}`);
}
