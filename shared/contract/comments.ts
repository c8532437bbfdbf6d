import * as z from 'zod';
import { Entry, MAX_THREADS, Thread } from '../comments/thread.ts';
import { command, query } from './define.ts';
import { RecordId } from './records.ts';

const Threads = z.array(Thread).max(MAX_THREADS);

/**
 * Review comments. They are stored by these operations alone, beside the text, which only bears their ids: storing one is no save of the
 * record and stands in no autosave's way. They leave in nothing that leaves. Whoever wrote is the profile that sits here.
 */
export const comments = {
  /** The threads of a record, at most 1,000, in the order in which they began. Fails: `record-not-found`. */
  'comments.list': query(z.object({ recordId: RecordId }), z.object({ threads: Threads })),
  /**
   * Begins a thread. `id` is the caller's, who marks the passage with it; asked again with it, it is the one that is there. `text`
   * may be empty for a suggestion only. Fails: `record-not-found`, `record-in-trash`, `record-read-only`, `comments-full`,
   * `input-invalid`.
   */
  'comments.begin': command(
    z.object({
      recordId: RecordId,
      id: Thread.shape.id,
      passage: Thread.shape.passage,
      replacement: Thread.shape.replacement,
      text: z.string().trim().max(5_000),
    }),
    Thread,
  ),
  /**
   * Answers in a thread or decides it. `id` is the caller's; asked again with it, nothing is added. Fails: as `comments.begin` does, and
   * `comment-not-found`; `input-invalid` for an answer without text or a decision that does not fit.
   */
  'comments.add': command(
    z.object({
      recordId: RecordId,
      threadId: Thread.shape.id,
      id: Entry.shape.id,
      kind: Entry.shape.kind,
      text: z.string().trim().max(5_000),
    }),
    Thread,
  ),
  /**
   * Joins the threads of another copy of this record to its own (`mergeThreads`): all or none. Fails: as `comments.begin` does; a
   * thread that belongs to another record is `input-invalid`.
   */
  'comments.merge': command(
    z.object({ recordId: RecordId, threads: Threads }),
    z.object({ threads: Threads }),
  ),
};
