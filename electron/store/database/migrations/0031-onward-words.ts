import type { Database } from 'better-sqlite3';

/**
 * That an office to which a provincial office forwarded a record has it, or purged it, by the day of that office's first receipt that says
 * so. `pack_id`: the pack in which the point sent or took back the record. At the provincial office what it heard, `is_told` once a receipt
 * has told the point; at the point what it was told.
 */
export default function onwardWords(db: Database): void {
  db.exec(`
    CREATE TABLE onward_words (
      pack_id TEXT NOT NULL,
      record_id TEXT NOT NULL,
      office_id TEXT NOT NULL,
      office_name TEXT NOT NULL,
      received_at INTEGER,
      purged_at INTEGER,
      is_told INTEGER NOT NULL,
      PRIMARY KEY (pack_id, record_id, office_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX onward_words_untold ON onward_words (pack_id) WHERE is_told = 0;
  `);
}
