import type { Database } from 'better-sqlite3';

/** Pages merged in one go; a go is a transaction, and nobody else can write meanwhile. */
const pagesAtOnce = 100;
const longestInMilliseconds = 40;

/** Merges the index for some 40 ms at most. Answers whether there is more to merge. */
export function tidyIndex(
  db: Database,
  now: () => number = performance.now.bind(performance),
): boolean {
  const until = now() + longestInMilliseconds;
  let hasMore = true;
  while (hasMore && now() < until) {
    hasMore = mergeSome(db, 'search_meta') || mergeSome(db, 'search_body');
  }
  return hasMore;
}

/** FTS5 tells only by the number of changed rows whether it merged: fewer than two means that there was nothing. */
function mergeSome(db: Database, table: 'search_meta' | 'search_body'): boolean {
  const changes = db.prepare('SELECT total_changes()').pluck();
  const before = changes.get() as number;
  db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`).run(pagesAtOnce);
  return (changes.get() as number) - before >= 2;
}
