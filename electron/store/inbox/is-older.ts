import type { Database } from 'better-sqlite3';

/** A text of a record as it came: the pack that brought it, and the revision there. */
export type Arrived = { packNumber: number; revision: number };

/** Where a pack stands in the numbering of its sender. */
export type Written = { epoch: string; sequence: number; senderId: string };
type Place = Written & { channel: string };

/**
 * Whether a pack was written before another of the same sender and channel, whenever either came: by their numbers, and of two
 * numberings the one of which we saw a pack first. No clock is asked, theirs or ours.
 */
export function wasWrittenBefore(db: Database, one: Written, other: Written): boolean {
  if (one.epoch === other.epoch) return one.sequence < other.sequence;
  return firstOf(db, one) < firstOf(db, other);
}

/**
 * Whether a text of a record stands before another of the same sender, whenever it came. A sender who restored a backup counts from
 * an earlier revision again, so the numbering of which we saw the first pack later goes first; within one numbering the revision, and of
 * one revision, exported twice, the number of the pack.
 */
export function isOlder(db: Database, one: Arrived, other: Arrived): boolean {
  const read = db.prepare<[number], Place>(
    'SELECT channel, epoch, sequence, sender_id AS senderId FROM packs_received WHERE number = ?',
  );
  const [place, otherPlace] = [read.get(one.packNumber), read.get(other.packNumber)];
  if (place === undefined || otherPlace === undefined) return false;
  if (place.epoch !== otherPlace.epoch) return firstOf(db, place) < firstOf(db, otherPlace);
  if (one.revision !== other.revision) return one.revision < other.revision;
  return place.channel === otherPlace.channel && place.sequence < otherPlace.sequence;
}

/** A numbering of which nothing is here comes after all others. */
function firstOf(db: Database, { senderId, epoch }: Omit<Written, 'sequence'>): number {
  const first = db
    .prepare<[string, string], number>(
      'SELECT min(number) FROM packs_received WHERE sender_id = ? AND epoch = ?',
    )
    .pluck()
    .get(senderId, epoch) as number | null;
  return first ?? Number.MAX_SAFE_INTEGER;
}
