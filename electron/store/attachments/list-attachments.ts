import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { attachments } from '../../../shared/contract/attachments.ts';
import { Failure } from '../../../shared/errors.ts';
import { attachmentOf, SELECT_ATTACHMENTS, type AttachmentRow } from './attachment-row.ts';

type List = (typeof attachments)['attachments.list'];

/** See `attachments.list`. */
export function listAttachments(db: Database, input: InputOf<List>): OutputOf<List> {
  const number = db
    .prepare<[string], number>('SELECT number FROM records WHERE id = ?')
    .pluck()
    .get(input.recordId);
  if (number === undefined) throw new Failure('record-not-found');
  const state = input.removed ? 'IS NOT NULL' : 'IS NULL';
  const total = db
    .prepare(
      `SELECT count(*) FROM record_attachments WHERE record_number = ? AND removed_at ${state}`,
    )
    .pluck()
    .get(number) as number;
  const rows = db
    .prepare<[unknown, number, number], AttachmentRow>(
      `${SELECT_ATTACHMENTS} WHERE link.record_number = ? AND link.removed_at ${state}
       ORDER BY link.added_at, link.id LIMIT ? OFFSET ?`,
    )
    .all(number, input.limit, input.offset);
  return { items: rows.map(attachmentOf), offset: input.offset, total };
}
