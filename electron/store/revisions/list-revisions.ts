import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { RevisionId, revisions } from '../../../shared/contract/revisions.ts';
import { Failure } from '../../../shared/errors.ts';
import { findRevision, revisionOf, SELECT_REVISIONS, type RevisionRow } from './revision-row.ts';

type List = (typeof revisions)['revisions.list'];
type Find = (typeof revisions)['revisions.find'];

/** A page of a record's history, newest first, with what was joined to it. Fails: `record-not-found`. */
export function listRevisions(
  db: Database,
  { recordId, offset, limit }: InputOf<List>,
): OutputOf<List> {
  const number = recordNumberOf(db, recordId);
  const total = db
    .prepare<[number], number>('SELECT count(*) FROM revisions WHERE record_number = ?')
    .pluck()
    .get(number);
  const rows = db
    .prepare<[number, number, number], RevisionRow>(
      `${SELECT_REVISIONS} WHERE revisions.record_number = ?
       ORDER BY written_at DESC, revisions.id DESC LIMIT ? OFFSET ?`,
    )
    .all(number, limit, offset);
  return { items: rows.map((row) => revisionOf(db, row)), offset, total: Number(total) };
}

/** A revision by the number it bore in its record, and the record whose history it is in now. */
export function findNumbered(db: Database, { recordId, number }: InputOf<Find>): OutputOf<Find> {
  const found = db
    .prepare(
      `SELECT revisions.id, records.id AS recordId FROM records
       JOIN revisions ON revisions.record_number = records.number AND ifnull(origin, 0) = 0
       WHERE records.id = @recordId AND revisions.number = @number
       UNION ALL
       SELECT revisions.id, records.id FROM revision_origins
       JOIN revisions ON revisions.record_number = revision_origins.record_number
         AND ifnull(origin, 0) = revision_origins.id
       JOIN records ON records.number = revisions.record_number
       WHERE revision_origins.record_id = @recordId AND revisions.number = @number`,
    )
    .get({ recordId, number }) as { id: RevisionId; recordId: RecordId } | undefined;
  if (found === undefined) throw new Failure('revision-not-found');
  return { recordId: found.recordId, revision: revisionOf(db, findRevision(db, found.id)) };
}

/** Fails: `record-not-found`. */
export function recordNumberOf(db: Database, id: RecordId): number {
  const number = db.prepare('SELECT number FROM records WHERE id = ?').pluck().get(id);
  if (typeof number !== 'number') throw new Failure('record-not-found');
  return number;
}
