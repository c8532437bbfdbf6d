import type { Database } from 'better-sqlite3';

/** Pages merged in one go; a go is a transaction, and nobody else can write meanwhile. */
const pagesAtOnce = 100;
const longestInMilliseconds = 40;
type Table = 'search_meta' | 'search_body';

/** Merges what changes have left in pieces, for some 40 ms at most. Answers whether there is more to merge. */
export function tidyIndex(db: Database): boolean {
  const until = performance.now() + longestInMilliseconds;
  let hasMore = true;
  while (hasMore && performance.now() < until) {
    hasMore = merge(db, 'search_meta', pagesAtOnce) || merge(db, 'search_body', pagesAtOnce);
  }
  return hasMore;
}

/** One step on the way to a single piece, for after a rebuild. Answers whether there is more to merge. */
export function compactIndex(db: Database): boolean {
  // FTS5 takes a negative number to mean: into one, whatever it costs.
  return merge(db, 'search_meta', -pagesAtOnce) || merge(db, 'search_body', -pagesAtOnce);
}

/** FTS5 tells only by the number of changed rows whether it merged: fewer than two means that there was nothing. */
function merge(db: Database, table: Table, pages: number): boolean {
  const changes = db.prepare('SELECT total_changes()').pluck();
  const before = changes.get() as number;
  db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`).run(pages);
  return (changes.get() as number) - before >= 2;
}
