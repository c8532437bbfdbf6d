import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0008, revisions', () => {
  const made = databaseAt(7);
  after(() => made.cleanUp());

  it('calls the count of saves by its name, and numbers revisions from what was exported on', () => {
    const insert = made.db.prepare(
      `INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, version,
         created_at, changed_at) VALUES (?, 'typical-case', '', '[]', '[]', '{}', 0, '', ?, 0, 0)`,
    );
    insert.run('untouched', 1);
    insert.run('written', 37);
    made.db
      .prepare(
        `INSERT INTO packs_written (pack_id, kind, recipient_id, recipient_name, channel, epoch, sequence, hash,
           created_at, file_name, contents) VALUES ('p', 'submission', '', '', '', '', 1, '', 0, '', ?)`,
      )
      .run(JSON.stringify([{ id: 'written', kind: 'typical-case', title: '案', version: 37 }]));
    const db = made.upgradeTo(8);
    assert.deepEqual(db.prepare('SELECT id, saves, revision, kept_saves FROM records').all(), [
      { id: 'untouched', saves: 1, revision: 0, kept_saves: 1 },
      { id: 'written', saves: 37, revision: 37, kept_saves: 37 },
    ]);
    const contents = db.prepare('SELECT contents FROM packs_written').pluck().get() as string;
    assert.deepEqual(JSON.parse(contents), [
      { id: 'written', kind: 'typical-case', title: '案', revision: 37 },
    ]);
  });

  it('lets a revision be joined to another record, but never be another text', () => {
    const { db } = made;
    db.exec(
      `INSERT INTO revisions (record_number, number, written_at, reason, characters, added, removed, hash, depth, body)
       VALUES (2, 1, 0, 'left', 0, 0, 0, zeroblob(32), 0, x'00')`,
    );
    db.exec('UPDATE revisions SET record_number = 1, origin = 7');
    for (const change of [
      "body = x'01'",
      'hash = randomblob(32)',
      'number = 2',
      'written_at = 5',
    ]) {
      assert.throws(() => db.exec(`UPDATE revisions SET ${change}`), /never changes/);
    }
    db.exec('DELETE FROM records');
    assert.equal(db.prepare('SELECT count(*) FROM revisions').pluck().get(), 0);
  });
});
