import * as z from 'zod';

/** One record has at most so many threads, and a thread so many entries. */
export const MAX_THREADS = 1_000;
export const MAX_ENTRIES = 500;

export const ThreadId = z.uuid().lowercase();
export type ThreadId = z.output<typeof ThreadId>;

/** Who wrote: a profile of the workspace it was written in, and its name then. Both null where nobody had given a name. */
export const Author = z.object({
  profileId: z.uuid().nullable(),
  name: z.string().max(50).nullable(),
});
export type Author = z.output<typeof Author>;

/** `said`: a remark or an answer. The others say what became of the thread; only a suggestion is accepted or rejected. */
export const EntryKind = z.enum(['said', 'resolved', 'reopened', 'accepted', 'rejected']);
export type EntryKind = z.output<typeof EntryKind>;

/** Never changed and never taken away, so that two copies of a thread can always be joined. `at`: milliseconds since 1970. */
export const Entry = z.object({
  id: z.uuid().lowercase(),
  kind: EntryKind,
  /** Empty unless `said`. */
  text: z.string().max(5_000),
  at: z.number().int(),
  author: Author,
});
export type Entry = z.output<typeof Entry>;

/**
 * What is said about one passage of a record. Where the passage is now the text itself says (`marks` of its texts); `passage` is
 * what it was when the thread began, at most its first 2,000 UTF-16 units. `replacement`: what is suggested in its place,
 * empty to take it out, null for a comment. `revision`: the latest that the history of the record kept then, 0 for none.
 */
export const Thread = z.object({
  id: ThreadId,
  passage: z.string().min(1).max(2_000),
  replacement: z.string().max(10_000).nullable(),
  revision: z.number().int().min(0),
  at: z.number().int(),
  author: Author,
  entries: z.array(Entry).max(MAX_ENTRIES),
});
export type Thread = z.output<typeof Thread>;

export type ThreadState = 'open' | 'resolved' | 'accepted' | 'rejected';

/** What the latest decision made of it. Entries are in their order. */
export function stateOf({ entries }: Pick<Thread, 'entries'>): ThreadState {
  const kind = decisionOf({ entries })?.kind;
  return kind === undefined || kind === 'said' || kind === 'reopened' ? 'open' : kind;
}

export function decisionOf({ entries }: Pick<Thread, 'entries'>): Entry | undefined {
  return entries.findLast((entry) => entry.kind !== 'said');
}
