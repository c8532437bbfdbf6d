import type { Database } from 'better-sqlite3';
import { carryMarks } from '../../../shared/comments/marks-in-document.ts';
import type { AttachmentId } from '../../../shared/contract/attachments.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { RevisionId, revisions } from '../../../shared/contract/revisions.ts';
import type { DocumentTree } from '../../../shared/document/tree.ts';
import { Failure } from '../../../shared/errors.ts';
import { restoreAttachments } from '../attachments/restore-attachments.ts';
import { writeContent } from '../records/write-content.ts';
import { attachmentsIn } from './attachments-in-revisions.ts';
import { contentAt } from './compare-revisions.ts';
import { keepRecord, keepRevision } from './keep-revision.ts';
import { readWritable } from './keep-named.ts';
import { isSameContent } from './record-content.ts';
import { findRevision } from './revision-row.ts';

type Restore = (typeof revisions)['revisions.restore'];

/** Keeps what stands there, puts the old text in its place, and keeps that as the newest: one transaction. See `revisions.restore`. */
export function restoreRevision(
  db: Database,
  { recordId, id }: InputOf<Restore>,
  now: number,
): OutputOf<Restore> {
  const restore = db.transaction(() => {
    const record = readWritable(db, recordId);
    const kept = contentAt(db, record.number, id);
    const content = { ...kept, document: carryMarks(record.content.document, kept.document) };
    const { number } = findRevision(db, id);
    if (isSameContent(content, record.content)) {
      throw new Failure('revision-unchanged', { number });
    }
    const before = keepRecord(db, record, { reason: 'before-restore' }).id as RevisionId;
    writeContent(db, record.number, content, now);
    bringBack(db, record.number, content.document);
    const restored = keepRevision(db, record.number, { reason: 'restored', restoredFrom: number });
    return { number: restored.number, before };
  });
  return restore.immediate();
}

/** What the restored text shows and was taken off the record meanwhile. What was deleted for good stays so, visibly. */
function bringBack(db: Database, recordNumber: number, document: DocumentTree): void {
  const isRemoved = db.prepare(
    'SELECT 1 FROM record_attachments WHERE id = ? AND record_number = ? AND removed_at IS NOT NULL',
  );
  const removed = [...attachmentsIn(document)].filter(
    (id) => isRemoved.get(id, recordNumber) !== undefined,
  );
  restoreAttachments(db, removed as AttachmentId[]);
}
