import type { Database } from 'better-sqlite3';
import type { attachments } from '../../../shared/contract/attachments.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import { attachmentOf, SELECT_ATTACHMENTS, type AttachmentRow } from './attachment-row.ts';

type OfRecords = (typeof attachments)['attachments.ofRecords'];

/** See `attachments.ofRecords`. */
export function attachmentsOfRecords(
  db: Database,
  { recordIds, offset, limit }: InputOf<OfRecords>,
): OutputOf<OfRecords> {
  const ids = JSON.stringify(recordIds);
  const condition = `records.id IN (SELECT value FROM json_each(?)) AND records.trashed_at IS NULL
    AND link.removed_at IS NULL`;
  const total = db
    .prepare<[string], number>(
      `SELECT count(*) FROM record_attachments AS link
       JOIN records ON records.number = link.record_number WHERE ${condition}`,
    )
    .pluck()
    .get(ids);
  const rows = db
    .prepare<[string, number, number], AttachmentRow>(
      `${SELECT_ATTACHMENTS} WHERE ${condition}
       ORDER BY link.record_number, link.added_at, link.id LIMIT ? OFFSET ?`,
    )
    .all(ids, limit, offset);
  return { items: rows.map(attachmentOf), offset, total: total ?? 0 };
}
