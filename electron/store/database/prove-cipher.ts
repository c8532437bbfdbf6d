import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../../../shared/errors.ts';

type Connection = { exec(sql: string): unknown; close(): unknown };

let isProved = false;

/**
 * Refuses to go on with an SQLite that cannot encrypt: it ignores the cipher's pragmas and would silently write
 * everything in clear. Proved once per process by writing a database and reading its raw bytes.
 * Fails: `cipher-missing`.
 */
export function proveCipherOnce(): void {
  if (isProved) return;
  proveCipher((file) => new Database(file));
  isProved = true;
}

/** As `proveCipherOnce`, for any build of SQLite. */
export function proveCipher(connect: (file: string) => Connection): void {
  const folder = mkdtempSync(join(tmpdir(), 'jianzhi-probe-'));
  const file = join(folder, 'probe.db');
  const marker = randomBytes(16).toString('hex');
  try {
    const db = connect(file);
    db.exec(`PRAGMA cipher='chacha20'`);
    db.exec(`PRAGMA key="x'${randomBytes(32).toString('hex')}'"`);
    db.exec(`CREATE TABLE probe (word TEXT); INSERT INTO probe VALUES ('${marker}')`);
    db.close();
    const bytes = readFileSync(file);
    const isPlain = bytes.subarray(0, 15).equals(Buffer.from('SQLite format 3', 'latin1'));
    if (isPlain || bytes.length === 0 || bytes.includes(marker))
      throw new Failure('cipher-missing');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
