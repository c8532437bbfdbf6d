import type { Database } from 'better-sqlite3';
import type { Entry, EntryKind, Thread } from '../../../shared/comments/thread.ts';

type ThreadRow = {
  id: string;
  passage: string;
  replacement: string | null;
  revision: number;
  at: number;
  profile_id: string | null;
  name: string | null;
};
type EntryRow = {
  id: string;
  thread_id: string;
  kind: EntryKind;
  text: string;
  at: number;
  profile_id: string | null;
  name: string | null;
};

/** A record's threads in the order in which they began, each with its entries in theirs. */
export function threadsOf(db: Database, recordNumber: number): Thread[] {
  const entries = Map.groupBy(
    db
      .prepare<[number], EntryRow>(
        `SELECT e.id, e.thread_id, e.kind, e.text, e.at, e.profile_id, e.name FROM comment_entries e
         JOIN comment_threads t ON t.id = e.thread_id WHERE t.record_number = ? ORDER BY e.at, e.id`,
      )
      .all(recordNumber),
    ({ thread_id: thread }) => thread,
  );
  return db
    .prepare<[number], ThreadRow>(
      `SELECT id, passage, replacement, revision, at, profile_id, name FROM comment_threads
       WHERE record_number = ? ORDER BY at, id`,
    )
    .all(recordNumber)
    .map(({ profile_id: profileId, name, ...head }) => ({
      ...head,
      author: { profileId, name },
      entries: (entries.get(head.id) ?? []).map(entryOf),
    }));
}

function entryOf({ id, kind, text, at, profile_id: profileId, name }: EntryRow): Entry {
  return { id, kind, text, at, author: { profileId, name } };
}

export function insertThread(db: Database, recordNumber: number, thread: Thread): void {
  const { id, passage, replacement, revision, at, author } = thread;
  db.prepare(
    `INSERT INTO comment_threads (id, record_number, passage, replacement, revision, at, profile_id, name)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, recordNumber, passage, replacement, revision, at, author.profileId, author.name);
  for (const entry of thread.entries) insertEntry(db, id, entry);
}

export function insertEntry(db: Database, threadId: string, entry: Entry): void {
  const { id, kind, text, at, author } = entry;
  db.prepare(
    `INSERT INTO comment_entries (id, thread_id, kind, text, at, profile_id, name) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, threadId, kind, text, at, author.profileId, author.name);
}
