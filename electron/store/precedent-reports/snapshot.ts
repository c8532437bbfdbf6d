import type { Database } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import type { RecordId } from '../../../shared/contract/records.ts';
import { segmentsOfRow, type FoundRow } from '../search/describe-hit.ts';
import { storedFields } from '../records/stored-fields.ts';

/** A found record as a report notes it. `hash` is of all its text, so that a later change of it is seen. */
export type Snapshot = {
  title: string;
  kind: string;
  /** JSON. */
  caseNumbers: string;
  origin: string | null;
  office: string;
  hash: Buffer;
};

/** Null for a record that is not there any more. */
export function snapshotOf(db: Database, id: RecordId): Snapshot | null {
  const row = db
    .prepare(
      `SELECT id, kind, title, keywords, case_numbers AS caseNumbers, document, changed_at AS changedAt, fields
       FROM records WHERE id = ? AND trashed_at IS NULL`,
    )
    .get(id) as (FoundRow & { fields: string }) | undefined;
  if (row === undefined) return null;
  const { court, handlingProcuratorate, origin } = storedFields(row.fields);
  const hash = createHash('sha256');
  for (const { place, text } of segmentsOfRow(row)) hash.update(JSON.stringify([place, text]));
  return {
    title: row.title,
    kind: row.kind,
    caseNumbers: row.caseNumbers,
    origin,
    office: court === '' ? handlingProcuratorate : court,
    hash: hash.digest().subarray(0, 16),
  };
}
