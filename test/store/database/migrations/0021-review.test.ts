import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0021, review', () => {
  const used = databaseAt(20);
  after(() => used.cleanUp());

  it('keeps the steps there were, without a comment and of no known revision', () => {
    used.db.exec(`
      INSERT INTO records (number, id, kind, title, keywords, case_numbers, document, characters, opening, saves, created_at, changed_at)
        VALUES (1, 'a', 'typical-case', '案', '[]', '[]', '{}', 0, '', 1, 1, 1);
      INSERT INTO status_changes (record_number, before, after, at, who) VALUES (1, 'draft', 'submitted', 5, 'program')`);
    const db = used.upgradeTo(21);
    assert.deepEqual(db.prepare('SELECT at, comment, revision, is_own FROM status_changes').all(), [
      { at: 5, comment: '', revision: null, is_own: 0 },
    ]);
  });
});
