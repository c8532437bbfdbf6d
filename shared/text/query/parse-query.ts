import { MAX_QUERY_LENGTH, termsOf, isWorthFinding } from '../terms.ts';
import { readTokens, type Token } from './read-tokens.ts';
import {
  joined,
  negated,
  type ParsedQuery,
  type Query,
  type QueryField,
  type QueryPiece,
  type QueryProblem,
} from './query.ts';

/** Words and fields of one query; more are left out, and the answer says so. */
export const MAX_QUERY_TERMS = 500;
/** Nobody reads more sentences than these. */
const MOST_PROBLEMS = 10;

/**
 * Understands a query. Never fails: what cannot be understood is named in `problems`, and its words are looked for. Without
 * any operator it means what `termsOf` says: every word between blanks, as it stands.
 *
 * 甲 乙 and 甲 AND 乙: both · 甲 OR 乙: either (binds less) · -甲, NOT 甲: not · "甲 乙": as it stands · "甲 乙"~10: near ·
 * (…): first · 标题:甲, title:甲: in one field · 年份:2020..2024. A lone 与, 或, 非 between two words counts as well.
 */
export function parseQuery(typed: string): ParsedQuery {
  const raw = typed.slice(0, MAX_QUERY_LENGTH);
  const { tokens, problems } = readTokens(raw);
  if (typed.length > raw.length) {
    problems.push({ code: 'too-long', start: raw.length, end: typed.length });
  }
  const settled = settleHanOperators(tokens);
  const operands = settled.filter(({ type }) => type === 'text').length;
  const isPlain = !settled.some(isOperator);
  if (isPlain || operands === 0) {
    const parts = textsOf(raw, problems);
    const query = joined('and', parts);
    const kept = problems.filter(({ code }) =>
      code === 'quote-open' ? operands > 0 : code === 'too-long' || code === 'too-many',
    );
    return { query, isPlain: true, problems: [...kept, ...aloneIn(settled)], pieces: [] };
  }
  const reader = createReader(settled, problems);
  const query = reader.readAll();
  return {
    query,
    isPlain: false,
    problems: problems.toSorted((one, other) => one.start - other.start),
    pieces: reader.pieces,
  };
}

/** Unmatched quotation marks at the edge of a word are dropped from it, as the sentence about them says. */
function textsOf(raw: string, problems: QueryProblem[]): Query[] {
  let text = raw;
  for (const { code, start, end } of problems) {
    if (code === 'quote-open') text = `${text.slice(0, start)} ${text.slice(end)}`;
  }
  const terms = termsOf(text);
  if (terms.length > MAX_QUERY_TERMS)
    problems.push({ code: 'too-many', start: 0, end: raw.length });
  return terms.slice(0, MAX_QUERY_TERMS).map((one) => ({ type: 'text', text: one }));
}

/** Brackets alone change nothing, so without anything else they are text. */
function isOperator(token: Token): boolean {
  if (token.type === 'text') return token.isQuoted;
  return token.type !== 'open' && token.type !== 'close';
}

function aloneIn(tokens: readonly Token[]): QueryProblem[] {
  return tokens.flatMap(({ type, start, end }): QueryProblem[] => {
    if (type === 'field') return [{ code: 'field-empty', start, end }];
    return type === 'text' || type === 'open' || type === 'close'
      ? []
      : [{ code: 'operator-alone', start, end }];
  });
}

/** 与, 或 and 非 are operators only with something before and after them that cannot be anything else. */
function settleHanOperators(tokens: readonly Token[]): Token[] {
  const settled: Token[] = [];
  tokens.forEach((token, index) => {
    const isHan = 'isHan' in token && token.isHan;
    const before = settled.at(-1);
    const after = tokens[index + 1];
    const hasBefore = before?.type === 'text' || before?.type === 'close';
    const hasAfter = after?.type === 'text' || after?.type === 'open' || after?.type === 'field';
    if (!isHan || (hasBefore && hasAfter)) settled.push(token);
    else {
      const text = token.type === 'or' ? '或' : token.type === 'and' ? '与' : '非';
      const { start, end } = token;
      settled.push({ type: 'text', text, isQuoted: false, within: null, start, end });
    }
  });
  return settled;
}

type Reader = { readAll(): Query | null; pieces: QueryPiece[] };

function createReader(tokens: readonly Token[], problems: QueryProblem[]): Reader {
  const pieces: QueryPiece[] = [];
  let at = 0;
  let terms = 0;
  let isExcluded = false;
  const complain = (code: QueryProblem['code'], { start, end }: { start: number; end: number }) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ code, start, end });
  };

  /** `isInner`: within brackets, up to the closing one, which is left for the caller. */
  function readOr(field: QueryField | null, isInner: boolean): Query | null {
    const choices: Query[] = [];
    for (;;) {
      const choice = readAnd(field, isInner);
      if (choice !== null) choices.push(choice);
      const token = tokens[at];
      if (token?.type !== 'or') break;
      at += 1;
      if (!hasOperandBefore() || !hasOperandNext()) complain('operator-alone', token);
    }
    return joined('or', choices);
  }

  function hasOperandNext(): boolean {
    const next = tokens[at]?.type;
    return next === 'text' || next === 'field' || next === 'open' || next === 'not';
  }

  /** Before the operator that was just read. */
  function hasOperandBefore(): boolean {
    const before = tokens[at - 2]?.type;
    return before === 'text' || before === 'close';
  }

  function readAnd(field: QueryField | null, isInner: boolean): Query | null {
    const parts: Query[] = [];
    for (;;) {
      const token = tokens[at];
      if (token === undefined || token.type === 'or') break;
      if (token.type === 'close') {
        if (isInner) break;
        at += 1;
        complain('bracket-close', token);
      } else if (token.type === 'and') {
        at += 1;
        if (!hasOperandBefore() || !hasOperandNext()) complain('operator-alone', token);
      } else {
        const part = readNot(field);
        if (part !== null) parts.push(part);
      }
    }
    return joined('and', parts);
  }

  function readNot(field: QueryField | null): Query | null {
    const before = isExcluded;
    let isNot = false;
    for (let token = tokens[at]; token?.type === 'not'; token = tokens[at]) {
      at += 1;
      isNot = !isNot;
      if (!hasOperandNext()) complain('operator-alone', token);
    }
    if (isNot) isExcluded = !isExcluded;
    const part = hasOperandNext() ? readOperand(field) : null;
    isExcluded = before;
    return part === null || !isNot ? part : negated(part);
  }

  function readOperand(field: QueryField | null): Query | null {
    const token = tokens[at];
    if (token === undefined) return null;
    at += 1;
    if (token.type === 'open') return readGroup(field, token);
    if (token.type === 'field') {
      const next = tokens[at];
      if (next?.type === 'text' || next?.type === 'open') {
        const first = pieces.length;
        const part = readOperand(token.field);
        // The chip begins at the field's name.
        const piece = pieces[first];
        if (next.type === 'text' && piece !== undefined) piece.start = token.start;
        return part;
      }
      complain('field-empty', token);
      return null;
    }
    return token.type === 'text' ? readText(field, token) : null;
  }

  function readGroup(field: QueryField | null, open: Token): Query | null {
    const inner = readOr(field, true);
    if (tokens[at]?.type === 'close') at += 1;
    else complain('bracket-open', open);
    return inner;
  }

  function readText(
    field: QueryField | null,
    token: Extract<Token, { type: 'text' }>,
  ): Query | null {
    if (!isWorthFinding(token.text)) {
      if (field !== null) complain('field-empty', token);
      return null;
    }
    terms += 1;
    if (terms > MAX_QUERY_TERMS) {
      if (terms === MAX_QUERY_TERMS + 1) complain('too-many', token);
      return null;
    }
    const query = meaningOf(field, token, complain);
    const isRecognised = field === 'year' ? query.type === 'years' : field !== null;
    if (isRecognised || (field === null && token.isQuoted)) {
      pieces.push({ start: token.start, end: token.end, query, isExcluded });
    }
    return query;
  }

  return { readAll: () => readOr(null, false), pieces };
}

function meaningOf(
  field: QueryField | null,
  token: Extract<Token, { type: 'text' }>,
  complain: (code: QueryProblem['code'], place: { start: number; end: number }) => void,
): Query {
  const { text, within } = token;
  if (within !== null && field !== null) complain('near-in-field', token);
  if (field === 'year') {
    const years = readYears(text);
    if (years !== null) return years;
    complain('year-invalid', token);
    return { type: 'text', text };
  }
  if (field !== null) return { type: 'field', field, text };
  if (within === null) return { type: 'text', text };
  const words = [...new Set(text.split(' ').filter(isWorthFinding))];
  if (words.length > 1) return { type: 'near', words, within };
  complain('near-alone', token);
  return { type: 'text', text };
}

const years = /^(\d{4})?年?(\.{2,3}|-|~|…|至|到)?(\d{4})?年?$/u;

/** `2024`, `2024年`, `2020..2024`, `2020-2024`, `2020..`, `..2024`. */
function readYears(text: string): Query | null {
  const match = years.exec(text.replaceAll(' ', ''));
  const [, from, to, until] = match ?? [];
  if (match === null || (from === undefined && until === undefined)) return null;
  if (to === undefined) {
    return from === undefined || until !== undefined
      ? null
      : { type: 'years', from: Number(from), to: Number(from) };
  }
  const ends = [from, until].map((end) => (end === undefined ? null : Number(end)));
  const [first = null, last = null] = ends;
  if (first !== null && last !== null && first > last)
    return { type: 'years', from: last, to: first };
  return { type: 'years', from: first, to: last };
}
