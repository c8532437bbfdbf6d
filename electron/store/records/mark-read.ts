import type { Database } from 'better-sqlite3';
import type { InputOf } from '../../../shared/contract/define.ts';
import type { records } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { conditionOf } from './list-condition.ts';

/** Marks all of the records or, if one is unknown, none. Fails: `record-not-found`. */
export function markRead(
  db: Database,
  { ids, isRead }: InputOf<(typeof records)['records.markRead']>,
): void {
  const find = db.prepare('SELECT number FROM records WHERE id = ?').pluck();
  const mark = isRead
    ? db.prepare('DELETE FROM unread_records WHERE number = ?')
    : db.prepare('INSERT OR IGNORE INTO unread_records (number) VALUES (?)');
  const markEach = db.transaction(() => {
    for (const id of ids) {
      const number = find.get(id);
      if (number === undefined) throw new Failure('record-not-found');
      mark.run(number);
    }
  });
  markEach.immediate();
}

/** Whatever a list shows is read. Answers how many were not. */
export function markAllRead(
  db: Database,
  question: InputOf<(typeof records)['records.markAllRead']>,
): number {
  const { sql, values } = conditionOf(question);
  const mark = db.prepare(
    `DELETE FROM unread_records WHERE number IN (SELECT number FROM records WHERE ${sql})`,
  );
  return db.transaction(() => mark.run(...values).changes).immediate();
}
