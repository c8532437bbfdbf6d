import type { Database } from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { migrate } from '../../electron/store/database/migrate.ts';
import { createDatabase } from '../../electron/store/database/open.ts';
import { rebuildIndex } from '../../electron/store/search/rebuild-index.ts';
import { makeRandom } from './random.ts';
import { makeRecord, makeVocabulary } from './synthetic-library.ts';

const charges = ['213', '214', '217', '219'];
const rights = ['trademark', 'copyright', 'trade-secret-technical', 'software'];

/** An encrypted, indexed library of records of real length, every fourth a precedent, with charges and right types. */
export async function openIndexedLibrary(folder: string, count: number): Promise<Database> {
  const random = makeRandom(20261124);
  const vocabulary = makeVocabulary(random);
  const db = createDatabase(path.join(folder, 'library.db'), randomBytes(32));
  migrate(db);
  const insert = db.prepare(
    `INSERT INTO records (number, id, kind, title, keywords, case_numbers, document, characters, opening, saves,
       created_at, changed_at, fields) VALUES (?, ?, ?, ?, ?, ?, ?, 0, '', 1, ?, ?, ?)`,
  );
  const mark = db.prepare('INSERT INTO record_marks (list, code, number) VALUES (?, ?, ?)');
  db.exec('BEGIN');
  for (let number = 1; number <= count; number += 1) {
    const { title, keywords, caseNumbers, document } = makeRecord(vocabulary, random);
    const fields = { charges: [random.pick(charges)], rightTypes: [random.pick(rights)] };
    const texts = [keywords, caseNumbers, document].map((one) => JSON.stringify(one));
    const kind = number % 4 === 0 ? 'precedent' : 'typical-case';
    insert.run(number, idOf(number), kind, title, ...texts, number, number, JSON.stringify(fields));
    for (const code of fields.charges) mark.run('charge', code, number);
    for (const code of fields.rightTypes) mark.run('right-type', code, number);
  }
  db.exec('COMMIT');
  await rebuildIndex(db, { report: () => {}, signal: { aborted: false } });
  return db;
}

export const idOf = (number: number) =>
  `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;
