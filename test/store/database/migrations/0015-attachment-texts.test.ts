import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0015, attachment texts', () => {
  const used = databaseAt(14);
  after(() => used.cleanUp());

  it('lets what is attached wait to be read; its text goes with it, out of the index too', () => {
    used.db.exec("INSERT INTO attachments (hash, size_in_bytes) VALUES ('aa', 0), ('bb', 0)");
    const db = used.upgradeTo(15);
    const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    assert.equal(count('attachment_texts'), 0);
    db.exec(`
      INSERT INTO attachment_texts VALUES ('aa', 1, 'text', 0), ('bb', 1, 'text', 0);
      INSERT INTO attachment_pages (entry, hash, page, text) VALUES (1, 'aa', 1, '甲'), (2, 'bb', 1, '甲');
      INSERT INTO attachment_index (rowid, text, forms) VALUES (1, 'x', ''), (2, 'x', '')`);
    const found = () =>
      db
        .prepare("SELECT rowid FROM attachment_index WHERE attachment_index MATCH 'x'")
        .pluck()
        .all();
    assert.deepEqual(found(), [1, 2]);
    db.exec("DELETE FROM attachments WHERE hash = 'aa'");
    assert.equal(count('attachment_texts'), 1);
    assert.equal(count('attachment_pages'), 1);
    assert.deepEqual(found(), [2]);
  });
});
