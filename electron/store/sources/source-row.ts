import type { Database } from 'better-sqlite3';
import type { SourceId, SourceSummary } from '../../../shared/contract/sources.ts';
import {
  readSourceItem,
  type SourceItem,
  type SourceType,
} from '../../../shared/sources/csl-item.ts';
import {
  creatorsOf,
  searchTextOf,
  twinKeysOf,
  yearOf,
} from '../../../shared/sources/source-facts.ts';
import { Failure } from '../../../shared/errors.ts';
import { titleKey } from '../records/title-key.ts';

export type SourceRow = {
  number: number;
  id: SourceId;
  type: SourceType;
  title: string;
  creators: string;
  year: number | null;
  container: string;
  cited_by: number;
  version: number;
  changed_at: number;
  trashed_at: number | null;
  is_sample: number;
};

/** Begins every question for summaries; `FROM sources` and a condition follow. */
export const SELECT_SOURCES = `
  SELECT number, id, type, title, creators, year, container, version, changed_at, trashed_at, is_sample,
    (SELECT count(*) FROM record_sources JOIN records ON records.number = record_sources.record_number
     WHERE source_id = sources.id AND records.trashed_at IS NULL) AS cited_by
  FROM sources`;

export function summaryOf(row: SourceRow): SourceSummary {
  return {
    id: row.id,
    type: row.type,
    title: row.title,
    creators: JSON.parse(row.creators) as string[],
    year: row.year,
    container: row.container,
    citedBy: row.cited_by,
    version: row.version,
    changedAt: row.changed_at,
    trashedAt: row.trashed_at,
    isSample: row.is_sample !== 0,
  };
}

/** Fails: `source-not-found`. */
export function findSource(db: Database, id: SourceId): SourceRow {
  const row = db.prepare<[string], SourceRow>(`${SELECT_SOURCES} WHERE id = ?`).get(id);
  if (row === undefined) throw new Failure('source-not-found');
  return row;
}

/** The item of a row. Fails: `source-invalid`. */
export function storedItem(text: string): SourceItem {
  return readSourceItem(JSON.parse(text)).item;
}

/** What a row says of an item beside the item itself. */
export function columnsOf(item: SourceItem): Record<string, string | number | null> {
  const creators = creatorsOf(item);
  const { doi, isbn, title } = twinKeysOf(item);
  return {
    type: item.type,
    title: plain(item.title ?? ''),
    creators: JSON.stringify(creators),
    year: yearOf(item),
    container: plain(item['container-title'] ?? item.publisher ?? ''),
    item: JSON.stringify(item),
    search_text: searchTextOf(item),
    title_key: titleKey(plain(item.title ?? '')),
    creator_key: titleKey(creators[0] ?? ''),
    twin_doi: doi,
    twin_isbn: isbn,
    twin_title: title,
  };
}

/** A title may have a few tags in it (CSL knows <i>, <b>, <sup>, <sub> and <span>). */
function plain(text: string): string {
  return text.replaceAll(/<\/?(?:i|b|sup|sub|sc|span)(?:\s[^<>]*)?>/gi, '').trim();
}
