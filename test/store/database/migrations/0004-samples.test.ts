import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0004, samples', () => {
  const made = databaseAt(3);
  after(() => made.cleanUp());

  it('takes no record that was there before for a sample', () => {
    made.db
      .exec(`INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, version,
      created_at, changed_at) VALUES ('a', 'typical-case', '甲', '[]', '[]', '{}', 0, '', 1, 1, 1)`);
    const db = made.upgradeTo(4);
    assert.equal(db.prepare('SELECT is_sample FROM records').pluck().get(), 0);
  });
});
