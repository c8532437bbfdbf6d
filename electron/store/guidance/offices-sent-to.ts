import type { Database } from 'better-sqlite3';

/** The offices that packs of guidance with a record went to, by id, each with when it went first (milliseconds). */
export function officesSentTo(db: Database, recordId: string): Map<string, number> {
  const rows = db
    .prepare<object, { recipients: string; at: number }>(
      `SELECT recipients, created_at AS at FROM packs_written WHERE kind = 'guidance'
         AND number IN (SELECT pack_number FROM packs_of_records WHERE record_id = @recordId)
         AND EXISTS (SELECT 1 FROM json_each(contents) WHERE json_extract(value, '$.id') = @recordId) ORDER BY number`,
    )
    .all({ recordId });
  const sent = new Map<string, number>();
  for (const { recipients, at } of rows) {
    for (const id of JSON.parse(recipients) as string[]) if (!sent.has(id)) sent.set(id, at);
  }
  return sent;
}
