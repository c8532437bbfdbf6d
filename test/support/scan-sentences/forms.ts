import type { Random } from '../../bench/random.ts';
import { between } from './answer.ts';

/** The ways in which numbers meet one in the wild. None of them touches the first or the last character. */

const zeroWidth = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad'];

export function fullWidth(text: string): string {
  return text.replaceAll(/[!-~]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
}

export function mixedWidth(random: Random, text: string): string {
  return Array.from(text)
    .map((one) => (random.below(2) === 0 ? fullWidth(one) : one))
    .join('');
}

export function withZeroWidth(random: Random, text: string): string {
  let made = text;
  for (let count = between(random, 1, 3); count > 0; count -= 1) {
    made = insertInside(random, made, random.pick(zeroWidth));
  }
  return made;
}

export function withLineBreak(random: Random, text: string): string {
  return insertInside(random, text, '\n');
}

/** At a place with a character on both sides, and never within a surrogate pair: there is none in what is made here. */
function insertInside(random: Random, text: string, what: string): string {
  const at = between(random, 1, text.length - 1);
  return text.slice(0, at) + what + text.slice(at);
}

/** Groups of these sizes, the last one taking the rest, joined. */
export function grouped(text: string, sizes: readonly number[], joint: string): string {
  const groups: string[] = [];
  let at = 0;
  for (let index = 0; at < text.length; index += 1) {
    const size = sizes[Math.min(index, sizes.length - 1)] ?? text.length;
    groups.push(text.slice(at, at + size));
    at += size;
  }
  return groups.join(joint);
}

/** One of the forms that any long number may have; `sizes` is how people group it. */
export function wild(random: Random, text: string, sizes: readonly number[]): string {
  switch (random.below(14)) {
    case 0:
      return fullWidth(text);
    case 1:
      return mixedWidth(random, text);
    case 2:
      return withZeroWidth(random, text);
    case 3:
      return withLineBreak(random, text);
    case 4:
      return grouped(text, sizes, ' ');
    case 5:
      return grouped(text, sizes, '-');
    case 6:
      return grouped(text, [4], ' ');
    case 7:
      return grouped(fullWidth(text), sizes, '　');
    case 8:
      return withZeroWidth(random, grouped(text, sizes, ' '));
    default:
      return text;
  }
}
