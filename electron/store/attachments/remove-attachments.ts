import type { Database } from 'better-sqlite3';
import type { AttachmentId } from '../../../shared/contract/attachments.ts';
import { findChangeable } from './attachment-row.ts';

/** Takes all of them off their records or, if one cannot be, none. See `attachments.remove`. */
export function removeAttachments(db: Database, ids: readonly AttachmentId[], now: number): void {
  const remove = db.transaction(() => {
    for (const id of ids) {
      const { removed_at: removedAt } = findChangeable(db, id);
      if (removedAt !== null) continue;
      db.prepare('UPDATE record_attachments SET removed_at = ? WHERE id = ?').run(now, id);
    }
  });
  remove.immediate();
}
