import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0020, comments', () => {
  const made = databaseAt(19);
  after(() => made.cleanUp());

  it('lets threads and what was said in them go with their record, and knows five kinds of entries', () => {
    made.db.exec(
      `INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, saves, created_at, changed_at)
       VALUES ('a', 'typical-case', '', '[]', '[]', '{}', 0, '', 1, 1, 1)`,
    );
    const db = made.upgradeTo(20);
    db.exec("INSERT INTO comment_threads VALUES ('t', 1, '岑岭', NULL, 0, 1, NULL, NULL)");
    const add = db.prepare("INSERT INTO comment_entries VALUES (?, 't', ?, '', 1, NULL, NULL)");
    add.run('e', 'said');
    assert.throws(() => add.run('f', 'deleted'), /CHECK/);
    db.exec('DELETE FROM records');
    const left = db.prepare(
      'SELECT (SELECT count(*) FROM comment_threads) + (SELECT count(*) FROM comment_entries)',
    );
    assert.equal(left.pluck().get(), 0);
  });
});
