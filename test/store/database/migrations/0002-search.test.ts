import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt, schemaOf } from '../../../support/migrated-database.ts';

describe('migration 0002, search', () => {
  const made = databaseAt(1);
  after(() => made.cleanUp());

  it('makes the two full-text tables without contents, and the entries, in a database that is in use', () => {
    made.db
      .exec(`INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, version,
      created_at, changed_at) VALUES ('a', 'typical-case', '甲', '[]', '[]', '{}', 0, '', 1, 1, 1)`);
    const db = made.upgradeTo(2);
    const tables = schemaOf(db).filter(({ sql }) => sql?.startsWith('CREATE VIRTUAL TABLE'));
    assert.deepEqual(
      tables.map(({ name }) => name),
      ['search_body', 'search_meta'],
    );
    for (const { sql } of tables) assert.match(sql ?? '', /content='', contentless_delete=1/);
    assert.ok(!schemaOf(db).some(({ name }) => /^search_.*_content$/.test(name)));
    assert.equal(db.prepare('SELECT count(*) FROM records').pluck().get(), 1);
  });

  it('makes the entries follow the trash and deletion by themselves', () => {
    made.db.exec(`
      INSERT INTO search_entries VALUES (5, 1, 'typical-case', 0, x'00');
      INSERT INTO search_meta (rowid, title) VALUES (5, '甲');
      INSERT INTO search_body (rowid, text) VALUES (5, '甲');
      UPDATE records SET trashed_at = 9 WHERE id = 'a';
    `);
    const isTrashed = made.db.prepare('SELECT is_trashed FROM search_entries').pluck();
    assert.equal(isTrashed.get(), 1);
    made.db.exec("UPDATE records SET trashed_at = NULL WHERE id = 'a'");
    assert.equal(isTrashed.get(), 0);
    made.db.exec("DELETE FROM records WHERE id = 'a'");
    for (const table of ['search_entries', 'search_meta', 'search_body']) {
      assert.equal(made.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), 0, table);
    }
  });
});
