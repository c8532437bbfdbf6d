import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { newAgeIdentity } from './age-identity.ts';
import { newSigningKey } from './signing-key.ts';

/**
 * Gives a new workspace its Ed25519 signing key, its age identity and the random epoch of its pack numbers.
 * Synchronous, so it runs inside the transaction that creates the workspace. Needs migrations 0001 and 0003; to be
 * called once per workspace (a second call breaks a unique index).
 */
export function createOwnKeys(db: Database, clock: Clock): void {
  const ageRecipient = addOwnKeys(db, clock(), 1);
  db.prepare('INSERT INTO epochs (epoch, started_at) VALUES (?, ?)').run(
    randomBytes(16).toString('hex'),
    clock(),
  );
  appendAudit(db, clock, {
    action: 'keys-created',
    subject: ageRecipient,
    detail: { version: 1 },
  });
}

/** Puts new keys into use; those before are retired already. Answers the address that packs are encrypted to. */
export function addOwnKeys(db: Database, now: number, cardVersion: number): string {
  const signing = newSigningKey();
  const age = newAgeIdentity();
  db.prepare(
    `INSERT INTO own_keys
       (card_version, signing_secret, signing_public, signing_key_id, age_identity, age_recipient, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    cardVersion,
    signing.secret,
    signing.public,
    signing.keyId,
    age.identity,
    age.recipient,
    now,
  );
  return age.recipient;
}
