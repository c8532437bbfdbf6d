import type { Database } from 'better-sqlite3';
import { prepared } from '../database/prepared.ts';

/**
 * Whether a pack of ours was signed with a key that this office has changed since: whoever has enrolled the new card takes nothing new that
 * the old key signed. By the order of the audit trail: no clock is asked.
 */
export function isOfFormerKey(db: Database, packId: string): boolean {
  const changed = prepared(
    db,
    `SELECT 1 FROM audit WHERE action = 'keys-changed'
         AND number > (SELECT max(number) FROM audit WHERE subject = ? AND action = 'pack-written') LIMIT 1`,
  ).get(packId);
  return changed !== undefined;
}
