import type { Database } from 'better-sqlite3';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { readCard, writeCard, type Card } from './card.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { SigningKey } from './signing-key.ts';

type OwnKeyRow = {
  card_version: number;
  signing_secret: Buffer;
  signing_public: Buffer;
  signing_key_id: Buffer;
  age_identity: string;
  age_recipient: string;
};

export type OwnKeys = {
  cardVersion: number;
  signing: SigningKey;
  ageIdentity: string;
  ageRecipient: string;
};

/** The keys in use first, then the retired ones, newest first. */
export function ownKeys(db: Database): OwnKeys[] {
  const rows = db
    .prepare<[], OwnKeyRow>('SELECT * FROM own_keys ORDER BY retired_at IS NULL DESC, number DESC')
    .all();
  return rows.map((row) => ({
    cardVersion: row.card_version,
    signing: { secret: row.signing_secret, public: row.signing_public, keyId: row.signing_key_id },
    ageIdentity: row.age_identity,
    ageRecipient: row.age_recipient,
  }));
}

export function currentKeys(db: Database): OwnKeys {
  const [keys] = ownKeys(db);
  if (keys === undefined) throw new Error('the workspace has no keys');
  return keys;
}

/** An own card with its fingerprint. Written anew each time: it is a function of the workspace's facts and keys. */
export function ownCard(keys: OwnKeys, info: WorkspaceInfo): Card & { fingerprint: string } {
  const text = writeCard(
    {
      officeId: info.id,
      name: cardName(info.name),
      kind: info.kind,
      cardVersion: keys.cardVersion,
      ageRecipient: keys.ageRecipient,
    },
    keys.signing,
  );
  return { ...readCard(text), fingerprint: fingerprintOf(text) };
}

/** A workspace may be called anything; a card's name has no invisible characters. */
function cardName(name: string): string {
  const visible = name.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim();
  return visible === '' ? '—' : visible;
}
