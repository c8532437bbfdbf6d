import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { canonicalJson } from '../../../shared/canonical-json.ts';
import { writeFailure } from '../files/file-failure.ts';
import { NO_LINE, type StoredLine } from './chain.ts';

/**
 * The whole trail as a file that must not exist yet: one line of canonical JSON for each of its lines, oldest first, with
 * `detail` as it is hashed, so that anybody with SHA-256 can count the chain again. A failure leaves nothing behind.
 */
export function exportAudit(db: Database, file: string): { lines: number; head: string } {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'wx', 0o600);
  } catch (error) {
    throw writeFailure(error, file);
  }
  try {
    const rows = db
      .prepare<[], StoredLine & { hash: string }>(
        'SELECT number, at, action, subject, detail, hash, who FROM audit ORDER BY number',
      )
      .iterate();
    let [lines, head] = [0, NO_LINE];
    for (const row of rows) {
      const { who, ...line } = row;
      writeSync(descriptor, `${canonicalJson(who === null ? line : row)}\n`);
      lines += 1;
      head = row.hash;
    }
    fsyncSync(descriptor);
    return { lines, head };
  } catch (error) {
    rmSync(file, { force: true });
    throw writeFailure(error, file);
  } finally {
    closeSync(descriptor);
  }
}
