import type { Database } from 'better-sqlite3';

/** As what the person who decided about a finding works: `officer` or `reviewer`. Before, only officers were known. */
export default function decider(db: Database): void {
  db.exec(`ALTER TABLE preflight_decisions ADD COLUMN role TEXT NOT NULL DEFAULT 'officer'`);
}
