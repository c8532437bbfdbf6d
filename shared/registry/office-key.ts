import { fold } from '../text/fold.ts';

/** What makes two names the same office: width, brackets and blanks do not matter. */
export function officeKey(name: string): string {
  return fold(name).replaceAll(/\s+/gu, '');
}

/** A name without its department: 云汀市人民检察院知识产权检察办公室 is 云汀市人民检察院. */
function houseOf(key: string): string {
  return /^.*?检察院(?:第.{1,3}分院|.{1,8}(?:分院|检察分院))?/u.exec(key)?.[0] ?? key;
}

/** From 0 (nothing in common) to 1 (the same), how alike two names of offices are. */
export function likenessOfOffices(one: string, other: string): number {
  const [a, b] = [officeKey(one), officeKey(other)];
  if (a === b) return 1;
  const [houseA, houseB] = [houseOf(a), houseOf(b)];
  if (houseA === houseB) return 0.95;
  if (houseA.endsWith(houseB) || houseB.endsWith(houseA)) return 0.9;
  const [pairsA, pairsB] = [pairsOf(houseA), pairsOf(houseB)];
  const common = [...pairsA].filter((pair) => pairsB.has(pair)).length;
  return (0.8 * 2 * common) / Math.max(1, pairsA.size + pairsB.size);
}

/** 人民检察院 is in every name and says nothing. */
function pairsOf(name: string): Set<string> {
  const letters = Array.from(name.replace(/人民检察院/u, ''));
  return new Set(letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`));
}
