import type { Database } from 'better-sqlite3';
import type { FullRecord, RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { provenanceOf } from '../inbox/provenance-of.ts';
import { recordOf, RECORD_COLUMNS, type RecordRow } from './record-row.ts';

/** A whole record, also one in the trash. Fails: `record-not-found`, `document-invalid`, `document-newer`. */
export function getRecord(db: Database, id: RecordId): FullRecord {
  const row = db.prepare(`SELECT ${RECORD_COLUMNS} FROM records WHERE id = ?`).get(id) as
    | RecordRow
    | undefined;
  if (row === undefined) throw new Failure('record-not-found');
  return { ...recordOf(row), provenance: provenanceOf(db, row.number) };
}
