import type { Database } from 'better-sqlite3';
import { prepared } from '../database/prepared.ts';

/**
 * Writes down which records a record's document links to, in place of what was written before: call it inside the transaction
 * that stores the document. Deleting the record takes its rows along.
 */
export function storeLinks(db: Database, number: number, targets: readonly string[]): void {
  prepared(db, 'DELETE FROM record_links WHERE source = ?').run(number);
  const insert = prepared(db, 'INSERT INTO record_links (source, target) VALUES (?, ?)');
  for (const target of targets) insert.run(number, target);
}
