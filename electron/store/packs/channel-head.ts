import type { Database } from 'better-sqlite3';

/** Where the numbering of a channel stands in the epoch in force. */
export type ChannelHead = { epoch: string; sequence: number; previousHash: string | null };

/** The place of the next pack of a channel. */
export function nextInChannel(db: Database, channel: string): ChannelHead {
  const current = db
    .prepare<[], { epoch: string }>('SELECT epoch FROM epochs ORDER BY number DESC LIMIT 1')
    .get();
  if (current === undefined) throw new Error('the workspace has no epoch');
  const head = db
    .prepare<[string, string], { sequence: number; previous_hash: string }>(
      'SELECT sequence, previous_hash FROM channels WHERE channel = ? AND epoch = ?',
    )
    .get(channel, current.epoch);
  return {
    epoch: current.epoch,
    sequence: (head?.sequence ?? 0) + 1,
    previousHash: head?.previous_hash ?? null,
  };
}
