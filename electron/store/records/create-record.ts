import type { Database } from 'better-sqlite3';
import type { RecordId, RecordKind } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { newDocument, templates } from '../../../shared/templates/index.ts';
import { insertRecord } from './insert-record.ts';

/** An empty record with its template's sections. Fails: `record-read-only` for precedents. */
export function createRecord(
  db: Database,
  input: { kind: RecordKind; title: string },
  now: number,
): { id: RecordId; saves: number } {
  if (templates[input.kind].isReadOnly) throw new Failure('record-read-only');
  const record = {
    ...input,
    keywords: [],
    caseNumbers: [],
    document: newDocument(input.kind),
    source: null,
  };
  return { id: db.transaction(() => insertRecord(db, record, now)).immediate(), saves: 1 };
}
