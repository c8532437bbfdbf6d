import type { Database } from 'better-sqlite3';
import type { LinkTarget } from '../../../shared/contract/links.ts';
import type { RecordId, RecordKind } from '../../../shared/contract/records.ts';
import { prepared } from '../database/prepared.ts';

type Row = { kind: RecordKind; title: string; trashed_at: number | null };

/** What has become of the records that links lead to, in the order asked. */
export function listTargets(db: Database, ids: readonly RecordId[]): LinkTarget[] {
  return ids.map((id) => targetOf(db, id));
}

export function targetOf(db: Database, id: string): LinkTarget {
  const row = prepared(db, 'SELECT kind, title, trashed_at FROM records WHERE id = ?').get(id) as
    | Row
    | undefined;
  if (row === undefined) {
    return { id: id as RecordId, state: wasPurged(db, id) ? 'purged' : 'unknown' };
  }
  const { kind, title } = row;
  return { id: id as RecordId, state: row.trashed_at === null ? 'there' : 'trashed', kind, title };
}

/** What was destroyed has left a line in the audit trail. */
function wasPurged(db: Database, id: string): boolean {
  const find = "SELECT 1 FROM audit WHERE subject = ? AND action = 'record-purged'";
  return prepared(db, find).get(id) !== undefined;
}
