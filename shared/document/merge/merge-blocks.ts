import { canonicalJson } from '../../canonical-json.ts';
import { blockWithoutMarks } from '../../comments/marks-in-document.ts';
import { align, gapsBetween, type Gap } from '../../text/align.ts';
import type { Line } from '../compare/lines-of.ts';
import { pairLines } from '../compare/pair-lines.ts';
import { blockLines, type Block } from '../tree.ts';
import { chosen, type Conflicts } from './conflict.ts';

type Copy = { blocks: readonly Block[]; keys: readonly string[] };
type Side = 'ours' | 'theirs';
/** What one side made of a stretch of the base: blocks `beforeStart`–`beforeEnd` became its own `afterStart`–`afterEnd`. */
type Hunk = Gap & { side: Side };
/** Changes of both sides that touch the same blocks of the base, or a change of one side alone. */
type Cluster = { start: number; end: number; hunks: Hunk[] };
type Sides = { base: Copy; ours: Copy; theirs: Copy };

/**
 * The blocks of one section, joined (diff3): what one side alone changed is as that side has it; what both changed alike is there
 * once; what they changed differently is a conflict, asked for under `place`. To history a comment's mark is no change, and none here.
 */
export function mergeBlocks(
  {
    base,
    ours,
    theirs,
  }: { base: readonly Block[]; ours: readonly Block[]; theirs: readonly Block[] },
  place: { section: string; heading: string },
  conflicts: Conflicts,
): Block[] {
  const sides: Sides = { base: copyOf(base), ours: copyOf(ours), theirs: copyOf(theirs) };
  const changes = [...hunksOf(sides, 'ours'), ...hunksOf(sides, 'theirs')];
  const markedIn = { ours: keptBlocks(sides, 'ours'), theirs: keptBlocks(sides, 'theirs') };
  const merged: Block[] = [];
  let at = 0;
  const keep = (end: number) => {
    for (; at < end; at += 1) merged.push(keptBlock(sides, markedIn, at));
  };
  for (const cluster of clustersOf(changes, isTouching)) {
    keep(cluster.start);
    const within = withinOneSide(sides, cluster);
    if (within !== null) merged.push(...within);
    else {
      for (const part of clustersOf(cluster.hunks, isOverlapping)) {
        keep(part.start);
        merged.push(...resolve(sides, part, place, conflicts));
        at = part.end;
      }
    }
    keep(within === null ? cluster.end : at);
    at = cluster.end;
  }
  keep(sides.base.blocks.length);
  return merged;
}

function copyOf(blocks: readonly Block[]): Copy {
  return { blocks, keys: blocks.map((block) => canonicalJson(blockWithoutMarks(block))) };
}

function hunksOf(sides: Sides, side: Side): Hunk[] {
  const [before, after] = [sides.base.keys, sides[side].keys];
  const gaps = gapsBetween(align(before, after, { anchors: true }), before.length, after.length);
  return gaps.flatMap((gap) => splitGap(gap, sides, side));
}

/** Paragraphs that were only reworded are changes of their own, so that the other side may have reworded the next one. */
function splitGap(gap: Gap, sides: Sides, side: Side): Hunk[] {
  const { beforeStart, beforeEnd, afterStart, afterEnd } = gap;
  const pairing = pairLines(
    sides.base.blocks.slice(beforeStart, beforeEnd).map(lineOf),
    sides[side].blocks.slice(afterStart, afterEnd).map(lineOf),
  );
  const hunks: Hunk[] = [];
  let [a, b] = [beforeStart, afterStart];
  const upTo = (before: number, after: number) => {
    if (before > a || after > b) {
      hunks.push({ side, beforeStart: a, beforeEnd: before, afterStart: b, afterEnd: after });
    }
    [a, b] = [before, after];
  };
  for (const [i, j] of pairing) {
    if (i === null || j === null) continue;
    upTo(beforeStart + i, afterStart + j);
    upTo(beforeStart + i + 1, afterStart + j + 1);
  }
  upTo(beforeEnd, afterEnd);
  return hunks;
}

function lineOf(block: Block): Line {
  const kind = block.type === 'table' ? ('table-row' as const) : ('paragraph' as const);
  return { kind, level: 0, cells: [blockLines(block).join('\n')], form: '' };
}

/** The block of a copy that each block of the base still is, if it is there. */
function keptBlocks({ base, ...copies }: Sides, side: Side): Map<number, Block> {
  const kept = new Map<number, Block>();
  for (const match of align(base.keys, copies[side].keys, { anchors: true })) {
    for (let step = 0; step < match.length; step += 1) {
      const block = copies[side].blocks[match.after + step];
      if (block !== undefined) kept.set(match.before + step, block);
    }
  }
  return kept;
}

/** The same words in all three: as whoever commented on them has them. */
function keptBlock({ base }: Sides, markedIn: Record<Side, Map<number, Block>>, at: number): Block {
  const block = base.blocks[at];
  if (block === undefined) throw new RangeError('no such block');
  const [ours, theirs] = [markedIn.ours.get(at) ?? block, markedIn.theirs.get(at) ?? block];
  return canonicalJson(ours) === canonicalJson(block) ? theirs : ours;
}

/** In the order of the base. What goes in between two blocks comes before what becomes of the second. */
function clustersOf(
  changes: readonly Hunk[],
  isTogether: (one: Hunk, other: Hunk) => boolean,
): Cluster[] {
  const sorted = changes.toSorted(
    (a, b) => a.beforeStart - b.beforeStart || a.beforeEnd - b.beforeEnd,
  );
  const clusters: Cluster[] = [];
  for (const hunk of sorted) {
    const last = clusters.at(-1);
    if (last !== undefined && last.hunks.some((other) => isTogether(other, hunk))) {
      last.hunks.push(hunk);
      last.end = Math.max(last.end, hunk.beforeEnd);
    } else clusters.push({ start: hunk.beforeStart, end: hunk.beforeEnd, hunks: [hunk] });
  }
  return clusters;
}

/** Whether two changes lie side by side or closer: what was taken in before makes one change of such. */
function isTouching(one: Hunk, other: Hunk): boolean {
  return (
    one.side !== other.side &&
    one.beforeStart <= other.beforeEnd &&
    other.beforeStart <= one.beforeEnd
  );
}

/**
 * Whether two changes touch the same blocks: or something was put in exactly where the other side put something in, or took
 * something out: which of the two comes first, or whether what was put in belonged to what went, nobody can know.
 */
function isOverlapping(one: Hunk, other: Hunk): boolean {
  if (one.side === other.side) return false;
  const [first, second] = [isInsertion(one), isInsertion(other)];
  if (first && second) return one.beforeStart === other.beforeStart;
  if (!first && !second) {
    return one.beforeStart < other.beforeEnd && other.beforeStart < one.beforeEnd;
  }
  const [put, changed] = first ? [one.beforeStart, other] : [other.beforeStart, one];
  if (changed.afterStart === changed.afterEnd) {
    return changed.beforeStart <= put && put <= changed.beforeEnd;
  }
  return changed.beforeStart < put && put < changed.beforeEnd;
}

function isInsertion({ beforeStart, beforeEnd }: Hunk): boolean {
  return beforeStart === beforeEnd;
}

/** The blocks of a cluster that needs no decision: one side's, the same on both, or all of one side's changes among the other's. */
function withinOneSide(sides: Sides, cluster: Cluster): Block[] | null {
  const has = (side: Side) => cluster.hunks.some((hunk) => hunk.side === side);
  const [ours, theirs] = [version(sides, cluster, 'ours'), version(sides, cluster, 'theirs')];
  if (!has('theirs') || isSame(ours.keys, theirs.keys)) return ours.blocks;
  if (!has('ours')) return theirs.blocks;
  if (isWithin(sides, cluster, 'theirs', 'ours')) return ours.blocks;
  return isWithin(sides, cluster, 'ours', 'theirs') ? theirs.blocks : null;
}

function resolve(
  sides: Sides,
  cluster: Cluster,
  place: { section: string; heading: string },
  conflicts: Conflicts,
): Block[] {
  const within = withinOneSide(sides, cluster);
  if (within !== null) return within;
  const [ours, theirs] = [version(sides, cluster, 'ours'), version(sides, cluster, 'theirs')];
  const { head, tail } = alikeAtEnds(ours.keys, theirs.keys);
  const middle = ({ blocks }: Version) => blocks.slice(head, blocks.length - tail);
  const [one, other] = [middle(ours), middle(theirs)];
  const choice = conflicts.decide({
    key: `blocks ${place.section} ${String(cluster.start)}-${String(cluster.end)}`,
    place: { kind: 'blocks', ...place },
    base: sides.base.blocks.slice(cluster.start, cluster.end).flatMap(blockLines),
    ours: one.flatMap(blockLines),
    theirs: other.flatMap(blockLines),
    choices: one.length > 0 && other.length > 0 ? ['ours', 'theirs', 'both'] : ['ours', 'theirs'],
  });
  const { blocks } = ours;
  return [
    ...blocks.slice(0, head),
    ...chosen(choice, one, other),
    ...blocks.slice(blocks.length - tail),
  ];
}

type Version = { blocks: Block[]; keys: string[] };

/** What a side has where the cluster is. */
function version(sides: Sides, { start, end, hunks }: Cluster, side: Side): Version {
  const { base } = sides;
  const blocks: Block[] = [];
  let at = start;
  for (const hunk of hunks) {
    if (hunk.side !== side) continue;
    blocks.push(...base.blocks.slice(at, hunk.beforeStart));
    blocks.push(...sides[side].blocks.slice(hunk.afterStart, hunk.afterEnd));
    at = hunk.beforeEnd;
  }
  blocks.push(...base.blocks.slice(at, end));
  return copyOf(blocks) as Version;
}

/**
 * Whether what `one` did here is part of what `other` did: so it is when something is taken in twice. All that `one` took out went
 * there too, and all that it put in is there, in order. One that only took out what the other reworded is not.
 */
function isWithin(sides: Sides, { hunks }: Cluster, one: Side, other: Side): boolean {
  const partOf = (side: Side) => hunks.filter((hunk) => hunk.side === side);
  const removed = (side: Side) =>
    partOf(side).flatMap(({ beforeStart, beforeEnd }) =>
      Array.from({ length: beforeEnd - beforeStart }, (_, step) => beforeStart + step),
    );
  const added = (side: Side) =>
    partOf(side).flatMap((hunk) => sides[side].keys.slice(hunk.afterStart, hunk.afterEnd));
  const [gone, alsoGone] = [removed(one), new Set(removed(other))];
  if (!gone.every((index) => alsoGone.has(index))) return false;
  const [put, alsoPut] = [added(one), added(other)];
  if (put.length === 0) return gone.length < alsoGone.size;
  let at = 0;
  for (const key of alsoPut) if (key === put[at]) at += 1;
  return at === put.length;
}

function alikeAtEnds(one: readonly string[], other: readonly string[]) {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < most - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  return { head, tail };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, at) => key === other[at]);
}
