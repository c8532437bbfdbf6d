import { align } from '../../text/align.ts';
import type { Conflicts } from './conflict.ts';

type Orders = { base: readonly string[]; ours: readonly string[]; theirs: readonly string[] };

/**
 * In which order the sections stand that either side has. One side moved some: as there. Both did, differently: a conflict. What one
 * side added stands after what it stood after there; two at one place in the order of their ids, the same at both ends.
 */
export function mergeOrder(
  { base, ours, theirs }: Orders,
  all: ReadonlyMap<string, { heading: string }>,
  conflicts: Conflicts,
): string[] {
  const isThere = (ids: readonly string[]) => new Set(ids);
  const [inBase, inOurs, inTheirs] = [isThere(base), isThere(ours), isThere(theirs)];
  const isCommon = (id: string) => inBase.has(id) && inOurs.has(id) && inTheirs.has(id);
  const [was, one, other] = [base.filter(isCommon), ours.filter(isCommon), theirs.filter(isCommon)];
  const headingOf = (id: string) => all.get(id)?.heading ?? id;
  let skeleton = one;
  if (isSame(one, was)) skeleton = other;
  else if (!isSame(other, was) && !isSame(one, other)) {
    const choice = conflicts.decide({
      key: 'order',
      place: { kind: 'order' },
      base: was.map(headingOf),
      ours: one.map(headingOf),
      theirs: other.map(headingOf),
      choices: ['ours', 'theirs'],
    });
    skeleton = choice === 'theirs' ? other : one;
  }
  const fixed = isThere(skeleton);
  const groups = groupsOf([ours, theirs], fixed);
  // What only one side took out, and stays all the same, has its place where the other has it.
  return ['', ...skeleton].flatMap((anchor) => [
    ...(anchor === '' ? [] : [anchor]),
    ...(groups.get(anchor) ?? []),
  ]);
}

/** What follows each fixed section in either copy, up to the next. */
function groupsOf(
  copies: readonly (readonly string[])[],
  fixed: ReadonlySet<string>,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  const placed = new Set<string>();
  const [ours = [], theirs = []] = copies.map((ids) => following(ids, fixed));
  for (const [anchor] of [...ours, ...theirs]) {
    if (groups.has(anchor)) continue;
    const [one, other] = [lookUp(ours, anchor), lookUp(theirs, anchor)];
    groups.set(anchor, joined(one, other));
  }
  // A section that the two copies have in different places stands in the first of them, in the order of the anchors' names.
  for (const anchor of [...groups.keys()].toSorted()) {
    const ids = (groups.get(anchor) ?? []).filter((id) => !placed.has(id));
    for (const id of ids) placed.add(id);
    groups.set(anchor, ids);
  }
  return groups;
}

function following(
  ids: readonly string[],
  fixed: ReadonlySet<string>,
): (readonly [string, string[]])[] {
  const groups: (readonly [string, string[]])[] = [['', []]];
  for (const id of ids) {
    if (fixed.has(id)) groups.push([id, []]);
    else groups.at(-1)?.[1].push(id);
  }
  return groups;
}

function lookUp(groups: readonly (readonly [string, string[]])[], anchor: string): string[] {
  return groups.find(([name]) => name === anchor)?.[1] ?? [];
}

function joined(first: readonly string[], second: readonly string[]): string[] {
  // Which of them is called ours must not matter.
  const [one, other] = first.join(' ') < second.join(' ') ? [first, second] : [second, first];
  if (one.length === 0 || isSame(one, other)) return [...other];
  if (other.length === 0) return [...one];
  // What both have holds the rest, as far as they agree.
  const matches = align(one, other, { anchors: false });
  const result: string[] = [];
  let [a, b] = [0, 0];
  for (const match of [...matches, { before: one.length, after: other.length, length: 0 }]) {
    const between = [...one.slice(a, match.before), ...other.slice(b, match.after)];
    result.push(...[...new Set(between)].toSorted());
    result.push(...one.slice(match.before, match.before + match.length));
    [a, b] = [match.before + match.length, match.after + match.length];
  }
  return [...new Set(result)];
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at]);
}
