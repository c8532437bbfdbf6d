import type { Database } from 'better-sqlite3';
import { prepared } from '../database/prepared.ts';

/** Whether a content belongs to anything: an attachment, a removed one too, or the original of a pack that is kept to be forwarded. */
export function isHeld(db: Database, hash: string): boolean {
  return (
    prepared(
      db,
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM record_attachments WHERE hash = @hash)
           OR EXISTS (SELECT 1 FROM original_files WHERE hash = @hash)`,
    ).get({ hash }) !== undefined
  );
}
