import type { Database } from 'better-sqlite3';
import { withoutMarks } from '../../../shared/comments/marks-in-document.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { copyAttachments, planCopies, withCopies } from '../attachments/copy-attachments.ts';
import { getRecord } from './get-record.ts';
import { insertRecord } from './insert-record.ts';

/**
 * A new record like another one, its attachments included. It has no source: it is not what the file said. What another office sent is its own, until
 * it was adopted: then a copy of one's own can be worked on and sent as guidance. Fails: as `records.duplicate` says.
 */
export function duplicateRecord(
  db: Database,
  { id, title }: { id: RecordId; title: string },
  now: number,
): { id: RecordId; saves: number } {
  const duplicate = db.transaction(() => {
    const { kind, keywords, caseNumbers, document, fields, tags, status, trashedAt } = getRecord(
      db,
      id,
    );
    if (status === null && !isAdopted(db, id)) throw new Failure('record-read-only');
    if (trashedAt !== null) throw new Failure('record-in-trash');
    const copies = planCopies(db, id, document, now);
    // What the sender wrote it for, this one is not.
    const { call, ...others } = fields;
    const kept = status === null || call === undefined ? others : fields;
    const copy = { kind, title, keywords, caseNumbers, fields: kept, tags, source: null };
    const made = insertRecord(
      db,
      { ...copy, document: withCopies(withoutMarks(document), copies) },
      now,
    );
    copyAttachments(db, copies, made);
    return made;
  });
  return { id: duplicate.immediate(), saves: 1 };
}

function isAdopted(db: Database, id: RecordId): boolean {
  const find = `SELECT 1 FROM received_records JOIN records ON number = record_number
    WHERE id = ? AND library = 'received' AND state = 'adopted'`;
  return db.prepare(find).get(id) !== undefined;
}
