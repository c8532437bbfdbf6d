import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { addMarks, markedRuns } from '../../../shared/comments/marks-in-document.ts';
import { MAX_THREADS, type Thread } from '../../../shared/comments/thread.ts';
import type { ReturnedComment } from '../../../shared/packs/statement.ts';
import { insertThread, threadsOf } from '../comments/threads-of.ts';
import type { Clock } from '../context.ts';
import type { PackJson } from '../packs/pack-json.ts';
import { storedDocument } from '../records/record-row.ts';
import { findPassages } from './find-passages.ts';
import type { RecordAnswer } from './take-receipt.ts';

type Row = { number: number; id: string; revision: number; document: string };

/**
 * Remarks of another office become comment threads of our record, each at its words: those stand in the text with real names, and
 * came back with pseudonyms. One whose words are not there any more has a thread without a place. A thread comes once, however often
 * a receipt does.
 */
export function bringBack(
  db: Database,
  clock: Clock,
  { sender }: PackJson,
  { recordId, comments }: RecordAnswer,
): void {
  if (comments.length === 0) return;
  const row = db
    .prepare<[string], Row>(
      'SELECT number, id, revision, document FROM records WHERE id = ? AND status IS NOT NULL',
    )
    .get(recordId);
  if (row === undefined) return;
  const room = MAX_THREADS - threadsOf(db, row.number).length;
  const isTaken = db.prepare('SELECT 1 FROM comment_threads WHERE id = ?');
  // What does not fit is kept with the answer, whole.
  const fresh = comments
    .filter(({ id }) => isTaken.get(id) === undefined)
    .slice(0, Math.max(0, room));
  for (const comment of fresh) {
    insertThread(db, row.number, threadOf(comment, sender.name, row.revision, clock()));
  }
  const document = storedDocument(row.document);
  const places = findPassages(db, row.number, markedRuns(document), fresh);
  if (places.length === 0) return;
  // Marks are no change of the text: nothing is approved anew for them.
  db.prepare('UPDATE records SET document = ?, saves = saves + 1 WHERE number = ?').run(
    JSON.stringify(addMarks(document, places)),
    row.number,
  );
}

/** Times are ours: a wrong clock elsewhere must not put a remark before what it answers. */
function threadOf(comment: ReturnedComment, office: string, revision: number, at: number): Thread {
  const { id, passage, replacement, text, name } = comment;
  const author = {
    profileId: null,
    name: `${name === '' ? office : `接收端 · ${name}`}`.slice(0, 50),
  };
  const said = { id: uuidv7({ msecs: at }), kind: 'said' as const, text, at, author };
  return {
    id,
    passage: passage.slice(0, 2000),
    replacement,
    revision,
    at,
    author,
    entries: text === '' ? [] : [said],
  };
}
