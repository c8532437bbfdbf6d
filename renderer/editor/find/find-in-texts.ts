export type FindQuery = {
  text: string;
  replacement: string;
  isExpression: boolean;
  matchesCase: boolean;
  wholeWord: boolean;
};
/** `block` counts the texts; `replacement` is what the match would become. */
export type Match = { block: number; start: number; end: number; replacement: string };
export type Found = { matches: Match[]; isMore: boolean };

export const MOST_MATCHES = 10_000;

/** The query as an expression, or null if it is none. */
export function expressionOf(query: FindQuery): RegExp | null {
  const { text, isExpression, matchesCase, wholeWord } = query;
  if (text === '') return null;
  const source = isExpression ? `(?:${text})` : text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  try {
    return new RegExp(wholeWord ? whole(source, query) : source, `gmu${matchesCase ? '' : 'i'}`);
  } catch {
    return null;
  }
}

/** Chinese has no gaps between words: only an edge of Latin letters or digits can be in the middle of one. */
function whole(source: string, { text, isExpression }: FindQuery): string {
  const isLatin = (character: string | undefined) => /[\p{Script=Latin}\d_]/u.test(character ?? '');
  const before = isExpression || isLatin(text[0]) ? String.raw`(?<![\p{Script=Latin}\d_])` : '';
  const after = isExpression || isLatin(text.at(-1)) ? String.raw`(?![\p{Script=Latin}\d_])` : '';
  return before + source + after;
}

/** Looks through the texts one by one; a match never goes over the end of one. Empty matches do not count. */
export function findInTexts(texts: readonly string[], query: FindQuery): Found | null {
  const expression = expressionOf(query);
  if (expression === null) return null;
  const matches: Match[] = [];
  for (const [block, text] of texts.entries()) {
    for (const match of text.matchAll(expression)) {
      if (match[0] === '') continue;
      if (matches.length >= MOST_MATCHES) return { matches, isMore: true };
      const end = match.index + match[0].length;
      matches.push({ block, start: match.index, end, replacement: replacementOf(match, query) });
    }
  }
  return { matches, isMore: false };
}

/** `$1`, `$<name>`, `$&` and `$$` mean something in the replacement of an expression, and nothing in that of a text. */
function replacementOf(match: RegExpExecArray, { replacement, isExpression }: FindQuery): string {
  if (!isExpression) return replacement;
  return replacement.replaceAll(/\$(?:(\$|&)|(\d{1,2})|<([^>]*)>)/g, (all, sign, place, name) => {
    if (sign === '$') return '$';
    if (sign === '&') return match[0];
    if (place !== undefined) {
      return Number(place) > 0 && Number(place) < match.length ? (match[Number(place)] ?? '') : all;
    }
    return match.groups?.[name as string] ?? '';
  });
}
