import type { Database } from 'better-sqlite3';

/**
 * The attachments that both sides of an exchange between colleagues had when the record went over last: JSON, name by id. Of earlier
 * rounds nobody knows; then nothing counts as taken off.
 */
export default function roundAttachments(db: Database): void {
  db.exec(`ALTER TABLE office_rounds ADD COLUMN attachments TEXT NOT NULL DEFAULT '{}'`);
}
