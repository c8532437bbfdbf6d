import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import Database from 'better-sqlite3';
import {
  createDatabase,
  openDatabase,
  openDatabaseToRead,
} from '../../../electron/store/database/open.ts';
import { proveCipher, proveCipherOnce } from '../../../electron/store/database/prove-cipher.ts';
import { failsWith } from '../../support/failure.ts';
import { createTempFolder } from '../../support/temp-workspace.ts';

const folder = createTempFolder();
const key = randomBytes(32);
let count = 0;

/** An encrypted database with some pages in it, closed. */
function sampleFile(): string {
  const file = join(folder, `sample-${++count}.db`);
  const db = createDatabase(file, key);
  db.exec('CREATE TABLE words (word TEXT)');
  db.transaction(() => {
    const insert = db.prepare('INSERT INTO words VALUES (?)');
    for (let i = 0; i < 200; i++) insert.run(`第${i}句 ${'云汀'.repeat(50)}`);
  })();
  db.close();
  return file;
}

function changed(file: string, change: (bytes: Buffer) => Buffer | void): string {
  const bytes = readFileSync(file);
  writeFileSync(file, change(bytes) ?? bytes);
  return file;
}

for (const open of [openDatabase, openDatabaseToRead]) {
  describe(open.name, () => {
    it('reads what was written with the key', () => {
      const db = open(sampleFile(), key);
      assert.equal(db.prepare('SELECT count(*) FROM words').pluck().get(), 200);
      db.close();
    });

    it('refuses a plain SQLite file in the place of the encrypted one', () => {
      const file = join(folder, `plain-${++count}.db`);
      new Database(file).exec('CREATE TABLE t (x)').close();
      assert.throws(() => open(file, key), failsWith('workspace-not-encrypted'));
    });

    it('refuses an empty or cut-off file, to which any key would fit', () => {
      for (const length of [0, 1, 511]) {
        const file = changed(sampleFile(), (bytes) => bytes.subarray(0, length));
        assert.throws(() => open(file, key), failsWith('workspace-damaged'), `${length}`);
      }
    });

    it('refuses an absent file and does not create it', () => {
      const file = join(folder, 'absent.db');
      assert.throws(() => open(file, key), failsWith('workspace-not-found'));
      assert.ok(!readdirSync(folder).includes('absent.db'));
    });

    it('refuses another key', () => {
      assert.throws(() => open(sampleFile(), randomBytes(32)), failsWith('workspace-damaged'));
    });

    it('refuses a file written with other cipher parameters', () => {
      const file = join(folder, `other-${++count}.db`);
      const db = new Database(file);
      db.pragma(`cipher='aes256cbc'`);
      db.pragma(`key="x'${key.toString('hex')}'"`);
      db.exec('CREATE TABLE t (x)');
      db.close();
      assert.throws(() => open(file, key), failsWith('workspace-damaged'));
    });

    it('refuses a key of another length, which would silently become a passphrase', () => {
      for (const length of [0, 31, 33, 64]) {
        assert.throws(() => open(sampleFile(), randomBytes(length)), /32 bytes/);
      }
    });

    it('keeps temporary tables in memory, foreign keys on and schemas untrusted', () => {
      const db = open(sampleFile(), key);
      assert.equal(db.pragma('temp_store', { simple: true }), 2);
      assert.equal(db.pragma('foreign_keys', { simple: true }), 1);
      assert.equal(db.pragma('trusted_schema', { simple: true }), 0);
      assert.equal(db.pragma('busy_timeout', { simple: true }), 5000);
      assert.equal(db.pragma('journal_mode', { simple: true }), 'wal');
      db.close();
    });
  });
}

describe('an open database', () => {
  it('is durable and erases what is deleted', () => {
    const db = openDatabase(sampleFile(), key);
    assert.equal(db.pragma('synchronous', { simple: true }), 2);
    assert.equal(db.pragma('secure_delete', { simple: true }), 1);
    db.close();
  });

  it('uses the key as it is: the well-known form of the pragma opens the same file', () => {
    const db = new Database(sampleFile());
    db.pragma(`cipher='chacha20'`);
    db.pragma(`key="x'${key.toString('hex')}'"`);
    assert.equal(db.prepare('SELECT count(*) FROM words').pluck().get(), 200);
    db.close();
  });

  it('reports a flipped byte in any page as damage, not as a wrong answer', () => {
    for (const place of [3, 100, 4000, 4096 + 7, 3 * 4096 + 2000]) {
      const file = changed(sampleFile(), (bytes) => {
        bytes[place] = (bytes[place] ?? 0) ^ 1;
      });
      const read = () => {
        const db = openDatabase(file, key);
        try {
          return db.pragma('integrity_check');
        } finally {
          db.close();
        }
      };
      try {
        assert.notDeepEqual(read(), [{ integrity_check: 'ok' }], `byte ${place}`);
      } catch (error) {
        assert.ok(error instanceof Error);
        assert.match(String('code' in error && error.code), /^(workspace-damaged|SQLITE_CORRUPT)/);
      }
    }
  });

  it('does not overwrite a file when it is to be created', () => {
    const file = sampleFile();
    const before = readFileSync(file);
    assert.throws(() => createDatabase(file, key), /EEXIST/);
    assert.deepEqual(readFileSync(file), before);
  });
});

describe('the cipher', () => {
  it('is proved to be in this build', () => {
    proveCipherOnce();
    proveCipher((file) => new Database(file));
  });

  it('is missed in an SQLite without it, which takes every pragma and writes in clear', () => {
    assert.throws(() => proveCipher((file) => new DatabaseSync(file)), failsWith('cipher-missing'));
  });

  it('is missed when the key was taken but nothing was encrypted', () => {
    const keyless = (file: string) => {
      const db = new Database(file);
      return {
        exec: (sql: string) => (sql.includes('key=') ? undefined : db.exec(sql)),
        close: () => db.close(),
      };
    };
    assert.throws(() => proveCipher(keyless), failsWith('cipher-missing'));
  });
});

describe('a sort too large for the cache', { skip: process.platform !== 'linux' }, () => {
  const marker = '密文外不得出现的标记';
  const file = join(folder, 'sort.db');
  const db = createDatabase(file, key);
  db.exec('CREATE TABLE texts (text TEXT)');
  db.transaction(() => {
    const insert = db.prepare('INSERT INTO texts VALUES (?)');
    for (let i = 0; i < 4000; i++) insert.run(`${(i * 7919) % 4001} ${marker.repeat(200)}`);
  })();
  after(() => db.close());

  it('writes nothing in clear to any file this process has open', () => {
    db.pragma('cache_size=-200');
    assert.deepEqual(filesWithMarkerDuringSort(db, marker), []);
  });

  it('would do so with the compiled defaults, so that this test can fail', () => {
    const careless = new Database(file);
    careless.pragma(`cipher='chacha20'`);
    careless.pragma(`key="x'${key.toString('hex')}'"`);
    careless.pragma('cache_size=-200');
    assert.notDeepEqual(filesWithMarkerDuringSort(careless, marker), []);
    careless.close();
  });
});

/** Temporary files of SQLite are deleted as soon as they are made, so they are looked for among the open handles. */
function filesWithMarkerDuringSort(db: Database.Database, marker: string): string[] {
  const rows = db.prepare('SELECT text FROM texts ORDER BY text').iterate();
  rows.next();
  const found = readdirSync('/proc/self/fd').filter((handle) => {
    try {
      const target = readlinkSync(`/proc/self/fd/${handle}`);
      return target.startsWith('/') && readFileSync(`/proc/self/fd/${handle}`).includes(marker);
    } catch {
      return false;
    }
  });
  rows.return?.();
  return found;
}

after(() => rmSync(folder, { recursive: true, force: true }));
