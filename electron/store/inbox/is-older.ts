import type { Database } from 'better-sqlite3';

/** A text of a record as it came: the pack that brought it, and the revision there. */
export type Arrived = { packNumber: number; revision: number };

/** Where a pack stands among those that its sender wrote, to whomever. `auditLines`: how long the sender's audit trail was then. */
export type Written = {
  senderId: string;
  channel: string;
  epoch: string;
  sequence: number;
  auditLines: number | null;
};

/**
 * Whether a pack was written before another of the same sender, whenever either came: by their numbers; of two numberings the one that the
 * other names packs of, else the one of which we saw a pack first. No clock is asked, theirs or ours. What came directly and what a provincial office forwarded are of two
 * channels: there the sender's own audit trail tells, which every pack makes longer.
 */
export function wasWrittenBefore(db: Database, one: Written, other: Written): boolean {
  if (one.epoch !== other.epoch) return isNumberedBefore(db, one, other);
  if (one.channel === other.channel) return one.sequence < other.sequence;
  return one.auditLines !== null && other.auditLines !== null && one.auditLines < other.auditLines;
}

/**
 * Whether a text of a record stands before another of the same sender, whenever it came. A sender who restored a backup counts from
 * an earlier revision again, so the numbering of which we saw the first pack later goes first; within one numbering the revision, and of
 * one revision, exported twice, the place of the pack.
 */
export function isOlder(db: Database, one: Arrived, other: Arrived): boolean {
  const [place, otherPlace] = [placeOf(db, one.packNumber), placeOf(db, other.packNumber)];
  if (place === undefined || otherPlace === undefined) return false;
  if (place.epoch === otherPlace.epoch && one.revision !== other.revision) {
    return one.revision < other.revision;
  }
  return wasWrittenBefore(db, place, otherPlace);
}

/** The place of a pack that was taken in; of one that forwards another, the place of that other. */
export function placeOf(db: Database, packNumber: number): Written | undefined {
  const columns = 'sender_id AS senderId, channel, epoch, sequence, audit_lines AS auditLines';
  return (
    db
      .prepare<[number], Written>(`SELECT ${columns} FROM endorsed_packs WHERE pack_number = ?`)
      .get(packNumber) ??
    db
      .prepare<[number], Written>(`SELECT ${columns} FROM packs_received WHERE number = ?`)
      .get(packNumber)
  );
}

/**
 * A correction or withdrawal names what went before. That tells where a provincial office forwards what was written before a restored
 * backup, when something written after it has come here directly.
 */
function isNumberedBefore(db: Database, one: Written, other: Written): boolean {
  if (namesPackOf(db, other, one)) return true;
  if (namesPackOf(db, one, other)) return false;
  return firstOf(db, one) < firstOf(db, other);
}

/** Whether a pack of the one numbering says that a pack of the other went before it. */
function namesPackOf(db: Database, later: Written, earlier: Written): boolean {
  const found = db
    .prepare<[Record<string, string>]>(
      `WITH packs AS (
         SELECT pack_id, epoch, kind, statement FROM packs_received WHERE sender_id = @senderId
         UNION ALL SELECT pack_id, epoch, kind, statement FROM endorsed_packs WHERE sender_id = @senderId)
       SELECT 1 FROM packs AS later
       JOIN json_each(later.statement, iif(later.kind = 'correction', '$.replaces', '$.records')) AS named
       JOIN packs AS earlier ON earlier.pack_id = json_extract(named.value, '$.packId')
       WHERE later.kind IN ('correction', 'withdrawal') AND later.epoch = @later AND earlier.epoch = @earlier LIMIT 1`,
    )
    .get({ senderId: later.senderId, later: later.epoch, earlier: earlier.epoch });
  return found !== undefined;
}

/** The number under which the first pack of a numbering came here, by whatever way. One of which nothing is here comes after all others. */
function firstOf(db: Database, { senderId, epoch }: Written): number {
  const first = db
    .prepare<[Record<string, string>], number | null>(
      `SELECT min(number) FROM (
         SELECT min(number) AS number FROM packs_received WHERE sender_id = @senderId AND epoch = @epoch
         UNION ALL SELECT min(pack_number) FROM endorsed_packs WHERE sender_id = @senderId AND epoch = @epoch)`,
    )
    .pluck()
    .get({ senderId, epoch });
  return first ?? Number.MAX_SAFE_INTEGER;
}
