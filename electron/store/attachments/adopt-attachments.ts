import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { AttachmentId, type attachments } from '../../../shared/contract/attachments.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import { freeFileName } from '../../../shared/text/file-name.ts';
import type { Clock } from '../context.ts';
import { namesTaken } from './attachment-row.ts';
import { numberOfChangeable } from './tie-attachment.ts';

type Adopt = (typeof attachments)['attachments.adopt'];
type Row = { id: string; hash: string; name: string; media_type: string };

/** See `attachments.adopt`. */
export function adoptAttachments(
  db: Database,
  clock: Clock,
  { recordId, ids }: InputOf<Adopt>,
): OutputOf<Adopt> {
  const adopt = db.transaction(() => {
    const number = numberOfChangeable(db, recordId);
    const adopted = [...new Set(ids)].flatMap((id) => {
      const own = adoptOne(db, clock, number, id);
      return own === null ? [] : [{ from: id, ...own }];
    });
    return { adopted };
  });
  return adopt.immediate();
}

function adoptOne(db: Database, clock: Clock, number: number, id: AttachmentId) {
  const row = db
    .prepare<[string], Row>(
      'SELECT id, hash, name, media_type FROM record_attachments WHERE id = ?',
    )
    .get(id);
  if (row === undefined) return null;
  const own = db
    .prepare<[number, string, string], { id: string; name: string }>(
      `SELECT id, name FROM record_attachments WHERE record_number = ? AND hash = ? AND removed_at IS NULL
       ORDER BY id <> ?, added_at LIMIT 1`,
    )
    .get(number, row.hash, id);
  if (own !== undefined) return { id: AttachmentId.parse(own.id), name: own.name };
  const copy = AttachmentId.parse(uuidv7());
  const name = freeFileName(row.name, namesTaken(db, number));
  db.prepare(
    `INSERT INTO record_attachments (id, record_number, hash, name, media_type, added_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(copy, number, row.hash, name, row.media_type, clock());
  return { id: copy, name };
}
