import type { Database } from 'better-sqlite3';
import type { DocumentTree } from '../../../shared/document/tree.ts';
import { attachmentsIn, isInHistory } from '../revisions/attachments-in-revisions.ts';
import type { AttachmentRow } from './attachment-row.ts';

/**
 * Whether anything still shows an attachment, by a picture or a link: the text of its record as it is now, or a kept revision of
 * it. This is the one place that decides it; what is shown is not deleted for good. A content in turn is kept as long as any
 * attachment has it, removed or not (see `collectReleased`), so that nothing else needs to be asked before collecting.
 */
export function isStillShown(
  db: Database,
  { id, record_number: recordNumber }: Pick<AttachmentRow, 'id' | 'record_number'>,
): boolean {
  if (isInHistory(db, id)) return true;
  const document = db
    .prepare<[number, string], string>(
      'SELECT document FROM records WHERE number = ? AND instr(document, ?) > 0',
    )
    .pluck()
    .get(recordNumber, id);
  return document !== undefined && attachmentsIn(JSON.parse(document) as DocumentTree).has(id);
}
