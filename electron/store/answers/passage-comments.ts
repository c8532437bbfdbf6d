import type { Database } from 'better-sqlite3';
import type { answers, PassageComment } from '../../../shared/contract/answers.ts';
import type { InputOf } from '../../../shared/contract/define.ts';
import { Failure } from '../../../shared/errors.ts';
import type { Clock } from '../context.ts';
import { prepared } from '../database/prepared.ts';
import { seatOf } from '../profiles/seat.ts';
import { refuseRevealing, unlessRevealing } from './refuse-revealing.ts';

type Comment = (typeof answers)['received.comment'];
/** A receipt carries at most so many of one record. */
const MOST = 500;
const COLUMNS =
  'id, revision, section, passage, before, after, replacement, text, name, at, receipt_id IS NOT NULL AS isSent';

type Row = Omit<PassageComment, 'isSent'> & { isSent: number };

export function commentsOn(db: Database, recordNumber: number): PassageComment[] {
  return prepared<Row>(
    db,
    `SELECT ${COLUMNS} FROM passage_comments WHERE record_number = ? ORDER BY at, id`,
  )
    .all(recordNumber)
    .map(commentOf);
}

/** See `received.comment`. */
export function addComment(db: Database, clock: Clock, input: InputOf<Comment>): PassageComment {
  const add = db.transaction(() => {
    const record = db
      .prepare<[string], { number: number; revision: number }>(
        `SELECT number, received_records.revision FROM records JOIN received_records ON number = record_number
         WHERE id = ? AND library = 'received'`,
      )
      .get(input.recordId);
    if (record === undefined) throw new Failure('record-not-found');
    const { number } = record;
    const all = commentsOn(db, number);
    const known = all.find(({ id }) => id === input.id);
    if (known !== undefined) return known;
    if (input.text === '' && input.replacement === null) throw wrong('text');
    if (db.prepare('SELECT 1 FROM passage_comments WHERE id = ?').get(input.id) !== undefined) {
      throw wrong('id');
    }
    if (all.length >= MOST) throw new Failure('comments-full');
    for (const words of [input.passage, input.replacement ?? '', input.text]) {
      refuseRevealing(db, words, number);
    }
    const row: Row = {
      id: input.id,
      revision: record.revision,
      section: input.section,
      passage: input.passage,
      before: unlessRevealing(db, input.before, number),
      after: unlessRevealing(db, input.after, number),
      replacement: input.replacement,
      text: input.text,
      ...sitting(db),
      at: clock(),
      isSent: 0,
    };
    db.prepare(
      `INSERT INTO passage_comments (id, record_number, revision, section, passage, before, after, replacement, text,
         profile_id, name, at)
       VALUES (@id, @number, @revision, @section, @passage, @before, @after, @replacement, @text, @profileId, @name, @at)`,
    ).run({ ...row, number, profileId: seatOf(db)?.profileId ?? null });
    return commentOf(row);
  });
  return add.immediate();
}

/** See `received.uncomment`. */
export function removeComment(db: Database, id: string): void {
  const { changes } = db
    .prepare('DELETE FROM passage_comments WHERE id = ? AND receipt_id IS NULL')
    .run(id);
  if (changes === 0) throw new Failure('comment-not-found');
}

/** How whoever sits here is called; empty where nobody has given a name. */
export function sitting(db: Database): { name: string } {
  const name = db
    .prepare('SELECT name FROM profiles WHERE id = ?')
    .pluck()
    .get(seatOf(db)?.profileId ?? '');
  return { name: typeof name === 'string' ? name : '' };
}

function commentOf(row: Row): PassageComment {
  return { ...row, isSent: row.isSent === 1 };
}

const wrong = (places: string) =>
  new Failure('input-invalid', { operation: 'received.comment', places });
