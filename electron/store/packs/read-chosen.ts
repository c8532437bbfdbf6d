import type { Database } from 'better-sqlite3';
import type { RecordKind } from '../../../shared/contract/records.ts';
import { ExportedRecord, recordFormat } from '../../../shared/document/exported-record.ts';
import { exportTree } from '../../../shared/document/export-tree.ts';
import { exportFields } from '../../../shared/document/export-fields.ts';
import { Failure } from '../../../shared/errors.ts';
import { keepRevision } from '../revisions/keep-revision.ts';
import { storedDocument } from '../records/record-row.ts';
import { storedFields } from '../records/stored-fields.ts';
import { linkedDeparture } from '../links/linked-departure.ts';
import { citedDeparture } from '../sources/cited-departure.ts';
import { prepared, preparedValue } from '../database/prepared.ts';

type RecordRow = {
  id: string;
  kind: RecordKind;
  title: string;
  keywords: string;
  case_numbers: string;
  document: string;
  number: number;
  revision: number;
  fields: string;
  trashed_at: number | null;
};

/** `contentOf` says which pictures go along. */
type Reading = {
  contentOf?: (attachmentId: string) => string | null;
  mayBeTrashed?: boolean;
};

/**
 * One record as it stands, with real names: field by field through the allow-list, the document's nodes included. What may
 * leave of it, the pre-flight says. Fails: `record-not-found`, `record-in-trash`,
 * `document-invalid`, `document-newer`.
 */
export function readChosen(
  db: Database,
  id: string,
  { contentOf = () => null, mayBeTrashed = false }: Reading = {},
): ExportedRecord {
  const row = prepared<RecordRow>(
    db,
    `SELECT number, revision, id, kind, title, keywords, case_numbers, document, trashed_at, fields
       FROM records WHERE id = ?`,
  ).get(id);
  if (row === undefined) throw new Failure('record-not-found', { id });
  if (row.trashed_at !== null && !mayBeTrashed) throw new Failure('record-in-trash', { id });
  const fields = exportFields(storedFields(row.fields));
  const stored = storedDocument(row.document);
  const tree = exportTree(stored, {
    ...citedDeparture(db, stored),
    ...linkedDeparture(db),
    contentOf,
  });
  const record = ExportedRecord.safeParse({
    format: 'jianzhi-record',
    ...recordFormat(row.kind, tree, fields),
    ...(fields === null ? {} : { fields }),
    id: row.id,
    kind: row.kind,
    title: row.title,
    keywords: JSON.parse(row.keywords),
    caseNumbers: JSON.parse(row.case_numbers),
    revision: Math.max(row.revision, 1),
  });
  if (!record.success) throw new Failure('document-invalid', { id });
  return record.data;
}

/** The number of the revision that history keeps of a record because it leaves now. Fails: `record-not-found`. */
export function keepLeaving(db: Database, id: string): number {
  const number = preparedValue<number>(db, 'SELECT number FROM records WHERE id = ?').get(id);
  if (typeof number !== 'number') throw new Failure('record-not-found', { id });
  return keepRevision(db, number, { reason: 'exported' }).number;
}
