import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import { MarkList, type records } from '../../../shared/contract/records.ts';
import { conditionOf, places, WITH_OPEN_COMMENTS, type Condition } from './list-condition.ts';

type Operation = (typeof records)['records.marks'];
type Marks = OutputOf<Operation>['marks'];

const MOST_OF_A_LIST = 500;

/** How many records of a place each code, tag, kind and status is on. */
export function countMarks(db: Database, input: InputOf<Operation>): Marks {
  const condition = conditionOf({ ...input, where: [], words: '' });
  const lists = input.lists ?? MarkList.options;
  const marked = countMarked(db, input, condition, lists);
  return lists.flatMap((list) => {
    if (list === 'unread') {
      return countWithin(
        db,
        condition,
        { list, code: 'unread' },
        'SELECT number FROM unread_records',
      );
    }
    if (list === 'comments') {
      return countWithin(db, condition, { list, code: 'open' }, WITH_OPEN_COMMENTS);
    }
    // That depends on who asks: `review.waiting`.
    if (list === 'waiting') return [];
    if (list === 'kind' || list === 'status') return countColumn(db, condition, list);
    return marked.filter((mark) => mark.list === list).slice(0, MOST_OF_A_LIST);
  });
}

/** All lists in one walk through the marks, whose order is that of the groups. */
function countMarked(
  db: Database,
  { kinds, library, trashed }: InputOf<Operation>,
  { sql, values }: Condition,
  lists: readonly MarkList[],
): Marks {
  // Few lie in the trash and many do not, so it is cheaper to say which are left out. Neither looks into the rows.
  const within =
    trashed || kinds.length > 0 || library !== 'own'
      ? { sql: `number IN (SELECT number FROM records WHERE ${sql})`, values }
      : {
          sql: 'number NOT IN (SELECT number FROM records WHERE trashed_at IS NOT NULL) AND number NOT IN (SELECT record_number FROM received_records)',
          values: [],
        };
  const marks = db
    .prepare(
      `SELECT list, code, count(*) AS count FROM record_marks
       WHERE list IN (${places(lists)}) AND ${within.sql} GROUP BY list, code`,
    )
    .all(...lists, ...within.values) as Marks;
  return marks.toSorted(
    (one, other) => other.count - one.count || (one.code < other.code ? -1 : 1),
  );
}

function countColumn(db: Database, { sql, values }: Condition, column: 'kind' | 'status'): Marks {
  return db
    .prepare(
      `SELECT '${column}' AS list, ${column} AS code, count(*) AS count FROM records
       WHERE ${sql} AND ${column} IS NOT NULL GROUP BY ${column} ORDER BY count DESC, code`,
    )
    .all(...values) as Marks;
}

/** Of a mark that is a table of its own; nothing for none. */
function countWithin(
  db: Database,
  { sql, values }: Condition,
  mark: Pick<Marks[number], 'list' | 'code'>,
  numbers: string,
): Marks {
  const count = db
    .prepare(`SELECT count(*) FROM records WHERE ${sql} AND +number IN (${numbers})`)
    .pluck()
    .get(...values) as number;
  return count === 0 ? [] : [{ ...mark, count }];
}
