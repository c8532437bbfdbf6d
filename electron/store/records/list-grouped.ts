import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import { MOST_HEADS, type GroupedLine, type records } from '../../../shared/contract/records.ts';
import { untilWritten } from '../database/until-written.ts';
import { FEW, groupRecords, inGroup, type Group } from './group-records.ts';
import { conditionOf, type Condition } from './list-condition.ts';
import { countRows, findNumbers, readSummaries } from './list-records.ts';

type Grouped = (typeof records)['records.grouped'];
type Input = InputOf<Grouped>;
type Heads = { groups: readonly Group[]; records: number };

/** One page of lines, heads and records alike. Of the groups in sight only the stretch in sight is read. */
export function listGrouped(db: Database, input: Input): OutputOf<Grouped> {
  const condition = conditionOf(input);
  const heads = headsOf(db, condition, input);
  const items: GroupedLine[] = [];
  const end = input.offset + input.limit;
  const starts: number[] = [];
  let start = 0;
  for (const group of heads.groups) {
    if (starts.length < MOST_HEADS) starts.push(start);
    const isFolded = isGroupFolded(input, group.code);
    const next = start + 1 + (isFolded ? 0 : group.count);
    if (start < end && next > input.offset) {
      if (start >= input.offset) items.push({ type: 'head', ...group, isFolded });
      const from = Math.max(0, input.offset - start - 1);
      const to = Math.min(next, end) - start - 1;
      if (!isFolded && to > from) {
        items.push(...linesOf(db, condition, input, group, { offset: from, limit: to - from }));
      }
    }
    start = next;
  }
  const { records: found, groups } = heads;
  const counted = { records: found, groups: groups.length, heads: starts };
  return { items, offset: input.offset, total: start, ...counted };
}

function isGroupFolded({ folding }: Input, code: string | null): boolean {
  return folding.except.includes(code) !== folding.isFolded;
}

function linesOf(
  db: Database,
  condition: Condition,
  { by, order, isDescending }: Input,
  group: Group,
  stretch: { offset: number; limit: number },
): GroupedLine[] {
  const own = inGroup(condition, by, order, group);
  const numbers = findNumbers(db, own, { order, isDescending, ...stretch }, group.count > FEW);
  return readSummaries(db, numbers).map((record) => ({ type: 'record', code: group.code, record }));
}

/** Counting all groups is the dear part, and every page needs it. */
function headsOf(db: Database, condition: Condition, { by, order }: Input): Heads {
  const key = JSON.stringify(['heads', condition, by, order === 'created']);
  return untilWritten(db, key, () => ({
    groups: groupRecords(db, condition, by, order),
    records: countRows(db, condition),
  }));
}
