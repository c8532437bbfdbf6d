import { fold } from '../fold.ts';
import type { Range } from '../find-hits.ts';
import { viewOf } from '../scan/view.ts';
import { isPseudonym } from './pseudonym.ts';

/** Where a name of the list stands; `name` is its place in the list. */
export type NameHit = Range & { name: number };

/**
 * Every place where one of the names stands, whatever its width, with invisible characters or a blank between its
 * characters. Where one name is in another (李明 in 李明华) the longer one stands there. A single character and what is a
 * pseudonym already are not looked for: they would be found everywhere and hide nothing.
 */
export function findNames(text: string, names: readonly string[]): NameHit[] {
  const wanted = names
    .map((name, at) => ({ name: at, key: fold(name.replace(/[（(][^）)]*[）)]$/u, '')).trim() }))
    .filter(({ key }) => Array.from(key).length >= 2 && !isPseudonym(key))
    .toSorted((one, other) => other.key.length - one.key.length);
  if (wanted.length === 0) return [];
  const pattern = new RegExp(wanted.map(({ key }) => `(${patternOf(key)})`).join('|'), 'gu');
  const view = viewOf(text);
  return Array.from(view.text.matchAll(pattern), (match) => {
    const group = match.slice(1).findIndex((one) => one !== undefined);
    const end = match.index + match[0].length;
    const place = view.toSource({ kind: 'address', start: match.index, end });
    return { name: wanted[group]?.name ?? 0, start: place.start, end: place.end };
  });
}

function patternOf(key: string): string {
  const characters = Array.from(key.replaceAll(/\s+/gu, ' ')).map((one) =>
    one === ' ' ? '\\s{1,3}' : one.replace(/[\\^$.*+?()[\]{}|]/u, '\\$&'),
  );
  if (/^[a-z]/u.test(key)) return `(?<![a-z])${characters.join('')}(?![a-z])`;
  return characters.join('[ \\t\\n]?');
}
