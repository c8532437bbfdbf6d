import type { Database } from 'better-sqlite3';
import type { OutputOf } from '../../../shared/contract/define.ts';
import { RecordKind, type records } from '../../../shared/contract/records.ts';
import { inLibrary } from './list-condition.ts';

type Counts = OutputOf<(typeof records)['records.counts']>;

/** How many of one's own records of each kind (0 named too), how many of them are unread, and how many lie in the trash. */
export function countRecords(db: Database): Counts {
  const trashed = db
    .prepare('SELECT count(*) FROM records WHERE trashed_at IS NOT NULL')
    .pluck()
    .get();
  return {
    byKind: byKind(db, ''),
    unreadByKind: byKind(db, 'AND +number IN (SELECT number FROM unread_records)'),
    trashed: trashed as number,
    received: othersIn(db, 'received'),
    guidance: othersIn(db, 'guidance'),
  };
}

function othersIn(db: Database, library: 'received' | 'guidance'): Counts['received'] {
  const of = 'SELECT count(*) FROM received_records WHERE library = ?';
  const isUnread = 'record_number IN (SELECT number FROM unread_records)';
  return {
    count: db.prepare(of).pluck().get(library) as number,
    unread: db.prepare(`${of} AND ${isUnread}`).pluck().get(library) as number,
  };
}

function byKind(db: Database, narrowing: string): Counts['byKind'] {
  const rows = db
    .prepare(
      `SELECT kind, count(*) AS count FROM records WHERE trashed_at IS NULL AND ${inLibrary('own')} ${narrowing} GROUP BY kind`,
    )
    .all() as { kind: RecordKind; count: number }[];
  const counted = new Map(rows.map(({ kind, count }) => [kind, count]));
  return Object.fromEntries(
    RecordKind.options.map((kind) => [kind, counted.get(kind) ?? 0]),
  ) as Counts['byKind'];
}
