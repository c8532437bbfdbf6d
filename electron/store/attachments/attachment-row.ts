import type { Database } from 'better-sqlite3';
import type { Attachment, AttachmentId, TextState } from '../../../shared/contract/attachments.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { prepared, preparedValue } from '../database/prepared.ts';

export type AttachmentRow = {
  id: AttachmentId;
  record_id: RecordId;
  record_number: number;
  record_title: string;
  trashed_at: number | null;
  name: string;
  media_type: string;
  size_in_bytes: number;
  hash: string;
  added_at: number;
  removed_at: number | null;
  text_state: TextState | null;
  blank_pages: number | null;
};

/** Begins every question about attachments; a condition follows. */
export const SELECT_ATTACHMENTS = `
  SELECT link.id, records.id AS record_id, link.record_number, records.title AS record_title, records.trashed_at,
    link.name, link.media_type, attachments.size_in_bytes, link.hash, link.added_at, link.removed_at,
    read.state AS text_state, read.blank_pages
  FROM record_attachments AS link
  JOIN attachments ON attachments.hash = link.hash
  JOIN records ON records.number = link.record_number
  LEFT JOIN attachment_texts AS read ON read.hash = link.hash`;

export function attachmentOf(row: AttachmentRow): Attachment {
  return {
    id: row.id,
    recordId: row.record_id,
    name: row.name,
    mediaType: row.media_type,
    sizeInBytes: row.size_in_bytes,
    hash: row.hash,
    addedAt: row.added_at,
    removedAt: row.removed_at,
    textState: row.text_state ?? 'waiting',
    blankPages: row.blank_pages ?? 0,
  };
}

/** Fails: `attachment-not-found`. */
export function findAttachment(db: Database, id: AttachmentId): AttachmentRow {
  const row = prepared<AttachmentRow>(db, `${SELECT_ATTACHMENTS} WHERE link.id = ?`).get(id);
  if (row === undefined) throw new Failure('attachment-not-found');
  return row;
}

/** Fails: `attachment-not-found`, `record-in-trash`: what lies in the trash is not changed. */
export function findChangeable(db: Database, id: AttachmentId): AttachmentRow {
  const row = findAttachment(db, id);
  if (row.trashed_at !== null) throw new Failure('record-in-trash', { title: row.record_title });
  return row;
}

/** The names that a record's attachments have now, without that of `except`. */
export function namesTaken(db: Database, recordNumber: number, except = ''): string[] {
  return preparedValue<string>(
    db,
    `SELECT name FROM record_attachments WHERE record_number = ? AND id <> ? AND removed_at IS NULL`,
  ).all(recordNumber, except) as string[];
}
