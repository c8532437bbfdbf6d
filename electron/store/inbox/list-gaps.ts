import type { Database } from 'better-sqlite3';
import type { Gap } from '../../../shared/contract/inbox.ts';

/** Of each channel and numbering so many are named. */
const MOST_NAMED = 100;

type Row = {
  channel: string;
  epoch: string;
  senderId: string;
  last: number;
  here: number;
};

/** The numbers that did not come, of every channel and numbering in which a later one did. */
export function listGaps(db: Database): Gap[] {
  const rows = db
    .prepare<[], Row>(
      `SELECT channel, epoch, sender_id AS senderId, max(sequence) AS last, count(*) AS here
       FROM packs_received GROUP BY channel, epoch HAVING here < last ORDER BY max(received_at) DESC LIMIT 500`,
    )
    .all();
  const nameOf = db
    .prepare<[string], string>(
      'SELECT sender_name FROM packs_received WHERE sender_id = ? ORDER BY number DESC LIMIT 1',
    )
    .pluck();
  const sequences = db
    .prepare<[string, string], number>(
      'SELECT sequence FROM packs_received WHERE channel = ? AND epoch = ? ORDER BY sequence',
    )
    .pluck();
  return rows.map(({ channel, epoch, senderId, last, here }) => ({
    channel,
    epoch,
    senderId,
    senderName: nameOf.get(senderId) ?? '',
    missing: between(sequences.all(channel, epoch), MOST_NAMED),
    count: last - here,
  }));
}

function between(there: readonly number[], most: number): number[] {
  const missing: number[] = [];
  let next = 1;
  for (const sequence of there) {
    while (next < sequence && missing.length < most) {
      missing.push(next);
      next += 1;
    }
    next = sequence + 1;
  }
  return missing;
}
