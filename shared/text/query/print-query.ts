import { fieldNames } from './field-names.ts';
import type { Query } from './query.ts';

/** A query as it can be typed: `parseQuery` of it is the same query again. */
export function printQuery(query: Query): string {
  switch (query.type) {
    case 'text':
      return printText(query.text);
    case 'near':
      return `${quoted(query.words.join(' '))}~${query.within}`;
    case 'field':
      return `${fieldNames[query.field].chinese[0]}:${printText(query.text)}`;
    case 'years': {
      const { from, to } = query;
      const value = from === to ? `${from}` : `${from ?? ''}..${to ?? ''}`;
      return `${fieldNames.year.chinese[0]}:${value}`;
    }
    case 'and':
      return query.parts
        .map((part) => (part.type === 'or' ? `(${printQuery(part)})` : printQuery(part)))
        .join(' ');
    case 'or':
      return query.parts.map(printQuery).join(' OR ');
    case 'not':
      return query.part.type === 'and' || query.part.type === 'or'
        ? `-(${printQuery(query.part)})`
        : `-${printQuery(query.part)}`;
  }
}

/** Whatever might be taken for an operator goes between quotation marks. */
export function printText(text: string): string {
  return /[\s"()~:]|^-|^[与或非]$/u.test(text) ? quoted(text) : text;
}

function quoted(text: string): string {
  return text.includes('"') ? `“${text}”` : `"${text}"`;
}
