import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import { MarkList, type records } from '../../../shared/contract/records.ts';
import { conditionOf } from './list-condition.ts';

type Operation = (typeof records)['records.marks'];
type Marks = OutputOf<Operation>['marks'];

/** How many records of a place each code, tag, kind and status is on. */
export function countMarks(db: Database, input: InputOf<Operation>): Marks {
  const { sql, values } = conditionOf({ ...input, where: [], words: '' });
  const column = (list: 'kind' | 'status') =>
    db
      .prepare(
        `SELECT '${list}' AS list, ${list} AS code, count(*) AS count FROM records
         WHERE ${sql} AND ${list} IS NOT NULL GROUP BY ${list} ORDER BY count DESC, code`,
      )
      .all(...values) as Marks;
  const unread = db
    .prepare(
      `SELECT 'unread' AS list, 'unread' AS code, count(*) AS count FROM records
       WHERE ${sql} AND +number IN (SELECT number FROM unread_records) HAVING count(*) > 0`,
    )
    .all(...values) as Marks;
  // Few lie in the trash and many do not, so it is cheaper to say which are left out. Neither looks into the rows.
  const within =
    input.trashed || input.kinds.length > 0
      ? { sql: `number IN (SELECT number FROM records WHERE ${sql})`, values }
      : {
          sql: 'number NOT IN (SELECT number FROM records WHERE trashed_at IS NOT NULL)',
          values: [],
        };
  const count = db.prepare(
    `SELECT list, code, count(*) AS count FROM record_marks WHERE list = ? AND ${within.sql}
     GROUP BY code ORDER BY count DESC, code LIMIT 500`,
  );
  return MarkList.options.flatMap((list) => {
    if (list === 'unread') return unread;
    if (list === 'kind' || list === 'status') return column(list);
    return count.all(list, ...within.values) as Marks;
  });
}
