import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { mergeThreads } from '../../../shared/comments/merge-threads.ts';
import {
  MAX_ENTRIES,
  MAX_THREADS,
  type Author,
  type Thread,
} from '../../../shared/comments/thread.ts';
import type { comments } from '../../../shared/contract/comments.ts';
import type { InputOf } from '../../../shared/contract/define.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { templates } from '../../../shared/templates/index.ts';
import type { RecordKind } from '../../../shared/contract/records.ts';
import { seatOf } from '../profiles/seat.ts';
import { insertEntry, insertThread, threadsOf } from './threads-of.ts';

type Begin = InputOf<(typeof comments)['comments.begin']>;
type Add = InputOf<(typeof comments)['comments.add']>;
type Merge = InputOf<(typeof comments)['comments.merge']>;

/** See `comments.begin`. */
export function beginThread(db: Database, input: Begin, now: number): Thread {
  const begin = db.transaction(() => {
    const record = commentable(db, input.recordId);
    const threads = threadsOf(db, record.number);
    const known = threads.find(({ id }) => id === input.id);
    if (known !== undefined) return known;
    if (input.text === '' && input.replacement === null) throw wrong('text');
    if (threads.length >= MAX_THREADS) throw new Failure('comments-full');
    refuseForeign(db, record.number, [input.id]);
    const author = authorAt(db);
    const { id, passage, replacement, text } = input;
    const said = { id: uuidv7({ msecs: now }), kind: 'said' as const, text, at: now, author };
    const thread: Thread = {
      id,
      passage,
      replacement,
      revision: record.revision,
      at: now,
      author,
      entries: text === '' ? [] : [said],
    };
    insertThread(db, record.number, thread);
    return thread;
  });
  return begin.immediate();
}

/** See `comments.add`. */
export function addEntry(db: Database, input: Add, now: number): Thread {
  const add = db.transaction(() => {
    const { number } = commentable(db, input.recordId);
    const thread = threadsOf(db, number).find(({ id }) => id === input.threadId);
    if (thread === undefined) throw new Failure('comment-not-found');
    if (thread.entries.some(({ id }) => id === input.id)) return thread;
    const isDecided = input.kind === 'accepted' || input.kind === 'rejected';
    if (isDecided && thread.replacement === null) throw wrong('kind');
    if ((input.kind === 'said') !== (input.text !== '')) throw wrong('text');
    if (thread.entries.length >= MAX_ENTRIES) throw new Failure('comments-full');
    if (db.prepare('SELECT 1 FROM comment_entries WHERE id = ?').get(input.id) !== undefined) {
      throw wrong('id');
    }
    // What comes later stands later, also where the clock was set back.
    const at = Math.max(now, thread.at, ...thread.entries.map((entry) => entry.at + 1));
    const { id, kind, text } = input;
    const entry = { id, kind, text, at, author: authorAt(db) };
    insertEntry(db, thread.id, entry);
    return { ...thread, entries: [...thread.entries, entry] };
  });
  return add.immediate();
}

/** See `comments.merge`. */
export function mergeInThreads(db: Database, { recordId, threads }: Merge): Thread[] {
  const merge = db.transaction(() => {
    const { number } = commentable(db, recordId);
    const merged = mergeThreads(threadsOf(db, number), threads);
    if (merged.length > MAX_THREADS || merged.some(({ entries }) => entries.length > MAX_ENTRIES)) {
      throw new Failure('comments-full');
    }
    refuseForeign(
      db,
      number,
      merged.map(({ id }) => id),
    );
    db.prepare('DELETE FROM comment_threads WHERE record_number = ?').run(number);
    const isTaken = db.prepare('SELECT 1 FROM comment_entries WHERE id = ?');
    for (const thread of merged) {
      // Ids of entries are the workspace's, too: two threads that share one are no honest copy.
      if (thread.entries.some(({ id }) => isTaken.get(id) !== undefined)) throw wrong('threads');
      insertThread(db, number, thread);
    }
    return merged;
  });
  return merge.immediate();
}

/** A joined record's threads go with its history: their passages are in its revisions. */
export function moveThreads(db: Database, from: number, to: number): void {
  db.prepare('UPDATE comment_threads SET record_number = ? WHERE record_number = ?').run(to, from);
}

function refuseForeign(db: Database, recordNumber: number, ids: readonly string[]): void {
  const foreign = db.prepare('SELECT 1 FROM comment_threads WHERE id = ? AND record_number <> ?');
  if (ids.some((id) => foreign.get(id, recordNumber) !== undefined)) throw wrong('id');
}

type Row = { number: number; kind: RecordKind; revision: number; trashed_at: number | null };

function commentable(db: Database, id: RecordId): Row {
  const row = db
    .prepare<[string], Row>('SELECT number, kind, revision, trashed_at FROM records WHERE id = ?')
    .get(id);
  if (row === undefined) throw new Failure('record-not-found');
  if (templates[row.kind].isReadOnly) throw new Failure('record-read-only');
  if (row.trashed_at !== null) throw new Failure('record-in-trash');
  return row;
}

function authorAt(db: Database): Author {
  const profileId = seatOf(db)?.profileId ?? null;
  const row = db
    .prepare<[string | null], { name: string | null }>('SELECT name FROM profiles WHERE id = ?')
    .get(profileId);
  return { profileId, name: row?.name ?? null };
}

const wrong = (places: string) => new Failure('input-invalid', { operation: 'comments', places });
