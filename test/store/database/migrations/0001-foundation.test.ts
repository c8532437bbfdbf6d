import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt, schemaOf } from '../../../support/migrated-database.ts';

describe('migration 0001, foundation', () => {
  const { db, cleanUp } = databaseAt(1);
  after(cleanUp);

  it('takes a new database to version 1', () => {
    assert.equal(db.pragma('user_version', { simple: true }), 1);
  });

  it('makes strict tables only', () => {
    const tables = schemaOf(db).filter(({ type, sql }) => type === 'table' && sql !== null);
    for (const { name, sql } of tables.filter((table) => !table.name.startsWith('sqlite_'))) {
      assert.match(sql ?? '', /\) STRICT(, WITHOUT ROWID)?$/, name);
    }
  });

  it('keeps attachment bytes in chunks of at most 1 MiB that go with their attachment', () => {
    const addChunk = db.prepare('INSERT INTO attachment_chunks VALUES (?, ?, ?)');
    assert.throws(() => addChunk.run('ab', 0, Buffer.alloc(1)), /FOREIGN KEY/);
    db.prepare('INSERT INTO attachments VALUES (?, ?)').run('ab', 1_048_576);
    assert.throws(() => addChunk.run('ab', 0, Buffer.alloc(1_048_577)), /CHECK/);
    addChunk.run('ab', 0, Buffer.alloc(1_048_576));
    db.prepare('DELETE FROM attachments').run();
    assert.equal(db.prepare('SELECT count(*) FROM attachment_chunks').pluck().get(), 0);
  });

  it('keeps an audit trail that cannot be changed or shortened', () => {
    const add = db.prepare('INSERT INTO audit (at, action, subject, detail) VALUES (?, ?, ?, ?)');
    add.run(1, 'tried', 'x', '{}');
    assert.throws(() => db.exec(`UPDATE audit SET action = 'other'`), /append-only/);
    assert.throws(() => db.exec('DELETE FROM audit'), /append-only/);
    assert.equal(db.prepare('SELECT action FROM audit').pluck().get(), 'tried');
  });
});
