import type { Database } from 'better-sqlite3';

/**
 * Cards that came along with guidance. They are used for nothing until somebody has compared the fingerprint, which enrols them like any
 * other; one that was refused stays as a mark, so that it does not wait again. `id`: SHA-256 of the card, hex.
 */
export default function pendingCards(db: Database): void {
  db.exec(`
    CREATE TABLE pending_cards (
      id TEXT PRIMARY KEY,
      office_id TEXT NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      card_version INTEGER NOT NULL,
      card TEXT NOT NULL,
      from_id TEXT NOT NULL,
      from_name TEXT NOT NULL,
      came_at INTEGER NOT NULL,
      refused_at INTEGER
    ) STRICT;
  `);
}
