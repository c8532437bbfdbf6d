import type { Database } from 'better-sqlite3';
import { prepared } from '../database/prepared.ts';

/** Whether another office sent a record: its text is theirs, and so is taking it away. */
export function isOthers(db: Database, recordNumber: number): boolean {
  const find = 'SELECT 1 FROM received_records WHERE record_number = ?';
  return prepared(db, find).get(recordNumber) !== undefined;
}
