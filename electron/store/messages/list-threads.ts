import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { Message, MessageThread, messages } from '../../../shared/contract/office-messages.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { namedAbout } from './about.ts';

type List = (typeof messages)['messages.threads'];
type Row = {
  threadId: string;
  officeId: string;
  officeName: string;
  aboutSender: string | null;
  aboutRecord: string | null;
  text: string;
  at: number;
  isOwn: number;
  count: number;
  unread: number;
};
const MOST = 500;

/** The newest message of each thread stands for it; what it is about, the first one says. */
const THREADS = `SELECT newest.thread_id AS threadId, newest.office_id AS officeId, newest.office_name AS officeName,
    first.about_sender AS aboutSender, first.about_record AS aboutRecord, newest.text, newest.at, newest.is_own AS isOwn,
    grouped.count, grouped.unread, newest.number
  FROM (SELECT office_id, thread_id, max(number) AS last, min(number) AS first, count(*) AS count,
      sum(is_own = 0 AND read_at IS NULL) AS unread FROM messages GROUP BY office_id, thread_id) AS grouped
  JOIN messages AS newest ON newest.number = grouped.last JOIN messages AS first ON first.number = grouped.first`;

/** See `messages.threads`. */
export function listThreads(
  db: Database,
  ownId: string,
  { offset, limit, about }: InputOf<List>,
): OutputOf<List> {
  const named = about === undefined ? null : namedAbout(db, ownId, about);
  const where = named === null ? '' : 'WHERE aboutSender = @senderId AND aboutRecord = @recordId';
  const values = named === null ? {} : { senderId: named.senderId, recordId: named.recordId };
  const total = db
    .prepare(`SELECT count(*) FROM (${THREADS}) ${where}`)
    .pluck()
    .get(values) as number;
  const rows = db
    .prepare(`SELECT * FROM (${THREADS}) ${where} ORDER BY number DESC LIMIT @limit OFFSET @offset`)
    .all({ ...values, limit, offset }) as Row[];
  return { items: rows.map((row) => threadOf(db, ownId, row)), offset, total };
}

type Named = { officeId: string; threadId: string };

/** See `messages.thread`. Fails: `message-not-found`. */
export function getThread(
  db: Database,
  ownId: string,
  { officeId, threadId }: Named,
): { thread: MessageThread; items: Message[] } {
  const row = db
    .prepare(`SELECT * FROM (${THREADS}) WHERE officeId = ? AND threadId = ?`)
    .get(officeId, threadId) as Row | undefined;
  if (row === undefined) throw new Failure('message-not-found');
  const items = db
    .prepare<
      [string, string, number],
      Omit<Message, 'isOwn' | 'isRead'> & { own: number; read: number }
    >(
      `SELECT message_id AS messageId, in_reply_to AS inReplyTo, is_own AS own, text, name, at,
         is_own = 1 OR read_at IS NOT NULL AS read
       FROM messages WHERE office_id = ? AND thread_id = ? ORDER BY number DESC LIMIT ?`,
    )
    .all(officeId, threadId, MOST)
    .toReversed()
    .map(({ own, read, ...message }) => ({ ...message, isOwn: own === 1, isRead: read === 1 }));
  return { thread: threadOf(db, ownId, row), items };
}

export function countUnread(db: Database): number {
  return db
    .prepare('SELECT count(*) FROM messages WHERE is_own = 0 AND read_at IS NULL')
    .pluck()
    .get() as number;
}

export function markThreadRead(db: Database, { officeId, threadId }: Named, now: number): void {
  db.prepare(
    'UPDATE messages SET read_at = ? WHERE office_id = ? AND thread_id = ? AND is_own = 0 AND read_at IS NULL',
  ).run(now, officeId, threadId);
}

function threadOf(db: Database, ownId: string, row: Row): MessageThread {
  const { aboutSender, aboutRecord, isOwn, ...thread } = row;
  return {
    threadId: thread.threadId,
    officeId: thread.officeId,
    officeName: thread.officeName,
    about:
      aboutSender === null || aboutRecord === null
        ? null
        : {
            senderId: aboutSender,
            recordId: aboutRecord,
            ...here(db, ownId, aboutSender, aboutRecord),
          },
    text: thread.text,
    at: thread.at,
    isOwn: isOwn === 1,
    count: thread.count,
    unread: thread.unread,
  };
}

function here(db: Database, ownId: string, senderId: string, recordId: string) {
  const row = (
    senderId === ownId
      ? db
          .prepare('SELECT id, title FROM records WHERE id = ? AND status IS NOT NULL')
          .get(recordId)
      : db
          .prepare(
            `SELECT id, title FROM received_records JOIN records ON number = record_number
             WHERE received_records.sender_id = ? AND record_id = ?`,
          )
          .get(senderId, recordId)
  ) as { id: string; title: string } | undefined;
  return row === undefined
    ? { id: null, title: '' }
    : { id: RecordId.parse(row.id), title: row.title };
}
