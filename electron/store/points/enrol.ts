import type { Database } from 'better-sqlite3';
import type { Office } from '../../../shared/contract/points.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { readCard, type Card } from './card.ts';
import { fingerprintOf, readFingerprint } from './fingerprint.ts';
import { enrolledOffices, toOffice, type EnrolledOffice } from './offices.ts';
import { ownKeys } from './own-keys.ts';
import { settlePending } from './pending-cards.ts';

/**
 * Enrols a card whose fingerprint was typed in. A higher version of an enrolled office's card takes the place of the
 * earlier one, whose keys are no longer accepted; the same card again changes nothing.
 * Fails: `card-invalid`, `card-suite-unknown`, `card-is-own`, `fingerprint-differs`, `card-older`,
 * `card-key-revoked`.
 */
export function enrol(
  db: Database,
  clock: Clock,
  info: WorkspaceInfo,
  input: { card: string; fingerprint: string; isColleague?: boolean | undefined },
): Office {
  const card = readCard(input.card);
  if (isOwn(db, info, card)) throw new Failure('card-is-own');
  const fingerprint = fingerprintOf(card.text);
  if (readFingerprint(input.fingerprint) !== fingerprint) throw new Failure('fingerprint-differs');

  const offices = enrolledOffices(db);
  const earlier = offices.find((office) => office.id === card.officeId);
  if (earlier?.fingerprint === fingerprint) return toOffice(earlier);
  if (earlier !== undefined && card.cardVersion <= earlier.cardVersion) {
    throw new Failure('card-older', { name: card.name });
  }
  const former = formerCards(db);
  const newest = Math.max(
    0,
    ...former.filter((one) => one.office_id === card.officeId).map((one) => one.card_version),
  );
  if (earlier === undefined && card.cardVersion <= newest)
    throw new Failure('card-older', { name: card.name });
  if (former.some((one) => bringsBack(one, card, earlier))) throw new Failure('card-key-revoked');
  // Two offices under one key could each pass for the other.
  if (offices.some((office) => office.id !== card.officeId && sharesKey(office, card))) {
    throw new Failure('card-invalid', { reason: 'key-of-another-office' });
  }
  const now = clock();
  const isColleague = input.isColleague ?? false;
  db.transaction(() => {
    storeCard(db, now, card, { fingerprint, isColleague });
    settlePending(db, card);
  }).immediate();
  const { officeId: id, name, kind, cardVersion } = card;
  return { id, name, kind, cardVersion, fingerprint, enrolledAt: now, isColleague };
}

function storeCard(
  db: Database,
  now: number,
  card: Card,
  { fingerprint, isColleague }: { fingerprint: string; isColleague: boolean },
): void {
  db.prepare(
    'UPDATE office_cards SET superseded_at = ? WHERE office_id = ? AND superseded_at IS NULL',
  ).run(now, card.officeId);
  db.prepare(
    `INSERT INTO office_cards
       (fingerprint, office_id, name, kind, card_version, card, signing_public, signing_key_id, age_recipient, enrolled_at, is_colleague)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    fingerprint,
    card.officeId,
    card.name,
    card.kind,
    card.cardVersion,
    card.text,
    card.signingKey.public,
    card.signingKey.keyId,
    card.ageRecipient,
    now,
    isColleague ? 1 : 0,
  );
  appendAudit(db, () => now, {
    action: 'card-enrolled',
    subject: card.officeId,
    detail: {
      fingerprint,
      version: card.cardVersion,
      ...(isColleague ? { colleague: 'yes' } : {}),
    },
  });
}

function isOwn(db: Database, info: WorkspaceInfo, card: Card): boolean {
  return (
    card.officeId === info.id ||
    ownKeys(db).some(
      (keys) =>
        keys.ageRecipient === card.ageRecipient ||
        isSameKey(keys.signing.public, card.signingKey.public),
    )
  );
}

function sharesKey(office: EnrolledOffice, card: Card): boolean {
  return (
    office.ageRecipient === card.ageRecipient ||
    isSameKey(office.signingKey.public, card.signingKey.public)
  );
}

/** A new card may keep the keys in force, under another name say; one that is out of force never comes back, whatever it is for. */
function bringsBack(former: FormerCard, card: Card, earlier: EnrolledOffice | undefined): boolean {
  const signsAgain =
    isSameKey(former.signing_public, card.signingKey.public) &&
    !(earlier !== undefined && isSameKey(earlier.signingKey.public, card.signingKey.public));
  const isEncryptedToAgain =
    former.age_recipient === card.ageRecipient && earlier?.ageRecipient !== card.ageRecipient;
  return signsAgain || isEncryptedToAgain;
}

function isSameKey(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

type FormerCard = {
  office_id: string;
  card_version: number;
  signing_public: Buffer;
  age_recipient: string;
};

/** Cards that are not in force any more, replaced or revoked. */
function formerCards(db: Database): FormerCard[] {
  return db
    .prepare<[], FormerCard>(
      'SELECT office_id, card_version, signing_public, age_recipient FROM office_cards WHERE superseded_at IS NOT NULL',
    )
    .all();
}
