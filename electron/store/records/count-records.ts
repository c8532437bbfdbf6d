import type { Database } from 'better-sqlite3';
import type { OutputOf } from '../../../shared/contract/define.ts';
import { RecordKind, type records } from '../../../shared/contract/records.ts';

type Counts = OutputOf<(typeof records)['records.counts']>;

/** How many of one's own records of each kind (0 named too), how many of them are unread, and how many lie in the trash. */
export function countRecords(db: Database): Counts {
  const trashed = db
    .prepare('SELECT count(*) FROM records WHERE trashed_at IS NOT NULL')
    .pluck()
    .get();
  return {
    byKind: ownByKind(db),
    unreadByKind: unreadByKind(db),
    trashed: trashed as number,
    received: othersIn(db, 'received'),
    guidance: othersIn(db, 'guidance'),
  };
}

function othersIn(db: Database, library: 'received' | 'guidance'): Counts['received'] {
  const count = (sql: string) => db.prepare(sql).pluck().get(library) as number;
  return {
    count: count('SELECT count(*) FROM received_records WHERE library = ?'),
    // What is unread is less than what is here.
    unread: count(
      'SELECT count(*) FROM unread_records CROSS JOIN received_records ON record_number = number WHERE library = ?',
    ),
  };
}

/**
 * All without those of others, of which none lies in the trash: at a desk a hundred thousand are others', and looking up each takes ten
 * times as long.
 */
function ownByKind(db: Database): Counts['byKind'] {
  const all = grouped(
    db,
    'SELECT kind, count(*) AS count FROM records WHERE trashed_at IS NULL GROUP BY kind',
  );
  const others = grouped(db, 'SELECT kind, count(*) AS count FROM received_records GROUP BY kind');
  return kindsOf((kind) => (all.get(kind) ?? 0) - (others.get(kind) ?? 0));
}

/** A few are looked up; for many the walk is through an index, not through the rows, which are long. */
function unreadByKind(db: Database): Counts['byKind'] {
  const own =
    'SELECT number FROM unread_records WHERE number NOT IN (SELECT record_number FROM received_records)';
  const many = db.prepare(`SELECT count(*) FROM (${own} LIMIT 500)`).pluck().get() === 500;
  const unread = grouped(
    db,
    `SELECT kind, count(*) AS count FROM records
     WHERE ${many ? 'trashed_at IS NULL AND +number' : '+trashed_at IS NULL AND number'} IN (${own}) GROUP BY kind`,
  );
  return kindsOf((kind) => unread.get(kind) ?? 0);
}

function grouped(db: Database, sql: string): Map<RecordKind, number> {
  const rows = db.prepare<[], { kind: RecordKind; count: number }>(sql).all();
  return new Map(rows.map(({ kind, count }) => [kind, count]));
}

function kindsOf(count: (kind: RecordKind) => number): Counts['byKind'] {
  return Object.fromEntries(
    RecordKind.options.map((kind) => [kind, count(kind)]),
  ) as Counts['byKind'];
}
