import type { Library } from '../../../shared/contract/records.ts';
import { identifierForm } from '../../../shared/text/identifiers.ts';
import { soundPhrases } from '../../../shared/text/sounds.ts';
import { oneCharacterToken, tokensOfTerm } from '../../../shared/text/tokenise.ts';
import type { MetaPlace, Resolved } from './resolve-query.ts';

/**
 * A part of a query as the database understands it: `match` for a full-text table, otherwise a condition on
 * `search_entries AS e`. `isExact` is false when it lets through more than was asked for (or, under a negation, less is
 * excluded): then each record found must be proved against its text.
 */
export type Clause = { isExact: boolean } & (
  | { match: string }
  | { sql: string; values: unknown[] }
);

/** Where the index is asked. `search_meta` knows only the first tier. */
export type Table = 'search_body' | 'search_meta';

export function compileQuery(query: Resolved, isNegative = false): Clause {
  switch (query.type) {
    case 'and':
      return compileAnd(query.parts, isNegative);
    case 'or':
      return compileOr(query.parts, isNegative);
    case 'not': {
      const part = compileQuery(query.part, !isNegative);
      return { ...negated(asCondition(part)), isExact: part.isExact };
    }
    default: {
      const clause = compileLeaf(query);
      if (clause.isExact || !isNegative) return clause;
      // Too much excluded would be lost for good; nothing excluded is put right by the proof.
      return { sql: '0', values: [], isExact: false };
    }
  }
}

/** A query as one full-text match (null: none to begin with) and further conditions on the entry. */
export type Plan = { match: string | null; conditions: Condition[]; isExact: boolean };
type Condition = { sql: string; values: unknown[] };

/** The same with the match in front, where the full-text table delivers its rows in order and can stop early. */
export function planQuery(query: Resolved): Plan {
  return planAnd(query.type === 'and' ? query.parts : [query], false);
}

function planAnd(parts: readonly Resolved[], isNegative: boolean): Plan {
  const wanted: string[] = [];
  const excluded: string[] = [];
  const conditions: Condition[] = [];
  let isExact = true;
  for (const part of parts) {
    const isNot = part.type === 'not';
    const clause = isNot ? compileQuery(part.part, !isNegative) : compileQuery(part, isNegative);
    isExact &&= clause.isExact;
    if ('match' in clause) (isNot ? excluded : wanted).push(clause.match);
    else conditions.push(isNot ? negated(clause) : clause);
  }
  if (wanted.length === 0) {
    const nots = excluded.map((match) => negated(asCondition({ match, isExact })));
    return { match: null, conditions: [...conditions, ...nots], isExact };
  }
  const match = excluded.reduce((before, one) => `(${before}) NOT ${one}`, allMatch(wanted));
  return { match, conditions, isExact };
}

function negated({ sql, values }: Condition): Condition {
  return { sql: `NOT (${sql})`, values };
}

function compileAnd(parts: readonly Resolved[], isNegative: boolean): Clause {
  const { match, conditions, isExact } = planAnd(parts, isNegative);
  if (match === null) return allOf(conditions, isExact);
  if (conditions.length > 0)
    return allOf([asCondition({ match, isExact }), ...conditions], isExact);
  return { match: parts.length === 1 ? match : `(${match})`, isExact };
}

function allMatch(matches: readonly string[]): string {
  return matches.join(' AND ');
}

function allOf(
  conditions: readonly { sql: string; values: unknown[] }[],
  isExact: boolean,
): Clause {
  if (conditions.length === 0) return { sql: '1', values: [], isExact };
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
    isExact,
  };
}

function compileOr(parts: readonly Resolved[], isNegative: boolean): Clause {
  const clauses = parts.map((part) => compileQuery(part, isNegative));
  const isExact = clauses.every((clause) => clause.isExact);
  const matches = clauses.flatMap((clause) => ('match' in clause ? [clause.match] : []));
  const together = matches.length === 0 ? [] : [{ match: `(${matches.join(' OR ')})`, isExact }];
  const [only] = together;
  if (only !== undefined && matches.length === clauses.length) return only;
  const conditions = [...together, ...clauses.filter((clause) => !('match' in clause))].map(
    (clause) => asCondition(clause),
  );
  return {
    sql: `(${conditions.map(({ sql }) => `(${sql})`).join(' OR ')})`,
    values: conditions.flatMap(({ values }) => values),
    isExact,
  };
}

/** A clause as a condition on an entry. */
export function asCondition(clause: Clause, table: Table = 'search_body'): Condition {
  if (!('match' in clause)) return clause;
  return {
    sql: `+e.entry IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ?)`,
    values: [clause.match],
  };
}

type Leaf = Exclude<Resolved, { type: 'and' | 'or' | 'not' }>;

function compileLeaf(query: Leaf): Clause {
  switch (query.type) {
    case 'text':
      return compileText(query.text);
    case 'near':
      return matchNear(query.words, query.within);
    case 'form':
      return { match: matchForm(query.form), isExact: true };
    case 'section': {
      const heading = matchText(query.heading, false).match;
      const text = query.text === null ? null : matchText(query.text).match;
      return { match: text === null ? heading : `(${heading} AND ${text})`, isExact: false };
    }
    case 'in': {
      const { match, isExact } = matchIn(query.place, query.text);
      return { ...asCondition({ match, isExact }, 'search_meta'), isExact };
    }
    case 'marked':
      return withCodes(query);
    case 'indexed':
      return query.tokens.length === 0
        ? { sql: '0', values: [], isExact: true }
        : { match: anyOf(query.tokens.map(matchForm)), isExact: true };
    case 'status':
      return {
        sql: `+e.record IN (SELECT number FROM records WHERE trashed_at IS NULL
          AND status IN (SELECT value FROM json_each(?)))`,
        values: [JSON.stringify(query.statuses)],
        isExact: true,
      };
    case 'library':
      return inLibraries(query.libraries);
    case 'kind':
      return {
        sql: 'e.kind IN (SELECT value FROM json_each(?))',
        values: [JSON.stringify(query.kinds)],
        isExact: true,
      };
  }
}

function inLibraries(libraries: readonly Library[]): Clause {
  const others = libraries.filter((one) => one !== 'own');
  const sent = `EXISTS (SELECT 1 FROM received_records WHERE record_number = +e.record
    AND library IN (SELECT value FROM json_each(?)))`;
  const own = '+e.record NOT IN (SELECT record_number FROM received_records)';
  if (others.length === libraries.length) {
    return { sql: sent, values: [JSON.stringify(others)], isExact: true };
  }
  if (others.length === 0) return { sql: own, values: [], isExact: true };
  return { sql: `(${own} OR ${sent})`, values: [JSON.stringify(others)], isExact: true };
}

function withCodes({ list, codes }: { list: string; codes: readonly string[] }): Clause {
  return {
    sql: `+e.record IN (SELECT number FROM record_marks WHERE list = ? AND code IN (SELECT value FROM json_each(?)))`,
    values: [list, JSON.stringify(codes)],
    isExact: true,
  };
}

function anyOf(matches: readonly string[]): string {
  return matches.length === 1 ? (matches[0] ?? '') : `(${matches.join(' OR ')})`;
}

/** A text anywhere in a record, or an identifier in any form, or the sound of a title, which only the first tier knows. */
function compileText(text: string): Clause {
  const inBody = matchText(text);
  const sounds = matchSounds(text);
  if (sounds.length === 0) return inBody;
  return {
    sql: `e.entry IN (SELECT rowid FROM search_body WHERE search_body MATCH ?
      UNION SELECT rowid FROM search_meta WHERE search_meta MATCH ?)`,
    values: [inBody.match, anyOf(sounds)],
    isExact: inBody.isExact,
  };
}

export function matchText(text: string, hasOtherForms = true): { match: string; isExact: boolean } {
  const tokens = tokensOfTerm(text);
  if (tokens === null) return { match: matchForm(oneCharacterToken(text)), isExact: true };
  const phrase = `"${tokens.join(' ')}"`;
  return {
    match: anyOf([phrase, ...(hasOtherForms ? matchOwnForm(text) : [])]),
    // The index knows no end of a line within white space, and no border between two texts.
    isExact: !text.includes(' '),
  };
}

const columns: Readonly<Record<MetaPlace, string>> = {
  title: 'title',
  keywords: 'keywords',
  'case-numbers': 'case_numbers',
};

/** The column of other forms belongs to the whole first tier: whoever is found by it is proved. */
export function matchIn(place: MetaPlace, text: string): { match: string; isExact: boolean } {
  const tokens = tokensOfTerm(text);
  if (tokens === null) return { match: matchForm(oneCharacterToken(text)), isExact: false };
  const phrase = `${columns[place]} : "${tokens.join(' ')}"`;
  const forms = matchOwnForm(text);
  const sounds = place === 'title' ? matchSounds(text) : [];
  const all = [phrase, ...forms, ...sounds];
  return {
    match: all.length === 1 ? phrase : `(${all.join(' OR ')})`,
    isExact: forms.length === 0 && !text.includes(' '),
  };
}

/** The words near one another: at most so many tokens between the first and the last as so many characters can make. */
export function matchNear(words: readonly string[], within: number): Clause {
  const phrases = words.map((word) => ({ word, tokens: tokensOfTerm(word) }));
  const long = phrases.flatMap(({ tokens }) => (tokens === null ? [] : [`"${tokens.join(' ')}"`]));
  const single = phrases.flatMap(({ word, tokens }) =>
    tokens === null ? [matchForm(oneCharacterToken(word))] : [],
  );
  const [only] = long;
  const near = long.length > 1 ? [`NEAR(${long.join(' ')}, ${tokensBetween(words, within)})`] : [];
  const all = [...(long.length === 1 && only !== undefined ? [only] : near), ...single];
  return { match: `(${all.join(' AND ')})`, isExact: false };
}

/**
 * Between the outermost two lie the others and the characters that are allowed. Each makes a token, each run of letters and
 * digits among them one more, and there can be one at every second character; words at the edge of a run leave its first
 * and its last token outside their phrase.
 */
function tokensBetween(words: readonly string[], within: number): number {
  const lengths = words.map((word) => word.length).toSorted((one, other) => one - other);
  const inner = lengths.slice(2).reduce((sum, length) => sum + length, 0);
  const characters = within + inner;
  return characters + Math.ceil((characters + 1) / 2) + 3;
}

function matchOwnForm(text: string): string[] {
  const form = identifierForm(text);
  return form === null ? [] : [matchForm(form)];
}

function matchSounds(text: string): string[] {
  return soundPhrases(text).map(
    ({ tokens, isOpen }) => `forms : "${tokens.join(' ')}"${isOpen ? ' *' : ''}`,
  );
}

export function matchForm(form: string): string {
  return `forms : "${form}"`;
}

/**
 * What of a query the first tier can answer by itself, as a match of `search_meta`, or null. Conditions and exclusions are
 * for the whole record, so they are left to the caller, who asks them as well.
 */
export function compileFirstTier(query: Resolved): string | null {
  switch (query.type) {
    case 'and': {
      const parts = query.parts.flatMap((part) => compileFirstTier(part) ?? []);
      return parts.length === 0 ? null : allMatch(parts);
    }
    case 'or': {
      const parts = query.parts.map(compileFirstTier);
      const some = parts.filter((part) => part !== null);
      return some.length === 0 || some.length < parts.length ? null : `(${some.join(' OR ')})`;
    }
    case 'text':
      return anyOf([matchText(query.text).match, ...matchSounds(query.text)]);
    case 'form':
      return matchForm(query.form);
    case 'in':
      return matchIn(query.place, query.text).match;
    default:
      return null;
  }
}
