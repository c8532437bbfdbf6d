import type { Database } from 'better-sqlite3';
import type { documents } from '../../../shared/contract/documents.ts';
import type { AttachmentId } from '../../../shared/contract/attachments.ts';
import type { OutputOf } from '../../../shared/contract/define.ts';
import { Failure } from '../../../shared/errors.ts';
import {
  attachmentOf,
  SELECT_ATTACHMENTS,
  type AttachmentRow,
} from '../attachments/attachment-row.ts';
import { storedDocument } from '../records/record-row.ts';

/** Kinds of pictures that Word shows and whose hidden data can be taken out. */
const shown = new Map([
  ['image/png', 'png'],
  ['image/jpeg', 'jpeg'],
]);

/** The ending of a picture of that kind within a Word file; undefined: it cannot be shown. */
export function pictureEnding(mediaType: string): string | undefined {
  return shown.get(mediaType);
}

/** See `documents.pictures`. */
export function picturesOf(
  db: Database,
  recordIds: readonly string[],
): OutputOf<(typeof documents)['documents.pictures']> {
  const find = db.prepare<[string, string], AttachmentRow>(
    `${SELECT_ATTACHMENTS} WHERE link.id = ? AND records.id = ? AND link.removed_at IS NULL`,
  );
  const read = db.prepare('SELECT document FROM records WHERE id = ?').pluck();
  const rows = [...new Set(recordIds)].flatMap((id) => {
    const text = read.get(id);
    if (typeof text !== 'string') return [];
    const ids = storedDocument(text).sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'image' ? [block.attachmentId] : [])),
    );
    return [...new Set(ids)].flatMap((picture) => find.get(picture, id) ?? []);
  });
  const items = rows.filter((row) => shown.has(row.media_type)).map(attachmentOf);
  return { items, others: rows.length - items.length };
}

/** Exported equals chosen, or it fails. Fails: `attachment-not-found`. */
export function refuseOtherPictures(
  db: Database,
  recordIds: readonly string[],
  chosen: readonly AttachmentId[],
): void {
  if (chosen.length === 0) return;
  const there = new Set(picturesOf(db, recordIds).items.map(({ id }) => id));
  if (!chosen.every((id) => there.has(id))) throw new Failure('attachment-not-found');
}
