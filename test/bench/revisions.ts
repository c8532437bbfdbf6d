import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { migrate } from '../../electron/store/database/migrate.ts';
import { createDatabase } from '../../electron/store/database/open.ts';
import { insertRecord } from '../../electron/store/records/insert-record.ts';
import { writeContent } from '../../electron/store/records/write-content.ts';
import { compareRevisions, getRevision } from '../../electron/store/revisions/compare-revisions.ts';
import { keepRevision } from '../../electron/store/revisions/keep-revision.ts';
import { listRevisions } from '../../electron/store/revisions/list-revisions.ts';
import { contentBytes, readKept } from '../../electron/store/revisions/record-content.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import type { RevisionId } from '../../shared/contract/revisions.ts';
import type { DocumentTree, Paragraph } from '../../shared/document/tree.ts';
import { makeRandom, type Random } from './random.ts';
import { makeVocabulary, pickWord, type Vocabulary } from './synthetic-library.ts';

/**
 * The promises of history: `npm run bench -- revisions [--quick]`. One record of 50,000 characters is written on for 10,000
 * revisions (1,000 with `--quick`), about 300 characters changed or new between two, sometimes a paragraph moved or gone.
 */
export async function run(flags: string[]): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jianzhi-bench-'));
  const db = createDatabase(path.join(folder, 'workspace.db'), randomBytes(32));
  try {
    migrate(db);
    await Promise.resolve(measure(db, flags.includes('--quick') ? 1000 : 10_000));
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const LENGTH = 50_000;

function measure(db: Database, count: number): void {
  const random = makeRandom(20261123);
  const vocabulary = makeVocabulary(random);
  const paragraphs = fill(vocabulary, random);
  const record = { title: '写了很久的材料', keywords: ['商标'], caseNumbers: [] };
  const id = db.transaction(() =>
    insertRecord(
      db,
      { kind: 'research-note', ...record, document: treeOf(paragraphs), source: null },
      0,
    ),
  )();
  const number = 1;
  const keeping: number[] = [];
  let bytes = 0;
  for (let round = 1; round <= count; round += 1) {
    rewrite(paragraphs, vocabulary, random);
    const step = db.transaction(() => {
      const content = { ...readKept(db, number).content, document: treeOf(paragraphs) };
      if (round % 20 === 0) bytes += contentBytes(content).length * 20;
      // The index is not what is measured, and takes most of a save.
      db.prepare(
        'UPDATE records SET document = ?, saves = saves + 1, changed_at = ? WHERE number = 1',
      ).run(JSON.stringify(content.document), round * 60_000);
      keeping.push(timeOf(() => keepRevision(db, number, { reason: 'left' })));
    });
    step.immediate();
  }
  db.transaction(() => writeContent(db, number, readKept(db, number).content, count * 60_000))();
  report(db, id, count, bytes, keeping);
}

function report(db: Database, id: RecordId, count: number, bytes: number, keeping: number[]): void {
  const stored = db.prepare('SELECT sum(length(body)) FROM revisions').pluck().get() as number;
  const pages = db
    .prepare(
      "SELECT sum(pgsize) FROM dbstat WHERE name IN ('revisions', 'revisions_by_time', 'revisions_by_number')",
    )
    .pluck()
    .get() as number;
  line('revisions, characters in each', `${String(count)}, ${String(LENGTH)}`);
  line('bytes of a state, in the mean', (bytes / count).toFixed(0));
  line('bytes of a revision, in the mean', (stored / count).toFixed(0));
  line('tables and indexes', `${(pages / 1024 ** 2).toFixed(1)} MB`);
  promised('stored ÷ text', pages / bytes, 0.05);
  line('keeping one, p50 / p95 / p100', show(keeping));
  const ids = db.prepare('SELECT id FROM revisions ORDER BY id').pluck().all() as RevisionId[];
  const random = makeRandom(1);
  const some = Array.from({ length: 40 }, () => ids[random.below(ids.length)] as RevisionId);
  const page = (offset: number) =>
    timeOf(() => listRevisions(db, { recordId: id, offset, limit: 20 }));
  const lists = [0, count / 2, count - 20].flatMap((offset) =>
    Array.from({ length: 10 }, () => page(offset)),
  );
  promised('a page of the list, slowest, ms', Math.max(...lists), 20);
  const opens = some.map((one) => timeOf(() => getRevision(db, one)));
  line('opening one, p50 / p95 / p100', show(opens));
  promised('opening one, p95, ms', at(opens, 0.95), 100);
  const compare = (before: RevisionId, after: RevisionId | 'now') =>
    timeOf(() => compareRevisions(db, { recordId: id, before, after, isWhole: false }));
  const near = some.map((one) =>
    compare(one, ids[Math.max(0, ids.indexOf(one) - 1)] as RevisionId),
  );
  const far = some.map((one) => compare(one, 'now'));
  line('comparing neighbours, p50 / p95 / p100', show(near));
  promised('comparing neighbours, p95, ms', at(near, 0.95), 200);
  line('comparing any with now, p50 / p95 / p100', show(far));
  promised('comparing any with now, p95, ms', at(far, 0.95), 1000);
  db.exec('UPDATE records SET trashed_at = 1');
  line('destroying all', `${timeOf(() => db.exec('DELETE FROM records')).toFixed(0)} ms`);
}

function fill(vocabulary: Vocabulary, random: Random): string[] {
  const paragraphs: string[] = [];
  for (let length = 0; length < LENGTH;) {
    const text =
      sentence(vocabulary, random) + sentence(vocabulary, random) + sentence(vocabulary, random);
    paragraphs.push(text);
    length += text.length;
  }
  return paragraphs;
}

function sentence(vocabulary: Vocabulary, random: Random): string {
  const words = Array.from({ length: 15 + random.below(30) }, (_, at) =>
    at % 7 === 6 ? '，' : pickWord(vocabulary, random),
  );
  return `${words.join('')}。`;
}

/** As writing goes: sentences added, replaced and taken out near one place, and seldom a paragraph moved. */
function rewrite(paragraphs: string[], vocabulary: Vocabulary, random: Random): void {
  const place = random.below(paragraphs.length);
  for (let times = 0; times < 4; times += 1) {
    const at = (place + random.below(5)) % paragraphs.length;
    const parts = (paragraphs[at] ?? '').split(/(?<=。)/u);
    const spot = random.below(parts.length);
    parts.splice(spot, random.below(2) + (parts.length > 4 ? 1 : 0), sentence(vocabulary, random));
    paragraphs[at] = parts.join('');
  }
  if (random.below(20) === 0)
    paragraphs.push(...paragraphs.splice(random.below(paragraphs.length), 1));
}

function treeOf(paragraphs: readonly string[]): DocumentTree {
  const blocks = paragraphs.map((text): Paragraph => ({
    type: 'paragraph',
    children: text === '' ? [] : [{ type: 'text', text }],
  }));
  return { version: 2, sections: [{ id: 'body', heading: '正文', blocks }] };
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function show(times: readonly number[]): string {
  return `${[0.5, 0.95, 1].map((share) => at(times, share).toFixed(1)).join(' / ')} ms`;
}

function line(what: string, value: string): void {
  console.log(`  ${what.padEnd(44)} ${value}`);
}

function promised(what: string, value: number, most: number): void {
  line(
    what,
    `${value.toFixed(3).padEnd(10)} promised ≤ ${String(most)} ${value <= most ? 'kept' : 'BROKEN'}`,
  );
  if (value > most) process.exitCode = 1;
}
