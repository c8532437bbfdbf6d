import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { titleKey } from '../../../../electron/store/records/title-key.ts';
import { databaseAt } from '../../../support/migrated-database.ts';

const title = '林某、周某某假冒注册商标案（Ａ）';

describe('migration 0006, fields', () => {
  const made = databaseAt(5);
  after(() => made.cleanUp());

  it('gives records that were there no fields and no tags, and the key that a save would give them', () => {
    made.db
      .prepare(
        `INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, version,
           created_at, changed_at) VALUES ('a', 'typical-case', ?, '[]', '[]', '{}', 0, '', 1, 1, 1)`,
      )
      .run(title);
    const db = made.upgradeTo(6);
    assert.deepEqual(db.prepare('SELECT fields, tags, title_key FROM records').get(), {
      fields: '{}',
      tags: '[]',
      title_key: titleKey(title),
    });
  });

  it('lets the marks go with their record', () => {
    made.db.exec("INSERT INTO record_marks VALUES ('tag', '茶', 1); DELETE FROM records");
    assert.equal(made.db.prepare('SELECT count(*) FROM record_marks').pluck().get(), 0);
  });
});
