import { createHash, pbkdf2Sync } from 'node:crypto';

/**
 * Thirty digits are 99.7 bits, a hair under the 100 demanded; 2^16 rounds of stretching lift the cost of finding a second
 * card with the same digits to about 2^116 (docs/decisions/0010-fingerprints-are-stretched.md).
 */
const ROUNDS = 65_536;
const DIGITS = 30;
const SALT = 'jianzhi card fingerprint 1';

/** Every pack that is written or opened asks for the same few again. Cards are no secrets. */
const known = new Map<string, string>();
const MOST_KNOWN = 500;

/** The fingerprint of a card's whole text: six groups of five digits. Takes some 30 ms the first time. */
export function fingerprintOf(card: string): string {
  const digest = createHash('sha256').update(card, 'utf8').digest();
  const name = digest.toString('hex');
  const before = known.get(name);
  if (before !== undefined) return before;
  const fingerprint = stretch(digest);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, fingerprint);
  return fingerprint;
}

function stretch(digest: Buffer): string {
  const stretched = pbkdf2Sync(digest, SALT, ROUNDS, 32, 'sha256');
  const number = BigInt(`0x${stretched.toString('hex')}`) % 10n ** BigInt(DIGITS);
  return inGroups(number.toString().padStart(DIGITS, '0'));
}

/**
 * A typed fingerprint in the form of `fingerprintOf`, or null if it is not thirty digits. Spaces, dashes and full-width
 * digits are what people and input methods add; nothing else is forgiven.
 */
export function readFingerprint(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s\p{Dash}·.,、。]/gu, '');
  return /^[0-9]{30}$/.test(digits) ? inGroups(digits) : null;
}

function inGroups(digits: string): string {
  return (digits.match(/.{5}/g) ?? []).join(' ');
}
