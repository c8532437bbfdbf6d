import type { Database } from 'better-sqlite3';

/** Who sits at an open workspace: the profile whose passphrase opened it, and the key that only this passphrase opens. */
export type Seat = { profileId: string; profileKey: Uint8Array };

// A fact of the open database, as its key is: what is noted and signed there is this person's.
const seats = new WeakMap<Database, Seat>();

/** Keeps a copy of the key: the one given stays the caller's, who wipes it. */
export function takeSeat(db: Database, { profileId, profileKey }: Seat): void {
  seats.set(db, { profileId, profileKey: Uint8Array.from(profileKey) });
}

/** Null where nobody unlocked: while a workspace is made or upgraded, and in what no person does. */
export function seatOf(db: Database): Seat | null {
  return seats.get(db) ?? null;
}

/** Wipes the key. */
export function leaveSeat(db: Database): void {
  seats.get(db)?.profileKey.fill(0);
  seats.delete(db);
}
