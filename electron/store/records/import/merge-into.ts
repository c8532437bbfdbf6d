import type { Database } from 'better-sqlite3';
import { carryMarks } from '../../../../shared/comments/marks-in-document.ts';
import type { RecordId } from '../../../../shared/contract/records.ts';
import { readDocument } from '../../../../shared/document/read-document.ts';
import { keepRecord, keepRevision } from '../../revisions/keep-revision.ts';
import { readKept } from '../../revisions/record-content.ts';
import type { PreparedRecord } from '../prepare-record.ts';
import { writeContent } from '../write-content.ts';

/** Whether there is a record out of the trash that a text can be merged into. */
export function canMergeInto(db: Database, id: RecordId): boolean {
  const row = db.prepare('SELECT 1 FROM records WHERE id = ? AND trashed_at IS NULL').get(id);
  return row !== undefined;
}

/**
 * Makes an imported text the newest version of a record that much resembles it. What stood there is kept as a revision,
 * and so is the new text. Fields, tags and files of the record stay as they are; keywords and case numbers are the new text's,
 * where it has any. To be called inside a transaction.
 */
export function mergeInto(db: Database, id: RecordId, text: PreparedRecord, now: number): void {
  const old = readKept(db, id);
  keepRecord(db, old, { reason: 'before-import' });
  const { title, keywords, caseNumbers } = text;
  const content = {
    title,
    keywords: keywords.length > 0 ? keywords : old.content.keywords,
    caseNumbers: caseNumbers.length > 0 ? caseNumbers : old.content.caseNumbers,
    document: carryMarks(old.content.document, readDocument(JSON.parse(text.document))),
    fields: old.content.fields,
  };
  writeContent(db, old.number, content, now);
  // The text is recognised again when it is imported once more.
  db.prepare('UPDATE records SET source_name = ?, source_hash = ? WHERE number = ?').run(
    text.source?.name ?? null,
    text.source?.hash ?? null,
    old.number,
  );
  keepRevision(db, old.number, { reason: 'imported' });
}
