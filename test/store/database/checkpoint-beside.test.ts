import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { copyFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { checkpointBeside } from '../../../electron/store/database/checkpoint-beside.ts';
import {
  createDatabase,
  openDatabase,
  openDatabaseToRead,
} from '../../../electron/store/database/open.ts';
import { toFailure } from '../../../electron/store/database/sqlite-failure.ts';
import { Failure } from '../../../shared/errors.ts';
import { createTempFolder } from '../../support/temp-workspace.ts';

const MIB = 1024 ** 2;
const folder = createTempFolder();
const sizes = { worthIt: MIB, between: 2 * MIB, journal: 8 * MIB };
let count = 0;

function library() {
  const file = join(folder, `library-${++count}.db`);
  const key = randomBytes(32);
  const db = createDatabase(file, key);
  db.exec('CREATE TABLE chunks (position INTEGER PRIMARY KEY, bytes BLOB); CREATE TABLE words (w)');
  return { file, key, db, journal: () => statSync(`${file}-wal`).size };
}

after(() => rmSync(folder, { recursive: true }));

describe('the journal is brought into the database beside who writes', () => {
  it('without losing, mixing or holding up anything', async () => {
    const { file, key, db, journal } = library();
    const chunks = Array.from({ length: 30 }, () => randomBytes(MIB));
    const beside = checkpointBeside(db, 30 * MIB, sizes);
    let most = 0;
    for (const [position, bytes] of chunks.entries()) {
      db.prepare('INSERT INTO chunks VALUES (?, ?)').run(position, bytes);
      await beside.wrote(MIB);
      // Somebody types meanwhile.
      db.prepare('INSERT INTO words VALUES (?)').run(`第${String(position)}句`);
      most = Math.max(most, journal());
    }
    await beside.end();
    assert.ok(most > 2 * MIB && most < 11 * MIB, `the journal had ${String(most)} bytes`);
    assert.equal(journal(), 0);
    assert.equal(db.pragma('wal_autocheckpoint', { simple: true }), 1000);
    assert.equal(db.pragma('synchronous', { simple: true }), 2);
    // The database alone holds everything: no journal is needed to read it.
    const alone = join(folder, 'alone.db');
    copyFileSync(file, alone);
    db.close();
    const copy = openDatabaseToRead(alone, key);
    const read = copy.prepare<[], Buffer>('SELECT bytes FROM chunks ORDER BY position').pluck();
    assert.ok(read.all().every((bytes, at) => bytes.equals(chunks[at] ?? Buffer.alloc(0))));
    assert.equal(copy.prepare('SELECT count(*) FROM words').pluck().get(), 30);
    assert.equal(copy.pragma('integrity_check', { simple: true }), 'ok');
    copy.close();
  });

  it('for nothing but what is worth a thread', async () => {
    const { db } = library();
    const beside = checkpointBeside(db, MIB - 1, sizes);
    assert.equal(db.pragma('wal_autocheckpoint', { simple: true }), 1000);
    await beside.wrote(100 * MIB);
    await beside.end();
    db.close();
  });

  it('and what goes wrong there is told in the words of the database, and leaves what was written', async () => {
    const { file, key, db } = library();
    db.prepare('INSERT INTO words VALUES (?)').run('第一句');
    // Where the thread looks for it, it is not.
    renameSync(file, `${file}-away`);
    const beside = checkpointBeside(db, 2 * MIB, sizes);
    const told = await beside.wrote(8 * MIB).catch((error: unknown) => toFailure(error));
    assert.ok(told instanceof Failure && told.code === 'folder-not-writable', String(told));
    await assert.rejects(beside.wrote(8 * MIB));
    await beside.end();
    renameSync(`${file}-away`, file);
    assert.equal(db.pragma('wal_autocheckpoint', { simple: true }), 1000);
    db.close();
    const again = openDatabase(file, key);
    assert.equal(again.prepare('SELECT count(*) FROM words').pluck().get(), 1);
    again.close();
  });
});
