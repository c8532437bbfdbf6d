import type { Database } from 'better-sqlite3';
import type { Attachment, AttachmentId } from '../../../shared/contract/attachments.ts';
import { Failure } from '../../../shared/errors.ts';
import { cleanFileName, foldFileName } from '../../../shared/text/file-name.ts';
import { attachmentOf, findAttachment, findChangeable, namesTaken } from './attachment-row.ts';

/** See `attachments.rename`. */
export function renameAttachment(db: Database, id: AttachmentId, wanted: string): Attachment {
  const rename = db.transaction(() => {
    const row = findChangeable(db, id);
    const name = cleanFileName(wanted);
    if (name === '' || /[/\\]/u.test(wanted)) throw new Failure('attachment-name-invalid');
    const taken = namesTaken(db, row.record_number, id).map(foldFileName);
    if (taken.includes(foldFileName(name))) throw new Failure('attachment-name-taken', { name });
    db.prepare('UPDATE record_attachments SET name = ? WHERE id = ?').run(name, id);
    return attachmentOf(findAttachment(db, id));
  });
  return rename.immediate();
}
