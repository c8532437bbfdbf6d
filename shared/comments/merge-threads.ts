import { canonicalJson } from '../canonical-json.ts';
import type { Entry, Thread } from './thread.ts';

/**
 * Joins the threads of two copies of a record. Everything that either has is there, once: threads and their entries are known by
 * their ids. Whichever copy is asked, and however often, the answer is the same. Should two things bear one id, which no
 * honest copy does, one of them is kept, the same at both ends. The limits of a record are the caller's to keep.
 */
export function mergeThreads(ours: readonly Thread[], theirs: readonly Thread[]): Thread[] {
  const merged = new Map<string, Thread>();
  for (const thread of [...ours, ...theirs]) {
    const known = merged.get(thread.id);
    merged.set(thread.id, mergeTwo(known ?? thread, thread));
  }
  return [...merged.values()].toSorted(byTime);
}

function mergeTwo(one: Thread, other: Thread): Thread {
  const entries = new Map<string, Entry>();
  for (const entry of [...one.entries, ...other.entries]) {
    entries.set(entry.id, lesser(entries.get(entry.id) ?? entry, entry));
  }
  const head = lesser({ ...one, entries: [] }, { ...other, entries: [] });
  return { ...head, entries: [...entries.values()].toSorted(byTime) };
}

function lesser<One extends Entry | Thread>(one: One, other: One): One {
  return canonicalJson(other) < canonicalJson(one) ? other : one;
}

type Timed = { at: number; id: string };

function byTime(one: Timed, other: Timed): number {
  if (one.at !== other.at) return one.at - other.at;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
