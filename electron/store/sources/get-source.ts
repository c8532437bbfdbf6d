import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { Source, SourceId, sources } from '../../../shared/contract/sources.ts';
import type { RecordId, RecordKind } from '../../../shared/contract/records.ts';
import { formatSource } from './format-source.ts';
import { findSource, storedItem, summaryOf } from './source-row.ts';
import { prepared } from '../database/prepared.ts';

/** Fails: `source-not-found`, `source-invalid`. */
export function getSource(db: Database, id: SourceId): Source {
  const row = findSource(db, id);
  const text = db.prepare('SELECT item FROM sources WHERE number = ?').pluck().get(row.number);
  const item = storedItem(text as string);
  return { ...summaryOf(row), item, entry: formatSource(item) };
}

/** See `sources.entries`. */
export function entriesOf(
  db: Database,
  ids: readonly SourceId[],
): OutputOf<(typeof sources)['sources.entries']>['entries'] {
  const find = prepared<{ title: string; item: string }>(
    db,
    'SELECT title, item FROM sources WHERE id = ? AND trashed_at IS NULL',
  );
  return [...new Set(ids)].flatMap((id) => {
    const row = find.get(id);
    if (row === undefined) return [];
    return [{ id, title: row.title, entry: formatSource(storedItem(row.item)) }];
  });
}

type CitedIn = (typeof sources)['sources.citedIn'];

/** See `sources.citedIn`. */
export function citedIn(db: Database, { id, limit, offset }: InputOf<CitedIn>): OutputOf<CitedIn> {
  const total = findSource(db, id).cited_by;
  const items = db
    .prepare<unknown[], { id: RecordId; kind: RecordKind; title: string }>(
      `SELECT records.id, kind, title FROM record_sources
       JOIN records ON records.number = record_sources.record_number
       WHERE source_id = ? AND trashed_at IS NULL
       ORDER BY changed_at DESC, records.number DESC LIMIT ? OFFSET ?`,
    )
    .all(id, limit, offset);
  return { items, offset, total };
}
