import type { Database } from 'better-sqlite3';
import type { AttachmentId } from '../../../shared/contract/attachments.ts';
import { freeFileName } from '../../../shared/text/file-name.ts';
import { findChangeable, namesTaken } from './attachment-row.ts';

/** Brings all of them back or, if one cannot be, none; a name that was taken meanwhile gets a number. */
export function restoreAttachments(db: Database, ids: readonly AttachmentId[]): void {
  const restore = db.transaction(() => {
    for (const id of ids) {
      const row = findChangeable(db, id);
      if (row.removed_at === null) continue;
      const name = freeFileName(row.name, namesTaken(db, row.record_number, id));
      db.prepare('UPDATE record_attachments SET removed_at = NULL, name = ? WHERE id = ?').run(
        name,
        id,
      );
    }
  });
  restore.immediate();
}
