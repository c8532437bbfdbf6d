import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { SourceOrder, sources } from '../../../shared/contract/sources.ts';
import { fold } from '../../../shared/text/fold.ts';
import { SELECT_SOURCES, summaryOf, type SourceRow } from './source-row.ts';

type List = (typeof sources)['sources.list'];

/** What has no year or no name stands last, whichever way it is sorted. */
const orders: Readonly<Record<SourceOrder, (direction: string) => string>> = {
  changed: (direction) => `changed_at ${direction}, number ${direction}`,
  title: (direction) => `title_key ${direction}, number ${direction}`,
  creator: (direction) =>
    `creator_key = '', creator_key ${direction}, title_key ${direction}, number ${direction}`,
  year: (direction) => `year IS NULL, year ${direction}, title_key, number`,
};

/** See `sources.list`. A library of sources is small enough to be looked through as it is. */
export function listSources(db: Database, input: InputOf<List>): OutputOf<List> {
  const conditions = [`trashed_at IS ${input.trashed ? 'NOT NULL' : 'NULL'}`];
  const values: string[] = [];
  for (const word of fold(input.text).split(/\s+/u).filter(Boolean).slice(0, 50)) {
    conditions.push('instr(search_text, ?) > 0');
    values.push(word);
  }
  if (input.types.length > 0) {
    conditions.push(`type IN (${input.types.map(() => '?').join(', ')})`);
    values.push(...input.types);
  }
  const where = conditions.join(' AND ');
  const total = db
    .prepare(`SELECT count(*) FROM sources WHERE ${where}`)
    .pluck()
    .get(...values);
  const order = orders[input.order](input.isDescending ? 'DESC' : 'ASC');
  const rows = db
    .prepare(`${SELECT_SOURCES} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`)
    .all(...values, input.limit, input.offset) as SourceRow[];
  return { items: rows.map(summaryOf), offset: input.offset, total: total as number };
}

/** See `sources.counts`. */
export function countSources(db: Database): OutputOf<(typeof sources)['sources.counts']> {
  const rows = db
    .prepare('SELECT type, count(*) AS count FROM sources WHERE trashed_at IS NULL GROUP BY type')
    .all() as { type: string; count: number }[];
  const trashed = db.prepare('SELECT count(*) FROM sources WHERE trashed_at IS NOT NULL').pluck();
  return {
    byType: Object.fromEntries(rows.map(({ type, count }) => [type, count])),
    trashed: trashed.get() as number,
  };
}
