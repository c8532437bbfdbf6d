/**
 * Text as the index stores it. Every code point of the folded text makes exactly one token, whatever it is, so that a
 * phrase of tokens is found precisely where a scan finds the substring; see docs/decisions on search. Latin letters
 * and digits are too few to be told apart alone: such a token holds its character and the next one of the same run,
 * and the run is opened by a token that holds its first character.
 *
 *     刑213号  →  刑 ¦2 21 13 3 号
 *
 * Tokens are separated by blanks. A stretch of white space, a line end or the border between two fields is the gap
 * token, which no query contains. `¦ ¶ § ¤` only ever lead tokens of ours; in a text they are written as `¤` and hex.
 */
export const gapToken = '¶';
const runStart = '¦';
const escape = '¤';

const code = (one: string) => one.charCodeAt(0);
const zero = code('0');
const nine = code('9');
const letterA = code('a');
const letterZ = code('z');

/** `0-9 a-z`: what runs are made of, after folding. */
export function isRunUnit(unit: number): boolean {
  return (unit >= zero && unit <= nine) || (unit >= letterA && unit <= letterZ);
}

/** The tokens of a whole folded text, without a gap at its ends. */
export function tokensOfText(folded: string): string[] {
  const tokens: string[] = [];
  pushTokens(tokens, folded, true);
  return tokens;
}

/**
 * The tokens a folded query term must find side by side. A run that begins or ends the term may go on beyond it in
 * the text, so its opening token and its last character's own token are left out. `null` when that leaves nothing to
 * look for side by side: the term is one letter or digit, see `oneCharacterToken`.
 */
export function tokensOfTerm(folded: string): string[] | null {
  const tokens: string[] = [];
  pushTokens(tokens, folded, false);
  return tokens.length === 0 ? null : tokens;
}

/** Stands once for each letter or digit that a text has; `form` marks it as no part of the running text. */
export function oneCharacterToken(character: string): string {
  return `§${character}`;
}

const rare = /^[\s¦¶§¤]$/u;

function pushTokens(tokens: string[], folded: string, isWhole: boolean): void {
  let index = 0;
  while (index < folded.length) {
    const unit = folded.charCodeAt(index);
    if (isRunUnit(unit)) index = pushRun(tokens, folded, index, isWhole);
    else if (unit >= 0x4e00 && unit <= 0x9fff) {
      tokens.push(folded.charAt(index));
      index += 1;
    } else {
      const point = folded.codePointAt(index) ?? unit;
      pushOther(tokens, point);
      index += point > 0xffff ? 2 : 1;
    }
  }
}

/** Answers where the run ends. */
function pushRun(tokens: string[], folded: string, start: number, isWhole: boolean): number {
  let end = start + 1;
  while (end < folded.length && isRunUnit(folded.charCodeAt(end))) end += 1;
  if (isWhole || start > 0) tokens.push(runStart + folded.charAt(start));
  for (let index = start; index + 1 < end; index += 1) tokens.push(folded.slice(index, index + 2));
  if (isWhole || end < folded.length) tokens.push(folded.charAt(end - 1));
  return end;
}

/** Tokens of the punctuation of the basic plane, as it comes. */
const others = new Map<number, string>();

function pushOther(tokens: string[], point: number): void {
  const known = others.get(point);
  const token = known ?? otherToken(point);
  if (known === undefined && point < 0x3100) others.set(point, token);
  if (token !== gapToken || tokens.at(-1) !== gapToken) tokens.push(token);
}

function otherToken(point: number): string {
  const one = String.fromCodePoint(point);
  if (/\s/u.test(one)) return gapToken;
  const isAscii = point < 0x80;
  const isLoneSurrogate = point >= 0xd800 && point <= 0xdfff;
  return isAscii || isLoneSurrogate || rare.test(one) ? escape + point.toString(16) : one;
}
