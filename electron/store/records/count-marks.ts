import type { Database } from 'better-sqlite3';
import type { OutputOf } from '../../../shared/contract/define.ts';
import { MarkList, type RecordKind, type records } from '../../../shared/contract/records.ts';

type Marks = OutputOf<(typeof records)['records.marks']>['marks'];

/** How many records each code and tag is on; those in the trash are not counted. */
export function countMarks(db: Database, kinds: readonly RecordKind[]): Marks {
  // Few lie in the trash and many do not, so it is cheaper to say which are left out. Neither looks into the rows.
  const foreign =
    kinds.length === 0
      ? ''
      : `AND number IN (SELECT number FROM records
           WHERE trashed_at IS NULL AND kind IN (${kinds.map(() => '?').join(', ')}))`;
  const count = db.prepare(
    `SELECT list, code, count(*) AS count FROM record_marks
     WHERE list = ? AND number NOT IN (SELECT number FROM records WHERE trashed_at IS NOT NULL) ${foreign}
     GROUP BY code ORDER BY count DESC, code LIMIT 500`,
  );
  return MarkList.options.flatMap((list) => count.all(list, ...kinds) as Marks);
}
