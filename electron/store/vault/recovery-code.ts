import { createHash, randomBytes } from 'node:crypto';
import { Failure } from '../../../shared/errors.ts';

/** Crockford's base 32: no I, L, O, U, so that a printed code is not misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V' };
const secretCharacters = 26;
const checkCharacters = 4;
const groupLength = 5;

/**
 * A new recovery code: 26 random characters (130 bits) and 4 of checksum (20 bits), in six groups of five. Kept
 * nowhere but on the paper it is printed on.
 */
export function newRecoveryCode(): string {
  const secret = [...randomBytes(secretCharacters)].map((byte) => alphabet[byte & 31]).join('');
  return printRecoveryCode(secret);
}

/**
 * The 26 secret characters of a code as a person typed it: case, spaces, dashes, full-width forms and look-alikes
 * (O for 0; I or L for 1; U for V) do not matter. Fails: `recovery-code-malformed` if the checksum is off.
 */
export function readRecoveryCode(typed: string): string {
  const characters = typed
    .normalize('NFKC')
    .toUpperCase()
    .split('')
    .filter((character) => !/[\s\p{Pd}\p{Cf}_.,·・ー−]/u.test(character))
    .map((character) => lookAlikes[character] ?? character);
  const isInAlphabet = characters.every((character) => alphabet.includes(character));
  if (characters.length !== secretCharacters + checkCharacters || !isInAlphabet) {
    throw new Failure('recovery-code-malformed');
  }
  const secret = characters.slice(0, secretCharacters).join('');
  if (characters.slice(secretCharacters).join('') !== checksumOf(secret)) {
    throw new Failure('recovery-code-malformed');
  }
  return secret;
}

function printRecoveryCode(secret: string): string {
  const whole = secret + checksumOf(secret);
  const groups = Array.from({ length: whole.length / groupLength }, (_, index) =>
    whole.slice(index * groupLength, (index + 1) * groupLength),
  );
  return groups.join('-');
}

function checksumOf(secret: string): string {
  const digest = createHash('sha256').update(`jianzhi recovery code 1 ${secret}`).digest();
  return [...digest.subarray(0, checkCharacters)].map((byte) => alphabet[byte & 31]).join('');
}
