import type { Database } from 'better-sqlite3';
import type { Profile, ProfileId } from '../../../shared/contract/profiles.ts';
import { encodePublicKey } from '../points/minisign.ts';
import { signingKeyOf } from '../points/signing-key.ts';
import { seatOf } from './seat.ts';
import { prepared } from '../database/prepared.ts';

type Row = {
  id: ProfileId;
  name: string | null;
  is_reviewer: number;
  created_at: number;
  removed_at: number | null;
  public: Buffer;
};

/** Everybody who works or worked here, in the order in which they came. */
export function listProfiles(db: Database): Profile[] {
  const current = seatOf(db)?.profileId;
  return prepared<Row>(
    db,
    `SELECT profiles.*, (SELECT public FROM approval_keys WHERE profile_id = profiles.id ORDER BY number DESC LIMIT 1) AS public
       FROM profiles ORDER BY created_at, rowid`,
  )
    .all()
    .map((row) => ({
      id: row.id,
      name: row.name,
      isReviewer: row.is_reviewer !== 0,
      createdAt: row.created_at,
      removedAt: row.removed_at,
      isCurrent: row.id === current,
      approvalKey: encodePublicKey(signingKeyOf(new Uint8Array(), row.public)),
    }));
}

/** Those who can unlock. */
export function activeProfiles(db: Database): Profile[] {
  return listProfiles(db).filter(({ removedAt }) => removedAt === null);
}
