import type { Database } from 'better-sqlite3';
import {
  inlineRuns,
  type Block,
  type DocumentTree,
  type Inline,
} from '../../../shared/document/tree.ts';

/** The attachments that a document shows or links to. */
export function attachmentsIn(document: DocumentTree): Set<string> {
  const found = new Set<string>();
  for (const { blocks } of document.sections) {
    for (const block of blocks) {
      if (block.type === 'image') found.add(block.attachmentId);
      for (const inline of linksOf(block)) found.add(inline.attachmentId);
    }
  }
  return found;
}

function linksOf(block: Block): Extract<Inline, { type: 'attachment-link' }>[] {
  return inlineRuns(block)
    .flat()
    .filter((inline) => inline.type === 'attachment-link');
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
