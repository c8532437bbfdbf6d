/** How hard a passphrase is to guess: 0 too weak to recommend, 1 fair, 2 good, 3 strong. Only a hint, never a wall. */
export type Strength = 0 | 1 | 2 | 3;

/** What people choose first, here and elsewhere. Matched without case, also inside longer passphrases. */
const COMMON = ['123456', 'password', 'qwerty', 'abc123', 'admin', 'woaini', '5201314', 'jiancha'];
/** Bits at which the next step begins. Argon2id makes each guess dear, so 45 bits are already years of work. */
const STEPS = [40, 60, 80] as const;

/**
 * A rough count of bits: each different character counts by the size of the alphabet it comes from, a character that
 * repeats or continues its neighbour (aaa, 1234, cba) counts one bit, a common password counts nothing.
 */
export function passphraseStrength(passphrase: string): Strength {
  const bits = estimatedBits(passphrase.normalize('NFKC'));
  return STEPS.filter((step) => bits >= step).length as Strength;
}

function estimatedBits(passphrase: string): number {
  let rest = passphrase.toLowerCase();
  for (const common of COMMON) rest = rest.replaceAll(common, ' ');
  let bits = 0;
  let previous = 0;
  const seen = new Set<number>();
  for (const character of rest) {
    const code = character.codePointAt(0) ?? 0;
    const isExpected = Math.abs(code - previous) <= 1 || seen.has(code);
    bits += isExpected ? 1 : bitsOf(code);
    seen.add(code);
    previous = code;
  }
  // Capitals were folded away above; mixing them adds a little.
  return rest === passphrase.toLowerCase() && passphrase !== rest ? bits + 4 : bits;
}

function bitsOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return 3.3;
  if (code >= 0x61 && code <= 0x7a) return 4.7;
  if (code === 0x20) return 1;
  // The few hundred Han characters that come to mind first, not the whole dictionary.
  if (code >= 0x2e80) return 9;
  return 5;
}
