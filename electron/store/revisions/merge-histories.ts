import type { Database } from 'better-sqlite3';
import type { RecordId } from '../../../shared/contract/records.ts';
import { freeFileName } from '../../../shared/text/file-name.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { namesTaken } from '../attachments/attachment-row.ts';
import { moveThreads } from '../comments/write-comments.ts';
import type { Clock } from '../context.ts';
import { keepRecord } from './keep-revision.ts';
import { readKept } from './record-content.ts';

/**
 * Joins the history of one record to that of another: what `from` is now is kept, and every revision of it, also of what was
 * joined to it before, is one of `into` from then on, marked with where it comes from and under its own number. Its attachments go
 * along, since its revisions may show them. The text of `into` stays; `from` stays as a record without history, and what
 * becomes of it is the caller's. Fails: `record-not-found`, `document-invalid`, `document-newer`.
 */
export function mergeHistories(
  db: Database,
  { into, from }: { into: RecordId; from: RecordId },
  clock: Clock,
): void {
  if (into === from) throw new RangeError('a history is not joined to itself');
  const merge = db.transaction(() => {
    const [target, source] = [readKept(db, into), readKept(db, from)];
    keepRecord(db, source, { reason: 'joined' });
    db.prepare('UPDATE revision_origins SET record_number = ? WHERE record_number = ?').run(
      target.number,
      source.number,
    );
    const { lastInsertRowid: origin } = db
      .prepare(
        'INSERT INTO revision_origins (record_number, record_id, title, joined_at) VALUES (?, ?, ?, ?)',
      )
      .run(target.number, from, source.content.title, clock());
    db.prepare(
      'UPDATE revisions SET record_number = ?, origin = ifnull(origin, ?) WHERE record_number = ?',
    ).run(target.number, origin, source.number);
    db.prepare(
      'UPDATE OR REPLACE revision_attachments SET record_number = ? WHERE record_number = ?',
    ).run(target.number, source.number);
    moveAttachments(db, source.number, target.number);
    moveThreads(db, source.number, target.number);
    appendAudit(db, clock, { action: 'histories-joined', subject: into, detail: { from } });
  });
  merge.immediate();
}

function moveAttachments(db: Database, from: number, into: number): void {
  const all = db
    .prepare<[number], { id: string; name: string; removed_at: number | null }>(
      'SELECT id, name, removed_at FROM record_attachments WHERE record_number = ? ORDER BY added_at, id',
    )
    .all(from);
  const move = db.prepare('UPDATE record_attachments SET record_number = ?, name = ? WHERE id = ?');
  for (const { id, name, removed_at: removedAt } of all) {
    move.run(into, removedAt === null ? freeFileName(name, namesTaken(db, into)) : name, id);
  }
}
