import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { AttachmentId, type Attachment } from '../../../shared/contract/attachments.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { cleanFileName, freeFileName } from '../../../shared/text/file-name.ts';
import type { Clock } from '../context.ts';
import { attachmentOf, findAttachment, namesTaken } from './attachment-row.ts';
import { mediaTypeOf } from './media-type.ts';
import type { Arrived } from './store-content.ts';
import { prepared } from '../database/prepared.ts';

/** `id`: where the document knows it already. */
export type ToTie = { recordNumber: number; name: string; id?: AttachmentId };

/** Gives a record a content that has arrived, under a name of its own. To be called inside a transaction. */
export function tieAttachment(
  db: Database,
  clock: Clock,
  { recordNumber, name, id = AttachmentId.parse(uuidv7()) }: ToTie,
  { hash, beginning }: Pick<Arrived, 'hash' | 'beginning'>,
): Attachment {
  const clean = cleanFileName(name) || 'file';
  prepared(
    db,
    `INSERT INTO record_attachments (id, record_number, hash, name, media_type, added_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    recordNumber,
    hash,
    freeFileName(clean, namesTaken(db, recordNumber)),
    mediaTypeOf(beginning, clean),
    clock(),
  );
  return attachmentOf(findAttachment(db, id));
}

/** The number of a record that may get attachments. Fails: `record-not-found`, `record-in-trash`. */
export function numberOfChangeable(db: Database, id: RecordId): number {
  const row = db
    .prepare<[string], { number: number; title: string; trashed_at: number | null }>(
      'SELECT number, title, trashed_at FROM records WHERE id = ?',
    )
    .get(id);
  if (row === undefined) throw new Failure('record-not-found');
  if (row.trashed_at !== null) throw new Failure('record-in-trash', { title: row.title });
  return row.number;
}
