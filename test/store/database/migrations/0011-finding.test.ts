import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { isIndexComplete } from '../../../../electron/store/search/completeness.ts';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0011, finding', () => {
  const empty = databaseAt(10);
  const used = databaseAt(10);
  after(() => [empty, used].forEach(({ cleanUp }) => cleanUp()));

  it('calls the index incomplete when there are records that are not in it yet, otherwise not', () => {
    used.db.exec(
      `INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, saves,
         created_at, changed_at) VALUES ('a', 'typical-case', '甲', '[]', '[]', '{}', 0, '', 1, 1, 1)`,
    );
    assert.equal(isIndexComplete(used.upgradeTo(11)), false);
    assert.equal(isIndexComplete(empty.upgradeTo(11)), true);
  });

  it('lets what the index knows of a record go with the record', () => {
    used.db.exec("INSERT INTO search_facets VALUES ('year', '2025', 1); DELETE FROM records");
    assert.equal(used.db.prepare('SELECT count(*) FROM search_facets').pluck().get(), 0);
  });
});
