import Database from 'better-sqlite3';
import { createSecretKey, type KeyObject } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { Failure } from '../../../shared/errors.ts';
import { toFailure } from './sqlite-failure.ts';

export const keyLengthInBytes = 32;
const plainHeader = Buffer.from('SQLite format 3\0', 'latin1');
const smallestDatabaseInBytes = 512;

/**
 * Opens an encrypted database that exists. The key is proved by reading. Fails: `workspace-not-found`,
 * `workspace-not-encrypted`, `workspace-damaged` (also if the key is not this database's), `cipher-missing`.
 */
export function openDatabase(file: string, key: Uint8Array): Database.Database {
  refusePlainFile(file);
  const db = new Database(file, { fileMustExist: true });
  return prepare(db, key, setUpWriting);
}

/** Opens without the right to write: neither the database nor its journal changes. Fails as `openDatabase`. */
export function openDatabaseToRead(file: string, key: Uint8Array): Database.Database {
  refusePlainFile(file);
  const db = new Database(file, { fileMustExist: true, readonly: true });
  return prepare(db, key, setUpReading);
}

/**
 * A second connection to a database that this process has open, for a thread. The file is not looked at before: closing it would
 * drop the locks of the first. The key is wiped.
 */
export function openBeside(file: string, key: Uint8Array): Database.Database {
  try {
    return prepare(new Database(file, { fileMustExist: true }), key, setUpWriting);
  } finally {
    key.fill(0);
  }
}

/** The key of a database open for writing, for `openBeside`, where no dump of strings or buffers shows it. */
export function keyOf(db: Database.Database): KeyObject {
  const key = keys.get(db);
  if (key === undefined) throw new Error('not a database that was opened here');
  return key;
}

const keys = new WeakMap<Database.Database, KeyObject>();

/** Creates an empty encrypted database. The file must not exist. */
export function createDatabase(file: string, key: Uint8Array): Database.Database {
  closeSync(openSync(file, 'wx', 0o600));
  return prepare(new Database(file, { fileMustExist: true }), key, setUpWriting);
}

/**
 * The order matters: cipher, key, temporary store, and only then anything that reads. Setting a key always answers
 * "ok", so it is proved by a read; any key fits an empty file, so `refusePlainFile` refuses those.
 */
function prepare(
  db: Database.Database,
  key: Uint8Array,
  setUp: (db: Database.Database) => void,
): Database.Database {
  try {
    db.pragma(`cipher='chacha20'`);
    if (db.pragma('cipher', { simple: true }) !== 'chacha20') throw new Failure('cipher-missing');
    applyKey(db, key);
    // SQLite writes large sorts of an encrypted database to the temporary folder in clear.
    db.pragma('temp_store=MEMORY');
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    setUp(db);
    if (!db.readonly) keys.set(db, createSecretKey(key));
    return db;
  } catch (error) {
    db.close();
    throw toFailure(error) ?? error;
  }
}

/**
 * The same bytes as `PRAGMA key="x'<64 hex>'"`, but in a buffer that can be wiped: a string stays in memory until the
 * garbage collector finds it. Anything but exactly this form would silently be taken for a passphrase.
 */
function applyKey(db: Database.Database, key: Uint8Array): void {
  if (key.length !== keyLengthInBytes) throw new Error('a database key has 32 bytes');
  const digits = '0123456789abcdef';
  const form = Buffer.alloc(keyLengthInBytes * 2 + 3);
  form.write("x'", 0, 'latin1');
  key.forEach((byte, index) => {
    form[2 + index * 2] = digits.charCodeAt(byte >> 4);
    form[3 + index * 2] = digits.charCodeAt(byte & 15);
  });
  form.write("'", form.length - 1, 'latin1');
  db.key(form);
  form.fill(0);
}

function setUpWriting(db: Database.Database): void {
  if (db.pragma('journal_mode=WAL', { simple: true }) !== 'wal') {
    throw new Error('the database did not enter WAL mode');
  }
  db.pragma('synchronous=FULL');
  db.pragma('secure_delete=ON');
  setUpReading(db);
}

function setUpReading(db: Database.Database): void {
  db.pragma('foreign_keys=ON');
  db.pragma('trusted_schema=OFF');
  db.pragma('busy_timeout=5000');
  // A negative size is in KiB. Every page that is read again must be deciphered again, so the cache is generous.
  db.pragma('cache_size=-65536');
}

/**
 * Looks at the first bytes before SQLite does: opening a plain file with a key fails in a confusing way, and an empty
 * one takes any key. Call it only while the workspace's lock is held and no connection is open in this process:
 * closing any handle of a file drops the process's POSIX locks on it.
 */
export function refusePlainFile(file: string): void {
  const header = Buffer.alloc(smallestDatabaseInBytes);
  const length = readHeader(file, header);
  if (header.subarray(0, plainHeader.length).equals(plainHeader)) {
    throw new Failure('workspace-not-encrypted');
  }
  if (length < smallestDatabaseInBytes) {
    throw new Failure('workspace-damaged', { reason: 'database-truncated' });
  }
}

function readHeader(file: string, header: Buffer): number {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    throw unreadable(error);
  }
  try {
    return readSync(handle, header, 0, header.length, 0);
  } finally {
    closeSync(handle);
  }
}

function unreadable(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ENOENT') return new Failure('workspace-not-found', {}, error);
  return new Failure('file-unreadable', {}, error);
}
