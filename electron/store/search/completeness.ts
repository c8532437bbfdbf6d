import type { Database } from 'better-sqlite3';

const fact = 'search-index';
const incomplete = 'incomplete';

/** False while the index is being made anew, and after that was broken off. */
export function isIndexComplete(db: Database): boolean {
  const value = db.prepare('SELECT value FROM workspace_facts WHERE name = ?').pluck().get(fact);
  return value !== incomplete;
}

/** Inside the caller's transaction. */
export function setIndexComplete(db: Database, isComplete: boolean): void {
  if (isComplete) db.prepare('DELETE FROM workspace_facts WHERE name = ?').run(fact);
  else {
    db.prepare('INSERT OR REPLACE INTO workspace_facts (name, value) VALUES (?, ?)').run(
      fact,
      incomplete,
    );
  }
}
