import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { isIndexComplete } from '../../../../electron/store/search/completeness.ts';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0012, facet tokens', () => {
  const used = databaseAt(11);
  after(() => used.cleanUp());

  it('gives entries that were there no facets, and calls the index incomplete', () => {
    used.db.exec(
      `INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, saves,
         created_at, changed_at) VALUES ('a', 'typical-case', '甲', '[]', '[]', '{}', 0, '', 1, 1, 1);
       INSERT INTO search_entries (record, kind, is_trashed, digest) VALUES (1, 'typical-case', 0, x'00');
       INSERT INTO search_facets VALUES ('year', '2025', 1)`,
    );
    const db = used.upgradeTo(12);
    assert.equal(db.prepare('SELECT facets FROM search_entries').pluck().get(), '[]');
    assert.equal(isIndexComplete(db), false);
  });
});
