import type { Database } from 'better-sqlite3';

/** A card that somebody revoked, why, and that nothing follows it but a newer one. It is superseded as well. */
export default function revokedCards(db: Database): void {
  db.exec(`
    ALTER TABLE office_cards ADD COLUMN revoked_at INTEGER;
    ALTER TABLE office_cards ADD COLUMN revoked_because TEXT NOT NULL DEFAULT '';
  `);
}
