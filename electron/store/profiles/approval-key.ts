import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { newSigningKey, signingKeyOf, type SigningKey } from '../points/signing-key.ts';
import type { Seat } from './seat.ts';

type KeyRow = { public: Buffer; sealed: Buffer };

const NONCE = 12;
const TAG = 16;

/** The approval key of the profile that sits here. Null if there is none, or it is sealed under another key. */
export function approvalKeyOf(db: Database, { profileId, profileKey }: Seat): SigningKey | null {
  const row = db
    .prepare<[string], KeyRow>(
      'SELECT public, sealed FROM approval_keys WHERE profile_id = ? AND retired_at IS NULL',
    )
    .get(profileId);
  if (row === undefined) return null;
  const secret = unseal(row, profileId, profileKey);
  return secret === null ? null : signingKeyOf(secret, row.public);
}

/**
 * Draws an approval key for a profile, in the place of one that its passphrase no longer opens: after a recovery, say. What was
 * signed with the old one stays provable, since its public half is kept.
 */
export function makeApprovalKey(db: Database, clock: Clock, seat: Seat): void {
  const { profileId, profileKey } = seat;
  const key = newSigningKey();
  const now = clock();
  db.prepare(
    'UPDATE approval_keys SET retired_at = ? WHERE profile_id = ? AND retired_at IS NULL',
  ).run(now, profileId);
  db.prepare(
    'INSERT INTO approval_keys (profile_id, public, sealed, created_at) VALUES (?, ?, ?, ?)',
  ).run(profileId, key.public, seal(key, profileId, profileKey), now);
  appendAudit(db, clock, {
    action: 'approval-key-made',
    subject: profileId,
    detail: { key: Buffer.from(key.public).toString('hex') },
  });
}

/** AES-256-GCM; the profile and the public half are bound to it, so that no sealed secret can be put in another's place. */
function seal(key: SigningKey, profileId: string, profileKey: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', profileKey, nonce);
  cipher.setAAD(contextOf(profileId, key.public));
  const sealed = Buffer.concat([cipher.update(key.secret), cipher.final()]);
  key.secret.fill(0);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
}

function unseal(row: KeyRow, profileId: string, profileKey: Uint8Array): Buffer | null {
  const { sealed } = row;
  const nonce = sealed.subarray(0, NONCE);
  const cipher = createDecipheriv('aes-256-gcm', profileKey, nonce, { authTagLength: TAG });
  cipher.setAAD(contextOf(profileId, row.public)).setAuthTag(sealed.subarray(-TAG));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(NONCE, -TAG)), cipher.final()]);
  } catch {
    return null;
  }
}

function contextOf(profileId: string, publicKey: Uint8Array): Buffer {
  const facts = ['jianzhi approval key 1', profileId, Buffer.from(publicKey).toString('hex')];
  return Buffer.from(JSON.stringify(facts));
}
