import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0025, decider', () => {
  const made = databaseAt(24);
  after(() => made.cleanUp());

  it('takes whoever decided before for an officer', () => {
    made.db.exec(`
      INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, saves, created_at, changed_at)
        VALUES ('a', 'typical-case', '', '[]', '[]', '{}', 0, '', 1, 1, 1);
      INSERT INTO preflight_decisions VALUES (1, 'f', 'c', 'mobile', '1', 'mask', '', 1)`);
    const db = made.upgradeTo(25);
    assert.equal(db.prepare('SELECT role FROM preflight_decisions').pluck().get(), 'officer');
  });
});
