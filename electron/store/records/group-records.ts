import type { Database } from 'better-sqlite3';
import { RecordStatus } from '../../../shared/contract/record-status.ts';
import { RecordKind, type GroupBy, type RecordOrder } from '../../../shared/contract/records.ts';
import { codeLists } from '../../../shared/templates/code-lists/index.ts';
import { both, type Condition } from './list-condition.ts';
import { titleKey } from './title-key.ts';

/** `code` null: what has none. */
export type Group = { code: string | null; count: number };
type MarkGroup = Exclude<GroupBy, 'kind' | 'status' | 'month'>;
type Months = 'changed_at' | 'created_at';

/** The groups of what a condition leaves, in the order of the list, those that have nothing in common last. */
export function groupRecords(
  db: Database,
  condition: Condition,
  by: GroupBy,
  order: RecordOrder,
): Group[] {
  if (by === 'kind' || by === 'status') return byColumn(db, condition, by);
  if (by === 'month') return byMonth(db, condition, monthsOf(order));
  return byMark(db, condition, by);
}

export const FEW = 200;

/** The records of one group. */
export function inGroup(
  condition: Condition,
  by: GroupBy,
  order: RecordOrder,
  { code, count }: Group,
): Condition {
  // A group as small as this is found by what it has in common and then sorted; a larger one along the order of the list.
  const plus = count <= FEW ? '' : '+';
  if (by === 'kind' || by === 'status') {
    const own = code === null ? `${plus}${by} IS NULL` : `${plus}${by} = ?`;
    return both(condition, { sql: own, values: code === null ? [] : [code] });
  }
  if (by === 'month') {
    const [from, to] = monthRange(code ?? '');
    const column = monthsOf(order);
    return both(condition, { sql: `${column} >= ${from} AND ${column} < ${to}`, values: [] });
  }
  const marked = 'SELECT number FROM record_marks WHERE list = ?';
  return both(
    condition,
    code === null
      ? { sql: `+number NOT IN (${marked})`, values: [by] }
      : { sql: `${plus}number IN (${marked} AND code = ?)`, values: [by, code] },
  );
}

const monthsOf = (order: RecordOrder): Months =>
  order === 'created' ? 'created_at' : 'changed_at';

function byColumn(db: Database, { sql, values }: Condition, column: 'kind' | 'status'): Group[] {
  const rows = db
    .prepare(
      `SELECT ${column} AS code, count(*) AS count FROM records WHERE ${sql} GROUP BY ${column}`,
    )
    .all(...values) as Group[];
  const ranks: readonly string[] = column === 'kind' ? RecordKind.options : RecordStatus.options;
  return inOrder(rows, ({ code }) => ranks.indexOf(code ?? ''));
}

/** Months are those of the country the records are from. */
const chinaInMilliseconds = 8 * 3600 * 1000;

function monthRange(code: string): [from: number, to: number] {
  const [year = 0, month = 1] = code.split('-').map(Number);
  const startOf = (index: number) => Date.UTC(year, index, 1) - chinaInMilliseconds;
  return [startOf(month - 1), startOf(month)];
}

/** From one record to the latest of an earlier month: the index leads from month to month. */
function byMonth(db: Database, { sql, values }: Condition, column: Months): Group[] {
  const latest = db
    .prepare(`SELECT max(${column}) FROM records WHERE ${sql} AND ${column} < ?`)
    .pluck();
  const count = db
    .prepare(`SELECT count(*) FROM records WHERE ${sql} AND ${column} >= ? AND ${column} < ?`)
    .pluck();
  const groups: Group[] = [];
  let before: number = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const instant = latest.get(...values, before) as number | null;
    if (instant === null) return groups;
    const code = new Date(instant + chinaInMilliseconds).toISOString().slice(0, 7);
    const [from, to] = monthRange(code);
    groups.push({ code, count: count.get(...values, from, to) as number });
    before = from;
  }
}

function byMark(db: Database, { sql, values }: Condition, list: MarkGroup): Group[] {
  const within = `SELECT number FROM records WHERE ${sql}`;
  const rows = db
    .prepare(
      `SELECT code, count(*) AS count FROM record_marks WHERE list = ? AND number IN (${within}) GROUP BY code`,
    )
    .all(list, ...values) as Group[];
  const none = db
    .prepare(
      `SELECT count(*) FROM records WHERE ${sql} AND +number NOT IN (SELECT number FROM record_marks WHERE list = ?)`,
    )
    .pluck()
    .get(...values, list) as number;
  const shipped: readonly string[] = list === 'tag' ? [] : codeLists[list].map(({ code }) => code);
  const groups = inOrder(rows, ({ code }) => {
    const rank = shipped.indexOf(code ?? '');
    return rank === -1 ? shipped.length : rank;
  });
  return none === 0 ? groups : [...groups, { code: null, count: none }];
}

/** By rank; what has the same, by the sound of its name: a code of the workspace's own is its name. */
function inOrder(groups: readonly Group[], rankOf: (group: Group) => number): Group[] {
  return groups
    .map((group) => ({ group, rank: rankOf(group), key: titleKey(group.code ?? '') }))
    .toSorted((one, other) => {
      if ((one.group.code === null) !== (other.group.code === null)) {
        return one.group.code === null ? 1 : -1;
      }
      if (one.rank !== other.rank) return one.rank - other.rank;
      return one.key < other.key ? -1 : 1;
    })
    .map(({ group }) => group);
}
