import type { Database } from 'better-sqlite3';
import type { OutputOf } from '../../../shared/contract/define.ts';
import { RecordKind, type records } from '../../../shared/contract/records.ts';

type Counts = OutputOf<(typeof records)['records.counts']>;

/** How many records of each kind (0 named too), and how many lie in the trash. */
export function countRecords(db: Database): Counts {
  const rows = db
    .prepare('SELECT kind, count(*) AS count FROM records WHERE trashed_at IS NULL GROUP BY kind')
    .all() as { kind: RecordKind; count: number }[];
  const counted = new Map(rows.map(({ kind, count }) => [kind, count]));
  const byKind = Object.fromEntries(
    RecordKind.options.map((kind) => [kind, counted.get(kind) ?? 0]),
  ) as Counts['byKind'];
  const trashed = db
    .prepare('SELECT count(*) FROM records WHERE trashed_at IS NOT NULL')
    .pluck()
    .get();
  return { byKind, trashed: trashed as number };
}
