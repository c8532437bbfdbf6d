import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/errors.ts';
import type { PackJson } from '../packs/pack-json.ts';

/** Where a pack stands among those taken in. `missing`: numbers before it that did not come, at most 100. */
export type PlaceInChannel =
  | { isAgain: true; packNumber: number; missing: number[] }
  | { isAgain: false; missing: number[] };

type Neighbour = { number: number; pack_id: string; hash: string; previous_hash: string | null };
const MOST_MISSING = 100;

/**
 * Step 6: sequence and epoch. The same pack again is no harm; a gap is accepted and shown, and what fills it later as well. Clocks
 * play no part. Fails: `epoch-unconfirmed` for a new epoch of a channel that has another, until somebody telephoned;
 * `pack-number-taken` if the number, or the id, is that of another pack; `pack-chain-broken` if its neighbours say otherwise.
 */
export function placeInChannel(db: Database, pack: PackJson, hash: string): PlaceInChannel {
  const { channel, epoch, sequence, previousHash, packId } = pack;
  if (!isConfirmed(db, channel, epoch)) {
    throw new Failure('epoch-unconfirmed', { name: pack.sender.name, channel, epoch });
  }
  const at = db.prepare<[string, string, number], Neighbour>(
    `SELECT number, pack_id, hash, previous_hash FROM packs_received
     WHERE channel = ? AND epoch = ? AND sequence = ?`,
  );
  const here = at.get(channel, epoch, sequence);
  const named = db
    .prepare<[string], Neighbour>(
      'SELECT number, pack_id, hash, previous_hash FROM packs_received WHERE pack_id = ?',
    )
    .get(packId);
  if (here !== undefined && here.hash === hash) {
    return { isAgain: true, packNumber: here.number, missing: missingBefore(db, pack) };
  }
  if (here !== undefined || named !== undefined) {
    throw new Failure('pack-number-taken', { number: sequence });
  }
  const before = at.get(channel, epoch, sequence - 1);
  const after = at.get(channel, epoch, sequence + 1);
  if (
    (before !== undefined && before.hash !== previousHash) ||
    (after !== undefined && after.previous_hash !== hash)
  ) {
    throw new Failure('pack-chain-broken', { number: sequence });
  }
  return { isAgain: false, missing: missingBefore(db, pack) };
}

/** The first epoch of a channel needs nobody's word. */
function isConfirmed(db: Database, channel: string, epoch: string): boolean {
  const known = db
    .prepare<[string], { epoch: string; confirmed_at: number | null }>(
      'SELECT epoch, confirmed_at FROM channel_epochs WHERE channel = ?',
    )
    .all(channel);
  if (known.every(({ confirmed_at: at }) => at === null)) return true;
  return known.some((one) => one.epoch === epoch && one.confirmed_at !== null);
}

function missingBefore(
  db: Database,
  { channel, epoch, sequence }: Pick<PackJson, 'channel' | 'epoch' | 'sequence'>,
): number[] {
  const there = new Set(
    db
      .prepare<[string, string, number], number>(
        'SELECT sequence FROM packs_received WHERE channel = ? AND epoch = ? AND sequence < ?',
      )
      .pluck()
      .all(channel, epoch, sequence) as number[],
  );
  const missing: number[] = [];
  for (let at = 1; at < sequence && missing.length < MOST_MISSING; at += 1) {
    if (!there.has(at)) missing.push(at);
  }
  return missing;
}

/** Notes that an epoch waits to be confirmed. */
export function holdEpoch(
  db: Database,
  { channel, epoch }: { channel: string; epoch: string },
  now: number,
): void {
  db.prepare(
    'INSERT OR IGNORE INTO channel_epochs (channel, epoch, first_seen_at) VALUES (?, ?, ?)',
  ).run(channel, epoch, now);
}

/** Somebody telephoned, or it is the first: the numbers of this epoch count from now on. */
export function confirmEpoch(
  db: Database,
  { channel, epoch }: { channel: string; epoch: string },
  now: number,
): void {
  db.prepare(
    `INSERT INTO channel_epochs (channel, epoch, first_seen_at, confirmed_at) VALUES (@channel, @epoch, @now, @now)
     ON CONFLICT (channel, epoch) DO UPDATE SET confirmed_at = ifnull(confirmed_at, excluded.confirmed_at)`,
  ).run({ channel, epoch, now });
}
