import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0014, parties', () => {
  const made = databaseAt(13);
  after(() => made.cleanUp());

  it('makes a table of names that goes with the record', () => {
    const db = made.upgradeTo(14);
    db.exec(`
      INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, saves, created_at, changed_at)
        VALUES ('a', 'typical-case', '', '[]', '[]', '{}', 0, '', 1, 1, 1), ('b', 'typical-case', '', '[]', '[]', '{}', 0, '', 1, 1, 1);
      INSERT INTO parties VALUES ('p', 1, '林建国', '林建国', 'defendant', 0, '林某', 0, 1);
      INSERT INTO matter_links VALUES (1, 2)`);
    assert.throws(() => db.exec('INSERT INTO matter_links VALUES (2, 1)'), /CHECK/);
    assert.throws(
      () =>
        db.exec(
          `INSERT INTO parties VALUES ('q', 1, '林 建国', '林建国', 'other', 0, '林某', 0, 1)`,
        ),
      /UNIQUE/,
    );
    db.exec('DELETE FROM records WHERE number = 1');
    const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    assert.deepEqual([count('parties'), count('matter_links')], [0, 0]);
  });
});
