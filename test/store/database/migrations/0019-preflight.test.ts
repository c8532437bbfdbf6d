import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0019, preflight', () => {
  const made = databaseAt(18);
  after(() => made.cleanUp());

  it('makes a table of decisions that go with their record', () => {
    const db = made.upgradeTo(19);
    db.exec(`
      INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, saves, created_at, changed_at)
        VALUES ('a', 'typical-case', '', '[]', '[]', '{}', 0, '', 1, 1, 1);
      INSERT INTO preflight_decisions VALUES (1, 'f', 'c', 'mobile', '1', 'mask', '', 1)`);
    db.exec('DELETE FROM records WHERE number = 1');
    assert.equal(db.prepare('SELECT count(*) FROM preflight_decisions').pluck().get(), 0);
  });
});
