import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0029, round-attachments', () => {
  const made = databaseAt(28);
  after(() => made.cleanUp());

  it('knows of no attachment of earlier rounds, so that none counts as taken off', () => {
    made.db.exec(`
      INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, saves, created_at, changed_at)
        VALUES ('a', 'typical-case', '', '[]', '[]', '{}', 0, '', 1, 1, 1);
      INSERT INTO office_rounds (record_number, office_id, role, state, at, base_revision, base, is_other_approved)
        VALUES (1, 'o', 'author', 'away', 1, 1, x'00', 0)`);
    const db = made.upgradeTo(29);
    assert.equal(db.prepare('SELECT attachments FROM office_rounds').pluck().get(), '{}');
  });
});
