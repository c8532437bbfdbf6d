import { matchForm, matchNear, matchText, type Clause } from '../../search/compile-query.ts';
import type { Resolved } from '../../search/resolve-query.ts';

/** A condition on `read.hash`. When it is not exact, what it lets through must be proved against the text. */
export type ContentCondition = { sql: string; values: string[]; isExact: boolean };

/**
 * Which contents answer a query, each as one text of several pages: every word must be on one of its pages. Null for a query
 * that asks for what only records have (a charge, a title, a year …).
 */
export function contentsWith(query: Resolved, isNegative = false): ContentCondition | null {
  switch (query.type) {
    case 'and':
    case 'or': {
      const parts = query.parts.map((part) => contentsWith(part, isNegative));
      const known = parts.filter((part) => part !== null);
      if (known.length < parts.length || known.length === 0) return null;
      return {
        sql: `(${known.map(({ sql }) => sql).join(` ${query.type.toUpperCase()} `)})`,
        values: known.flatMap(({ values }) => values),
        isExact: known.every(({ isExact }) => isExact),
      };
    }
    case 'not': {
      const part = contentsWith(query.part, !isNegative);
      return part === null ? null : { ...part, sql: `NOT ${part.sql}` };
    }
    case 'text':
    case 'near':
    case 'form':
      return onPages(clauseOf(query), isNegative);
    default:
      return null;
  }
}

function clauseOf(query: Extract<Resolved, { type: 'text' | 'near' | 'form' }>): Clause {
  if (query.type === 'text') return matchText(query.text);
  if (query.type === 'near') return matchNear(query.words, query.within);
  return { match: matchForm(query.form), isExact: true };
}

function onPages(clause: Clause, isNegative: boolean): ContentCondition | null {
  if (!('match' in clause)) return null;
  // Too much excluded would be lost for good; nothing excluded is put right by the proof.
  if (isNegative && !clause.isExact) return { sql: '(0)', values: [], isExact: false };
  return {
    sql: `(read.hash IN (SELECT page.hash FROM attachment_index AS entry
      JOIN attachment_pages AS page ON page.entry = entry.rowid WHERE attachment_index MATCH ?))`,
    values: [clause.match],
    isExact: clause.isExact,
  };
}
