import type { Database } from 'better-sqlite3';
import { withoutMarks } from '../../../shared/comments/marks-in-document.ts';
import type { FullRecord, RecordId } from '../../../shared/contract/records.ts';
import { compiledSections } from '../../../shared/document/compiled-sections.ts';
import { readDocument } from '../../../shared/document/read-document.ts';
import { DOCUMENT_VERSION, type Section } from '../../../shared/document/tree.ts';
import { Failure } from '../../../shared/errors.ts';
import { copyAttachments, planCopies, withCopies } from '../attachments/copy-attachments.ts';
import { attachmentsIn } from '../revisions/attachments-in-revisions.ts';
import { getRecord } from './get-record.ts';
import { insertRecord } from './insert-record.ts';

/** See `records.compile`. Attachments that no text shows stay with their records. */
export function compileRecords(
  db: Database,
  { ids, title }: { ids: readonly RecordId[]; title: string },
  now: number,
): { id: RecordId; saves: number } {
  const compile = db.transaction(() => {
    const copies = new Map<string, string>();
    const sections: Section[] = [];
    for (const record of [...new Set(ids)].map((id) => getRecord(db, id))) {
      if (record.trashedAt !== null) throw new Failure('record-in-trash');
      const { document } = shownAttachments(db, record, copies, now);
      sections.push(compiledSections({ ...record, document }, sections.length + 1));
    }
    const document = readDocument({ version: DOCUMENT_VERSION, sections });
    const rest = { keywords: [], caseNumbers: [], source: null };
    const made = insertRecord(db, { kind: 'research-note', title, document, ...rest }, now);
    copyAttachments(db, copies, made);
    return made;
  });
  return { id: compile.immediate(), saves: 1 };
}

/** The record's text with the pictures and links of the new record, which are added to `copies`. */
function shownAttachments(
  db: Database,
  { id, document }: FullRecord,
  copies: Map<string, string>,
  now: number,
): Pick<FullRecord, 'document'> {
  const shown = attachmentsIn(document);
  const planned = [...planCopies(db, id, document, now)].filter(([from]) => shown.has(from));
  for (const [from, to] of planned) copies.set(from, to);
  return { document: withCopies(withoutMarks(document), new Map(planned)) };
}
