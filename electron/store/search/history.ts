import type { Database } from 'better-sqlite3';

const MOST_REMEMBERED = 100;

/** What was searched for, the latest first. It lies in the encrypted database and nowhere else. */
export function listHistory(db: Database): string[] {
  return db
    .prepare('SELECT query FROM search_history ORDER BY searched_at DESC, query LIMIT ?')
    .pluck()
    .all(MOST_REMEMBERED) as string[];
}

/** The oldest beyond a hundred are forgotten. */
export function rememberSearch(db: Database, query: string, now: number): void {
  db.transaction(() => {
    db.prepare('INSERT OR REPLACE INTO search_history (query, searched_at) VALUES (?, ?)').run(
      query,
      now,
    );
    db.prepare(
      `DELETE FROM search_history WHERE query NOT IN
         (SELECT query FROM search_history ORDER BY searched_at DESC, query LIMIT ?)`,
    ).run(MOST_REMEMBERED);
  }).immediate();
}

/** One of them, or all. */
export function clearHistory(db: Database, query: string | undefined): void {
  if (query === undefined) db.prepare('DELETE FROM search_history').run();
  else db.prepare('DELETE FROM search_history WHERE query = ?').run(query);
}
