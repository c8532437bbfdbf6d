import { fold } from '../fold.ts';
import { fieldAt } from './field-names.ts';
import type { QueryField, QueryProblem } from './query.ts';

type Place = { start: number; end: number };
export type Token = Place &
  (
    | { type: 'text'; text: string; isQuoted: boolean; within: number | null }
    | { type: 'and' | 'or' | 'not'; isHan: boolean; isSign: boolean }
    | { type: 'open' | 'close' }
    | { type: 'field'; field: QueryField }
  );

/** Brackets within brackets; deeper ones are text. */
const MAX_DEPTH = 30;
const MOST_WITHIN = 10_000;
const isBlank = (one: string) => one === '' || /\s/u.test(one);
const isOpening = (one: string) => one === '(' || one === '（';
const isClosing = (one: string) => one === ')' || one === '）';
const isMinus = (one: string) => one === '-' || one === '－';
const opensQuote = (one: string) => one === '"' || one === '＂' || Object.hasOwn(closers, one);
const closers: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '〝': '〟' };
const operators: Readonly<Record<string, { type: 'and' | 'or' | 'not'; isHan: boolean }>> = {
  AND: { type: 'and', isHan: false },
  OR: { type: 'or', isHan: false },
  NOT: { type: 'not', isHan: false },
  与: { type: 'and', isHan: true },
  與: { type: 'and', isHan: true },
  或: { type: 'or', isHan: true },
  非: { type: 'not', isHan: true },
};

/**
 * Cuts a query into tokens. Operators stand only at the edges of words: a quotation mark, a bracket or a minus within a
 * word, or one whose partner is followed by more of the word (`（2022）浙0603民再67号`, `“岑岭”商标`), is text like any
 * other character. Linear but for brackets, of which only the first thirty deep are looked at.
 */
export function readTokens(raw: string): { tokens: Token[]; problems: QueryProblem[] } {
  const folded = fold(raw);
  const tokens: Token[] = [];
  const problems: QueryProblem[] = [];
  let depth = 0;
  let at = 0;

  /** What stands before a word: minus signs, brackets, field names, an opening quotation mark. */
  function readBefore(): boolean {
    const one = raw.charAt(at);
    const last = tokens.at(-1);
    const follows = last?.type === 'field';
    if (isMinus(one) && !follows && !isBlank(raw.charAt(at + 1)) && !isMinus(raw.charAt(at + 1))) {
      tokens.push({ type: 'not', isHan: false, isSign: true, start: at, end: at + 1 });
      at += 1;
      return true;
    }
    if (isOpening(one) && opensGroup(raw, folded, at)) {
      if (depth >= MAX_DEPTH) {
        problems.push({ code: 'too-deep', start: at, end: at + 1 });
        return false;
      }
      depth += 1;
      tokens.push({ type: 'open', start: at, end: at + 1 });
      at += 1;
      return true;
    }
    const named = fieldAt(folded, at);
    if (named === null) return false;
    tokens.push({ type: 'field', field: named.field, start: at, end: named.end });
    at = named.end;
    return true;
  }

  /** A phrase in quotation marks, if there is one here. */
  function readPhrase(): boolean {
    if (!opensQuote(raw.charAt(at))) return false;
    const end = closingQuote(raw, folded, at);
    if (end === -1) {
      problems.push({ code: 'quote-open', start: at, end: at + 1 });
      at += 1;
      return false;
    }
    const near = withinAt(folded, end + 1);
    const after = near?.end ?? end + 1;
    if (!isBlank(raw.charAt(after)) && !(depth > 0 && isClosing(raw.charAt(after)))) return false;
    const text = folded
      .slice(at + 1, end)
      .trim()
      .replaceAll(/\s+/gu, ' ');
    tokens.push({
      type: 'text',
      text,
      isQuoted: true,
      within: near?.within ?? null,
      start: at,
      end: after,
    });
    at = after;
    return true;
  }

  function readWord(): void {
    const start = at;
    let inner = 0;
    while (at < raw.length && !isBlank(raw.charAt(at))) {
      const one = raw.charAt(at);
      if (isOpening(one)) inner += 1;
      else if (isClosing(one)) {
        const next = raw.charAt(at + 1);
        if (inner === 0 && depth > 0 && (isBlank(next) || isClosing(next))) break;
        inner = Math.max(0, inner - 1);
      }
      at += 1;
    }
    if (at === start) return;
    const word = at - start > 3 ? '' : raw.slice(start, at).normalize('NFKC');
    const operator = Object.hasOwn(operators, word) ? operators[word] : undefined;
    const place = { start, end: at };
    if (operator !== undefined) tokens.push({ ...operator, isSign: false, ...place });
    else {
      const text = folded.slice(start, at);
      tokens.push({ type: 'text', text, isQuoted: false, within: null, ...place });
    }
  }

  while (at < raw.length) {
    if (isBlank(raw.charAt(at))) at += 1;
    else if (depth > 0 && isClosing(raw.charAt(at))) {
      depth -= 1;
      tokens.push({ type: 'close', start: at, end: at + 1 });
      at += 1;
    } else if (!readBefore() && !readPhrase()) readWord();
  }
  return { tokens, problems };
}

function withinAt(folded: string, at: number): { within: number; end: number } | null {
  const digits = /^~(\d{1,5})/.exec(folded.slice(at, at + 6));
  if (digits === null) return null;
  return { within: Math.min(Number(digits[1]), MOST_WITHIN), end: at + digits[0].length };
}

/** The partner of the quotation mark at a place: its own shape, failing that any. */
function closingQuote(raw: string, folded: string, at: number): number {
  const shape = closers[raw.charAt(at)];
  const own = shape === undefined ? -1 : raw.indexOf(shape, at + 1);
  return own === -1 ? folded.indexOf('"', at + 1) : own;
}

/**
 * Whether a bracket at the beginning of a word opens a group. One that closes within the word is text when the word goes on
 * behind it, or when it holds one plain word only.
 */
function opensGroup(raw: string, folded: string, start: number): boolean {
  let inner = 0;
  let isEdge = true;
  let at = start;
  while (at < raw.length && !isBlank(raw.charAt(at))) {
    const one = raw.charAt(at);
    const named = isEdge ? fieldAt(folded, at) : null;
    if (isOpening(one)) inner += 1;
    else if (isClosing(one)) {
      inner -= 1;
      isEdge = false;
      if (inner === 0) {
        const next = raw.charAt(at + 1);
        return (isBlank(next) || isClosing(next)) && !isOneWord(raw, folded, start + 1);
      }
    } else if (isEdge && opensQuote(one)) {
      const end = closingQuote(raw, folded, at);
      if (end !== -1) at = end;
      isEdge = false;
    } else if (named !== null) at = named.end - 1;
    else if (!isMinus(one)) isEdge = false;
    at += 1;
  }
  return true;
}

function isOneWord(raw: string, folded: string, at: number): boolean {
  const one = raw.charAt(at);
  return !isMinus(one) && !isOpening(one) && !opensQuote(one) && fieldAt(folded, at) === null;
}
