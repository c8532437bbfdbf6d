import type { Database } from 'better-sqlite3';
import { attachmentIds } from '../../../shared/document/attachment-ids.ts';
import type { DocumentTree } from '../../../shared/document/tree.ts';

/** The attachments that a document shows or links to. */
export function attachmentsIn(document: DocumentTree): Set<string> {
  return new Set(document.sections.flatMap(({ blocks }) => attachmentIds(blocks)));
}

/**
 * What any kept revision of any record shows is not deleted for good as long as that history is there (`attachments.purge`
 * asks). Revisions go only with their record, so it is noted once for each record.
 */
export function noteAttachments(db: Database, recordNumber: number, document: DocumentTree): void {
  const note = db.prepare(
    'INSERT OR IGNORE INTO revision_attachments (attachment_id, record_number) VALUES (?, ?)',
  );
  for (const id of attachmentsIn(document)) note.run(id, recordNumber);
}

export function isInHistory(db: Database, attachmentId: string): boolean {
  return (
    db.prepare('SELECT 1 FROM revision_attachments WHERE attachment_id = ?').get(attachmentId) !==
    undefined
  );
}
