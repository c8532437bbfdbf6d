import type { Database } from 'better-sqlite3';

/** Who sent a record for review the last time; null if nobody did. */
export function senderOf(db: Database, id: string): string | null {
  const who = db
    .prepare(
      `SELECT who FROM status_changes
       WHERE record_number = (SELECT number FROM records WHERE id = ?) AND after = 'in-review' ORDER BY id DESC LIMIT 1`,
    )
    .pluck()
    .get(id);
  return typeof who === 'string' ? who : null;
}
