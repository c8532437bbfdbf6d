import * as z from 'zod';
import { canonicalJson } from '../../../shared/canonical-json.ts';
import { WorkspaceKind } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import { isAgeRecipient } from './age-identity.ts';
import {
  decodePublicKey,
  encodePublicKey,
  isMinisignedBy,
  minisign,
  parseMinisign,
} from './minisign.ts';
import type { PublicSigningKey, SigningKey } from './signing-key.ts';

/** Suites this version masters, best first. The best one that two cards name is the one that is used. */
export const suites = ['age-x25519+minisign-ed25519+sha256'] as const;
export type Suite = (typeof suites)[number];

const CARD_FORMAT = 'jianzhi-card';
const CARD_FORMAT_VERSION = 1;

/** Control and bidirectional characters are refused: a name is read out on the telephone and must be what it seems. */
const OfficeName = z
  .string()
  .min(1)
  .max(200)
  .refine((name) => name === name.trim() && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(name));

const CardFile = z.strictObject({
  format: z.literal(CARD_FORMAT),
  formatVersion: z.literal(CARD_FORMAT_VERSION),
  officeId: z.uuid().lowercase(),
  name: OfficeName,
  kind: WorkspaceKind,
  cardVersion: z.number().int().min(1).max(1_000_000),
  suites: z.array(z.string().min(1).max(100)).min(1).max(20),
  signingKey: z.string().length(56),
  encryptionKey: z.string().length(62).refine(isAgeRecipient),
});

const NamedSuites = z.object({
  format: z.literal(CARD_FORMAT),
  suites: z.array(z.string().min(1).max(100)).min(1).max(20),
});

/** What a card says, once its self-signature is checked. `text` is the whole card, what the fingerprint covers. */
export type Card = {
  text: string;
  officeId: string;
  name: string;
  kind: WorkspaceKind;
  cardVersion: number;
  suites: readonly string[];
  signingKey: PublicSigningKey;
  ageRecipient: string;
};

export type CardFacts = Pick<Card, 'officeId' | 'name' | 'kind' | 'cardVersion' | 'ageRecipient'>;

/**
 * The text of a `.jzcard`: one line of canonical JSON, then minisign's four lines over that line (its line feed
 * included). So `head -n 1`, `tail -n 4` and `minisign -V` check it. The same facts and key give the same text.
 */
export function writeCard(facts: CardFacts, key: SigningKey): string {
  const line = `${canonicalJson({
    format: CARD_FORMAT,
    formatVersion: CARD_FORMAT_VERSION,
    officeId: facts.officeId,
    name: facts.name,
    kind: facts.kind,
    cardVersion: facts.cardVersion,
    suites,
    signingKey: encodePublicKey(key),
    encryptionKey: facts.ageRecipient,
  })}\n`;
  const trusted = trustedComment(facts.officeId, facts.cardVersion);
  return line + minisign(Buffer.from(line), key, { untrusted: 'jianzhi card', trusted });
}

/**
 * Reads and checks a card. A byte-order mark and CR LF, which mail and editors add, are taken off first.
 * Fails: `card-invalid`, `card-suite-unknown`.
 */
export function readCard(raw: string): Card {
  const text = raw.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const end = text.indexOf('\n') + 1;
  const line = text.slice(0, end);
  const json = parseJson(line);
  const named = NamedSuites.safeParse(json);
  // Asked first: a card of another suite has other keys and a signature that cannot be checked here.
  if (named.success && bestSuite(named.data.suites) === null) {
    throw new Failure('card-suite-unknown', { suite: named.data.suites.join(', ').slice(0, 200) });
  }
  const parsed = CardFile.safeParse(json);
  if (!parsed.success || `${canonicalJson(parsed.data)}\n` !== line)
    throw new Failure('card-invalid');
  const file = parsed.data;
  const signingKey = decodePublicKey(file.signingKey);
  const signed = parseMinisign(text.slice(end));
  if (signingKey === null || signed === null) throw new Failure('card-invalid');
  if (
    Buffer.compare(signed.keyId, signingKey.keyId) !== 0 ||
    !isMinisignedBy(Buffer.from(line), signed, signingKey.public) ||
    signed.trustedComment !== trustedComment(file.officeId, file.cardVersion)
  ) {
    throw new Failure('card-invalid');
  }
  const { officeId, name, kind, cardVersion, encryptionKey: ageRecipient } = file;
  return { text, officeId, name, kind, cardVersion, suites: file.suites, signingKey, ageRecipient };
}

/** The best suite that another card and this version both know, or null. */
export function bestSuite(theirs: readonly string[]): Suite | null {
  return suites.find((suite) => theirs.includes(suite)) ?? null;
}

function trustedComment(officeId: string, cardVersion: number): string {
  return `jianzhi-card office:${officeId} version:${String(cardVersion)}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
