import type { Database } from 'better-sqlite3';
import type { AttachmentId } from '../../../shared/contract/attachments.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { findAttachment } from './attachment-row.ts';
import { isStillShown } from './is-still-shown.ts';

/** Deletes removed attachments, all or none. The contents that nobody needs any more are collected by the caller. */
export function purgeAttachments(db: Database, clock: Clock, ids: readonly AttachmentId[]): void {
  const purge = db.transaction(() => {
    for (const id of ids) {
      const row = findAttachment(db, id);
      if (row.removed_at === null) throw new Failure('attachment-not-found');
      if (isStillShown(db, row)) throw new Failure('attachment-in-history');
      db.prepare('DELETE FROM record_attachments WHERE id = ?').run(id);
      appendAudit(db, clock, { action: 'attachment-purged', subject: id, detail: {} });
    }
  });
  purge.immediate();
}
