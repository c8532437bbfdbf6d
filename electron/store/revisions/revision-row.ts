import type { Database } from 'better-sqlite3';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { Revision, RevisionId, RevisionReason } from '../../../shared/contract/revisions.ts';
import { Failure } from '../../../shared/errors.ts';

export type RevisionRow = {
  id: RevisionId;
  record_number: number;
  number: number;
  written_at: number;
  reason: RevisionReason;
  name: string | null;
  restored_from: number | null;
  characters: number;
  added: number;
  removed: number;
  origin_id: RecordId | null;
  origin_title: string | null;
};

/** Begins every question about revisions; a condition follows. Bodies are not read. */
export const SELECT_REVISIONS = `
  SELECT revisions.id, revisions.record_number, revisions.number, written_at, reason, name, restored_from, characters, added,
    removed, revision_origins.record_id AS origin_id, revision_origins.title AS origin_title
  FROM revisions LEFT JOIN revision_origins ON revision_origins.id = revisions.origin`;

/** Fails: `revision-not-found`. */
export function findRevision(db: Database, id: RevisionId): RevisionRow {
  const row = db
    .prepare<[number], RevisionRow>(`${SELECT_REVISIONS} WHERE revisions.id = ?`)
    .get(id);
  if (row === undefined) throw new Failure('revision-not-found');
  return row;
}

export function revisionOf(db: Database, row: RevisionRow): Revision {
  const packs = db
    .prepare<[number], Revision['packs'][number]>(
      `SELECT packs_written.pack_id AS packId, sequence, recipient_name AS recipientName FROM revision_packs
       JOIN packs_written ON packs_written.pack_id = revision_packs.pack_id
       WHERE revision_id = ? ORDER BY packs_written.number LIMIT 50`,
    )
    .all(row.id);
  return {
    id: row.id,
    number: row.number,
    writtenAt: row.written_at,
    reason: row.reason,
    name: row.name,
    restoredFrom: row.restored_from,
    characters: row.characters,
    added: row.added,
    removed: row.removed,
    origin:
      row.origin_id === null ? null : { recordId: row.origin_id, title: row.origin_title ?? '' },
    packs,
  };
}
