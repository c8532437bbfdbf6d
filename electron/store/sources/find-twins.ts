import type { Database } from 'better-sqlite3';
import type { SourceId, SourceSummary, TwinReason } from '../../../shared/contract/sources.ts';
import { readSourceItem } from '../../../shared/sources/csl-item.ts';
import { twinKeysOf } from '../../../shared/sources/source-facts.ts';
import { SELECT_SOURCES, summaryOf, type SourceRow } from './source-row.ts';

const MOST = 10;
/** The surest first. */
const reasons: readonly TwinReason[] = ['doi', 'isbn', 'title'];
const columns: Readonly<Record<TwinReason, string>> = {
  doi: 'twin_doi',
  isbn: 'twin_isbn',
  title: 'twin_title',
};

/** See `sources.twins`. Fails: `source-invalid`. */
export function findTwins(
  db: Database,
  input: unknown,
  except: SourceId | null,
): { source: SourceSummary; reason: TwinReason }[] {
  const keys = twinKeysOf(readSourceItem(input).item);
  const found = new Map<SourceId, { source: SourceSummary; reason: TwinReason }>();
  for (const reason of reasons) {
    const key = keys[reason];
    if (key === null) continue;
    const rows = db
      .prepare<[string, number], SourceRow>(
        `${SELECT_SOURCES} WHERE ${columns[reason]} = ? AND trashed_at IS NULL LIMIT ?`,
      )
      .all(key, MOST + 1);
    for (const row of rows) {
      if (row.id === except || found.has(row.id) || found.size >= MOST) continue;
      found.set(row.id, { source: summaryOf(row), reason });
    }
  }
  return [...found.values()];
}
