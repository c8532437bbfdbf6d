import type { Database } from 'better-sqlite3';
import {
  FACET_COLUMNS,
  facetToken,
  facetsOf,
  numberFacets,
  type FacetRow,
  type IndexedFacet,
} from './facets-of.ts';
import { formsIn, indexTextOf } from './index-text.ts';
import type { SearchableRecord } from './searchable.ts';

/**
 * Makes a record's index entry, or makes it anew: call it inside the transaction that inserts or changes the record,
 * after the row of `records` is there. It becomes the newest for search.
 *
 * Moving to the trash and back and deleting need no call: triggers of the database see to those. Calling
 * `unindexRecord` and `indexRecord` for them does no harm.
 */
export function indexRecord(db: Database, record: SearchableRecord & { number: number }): void {
  const row = db
    .prepare(
      `SELECT kind, trashed_at IS NOT NULL AS isTrashed, ${FACET_COLUMNS} FROM records WHERE number = ?`,
    )
    .get(record.number) as (FacetRow & { kind: string; isTrashed: number }) | undefined;
  if (row === undefined) throw new Error('a record is indexed after it is stored');
  unindexRecord(db, record.number);
  const { meta, body, digest } = indexTextOf(record);
  const facets = facetsOf(row, formsIn(body));
  const ids = numberFacets(db, facets);
  const entry = db
    .prepare(
      'INSERT INTO search_entries (record, kind, is_trashed, digest, facets) VALUES (?, ?, ?, ?, ?)',
    )
    .run(record.number, row.kind, row.isTrashed, digest, JSON.stringify(ids)).lastInsertRowid;
  db.prepare(
    'INSERT INTO search_meta (rowid, title, keywords, case_numbers, forms) VALUES (?, ?, ?, ?, ?)',
  ).run(entry, meta.title, meta.keywords, meta.caseNumbers, meta.forms);
  db.prepare('INSERT INTO search_body (rowid, text, forms) VALUES (?, ?, ?)').run(
    entry,
    body.text,
    [body.forms, ...tokensOf(facets, ids)].join(' '),
  );
}

function tokensOf(facets: readonly IndexedFacet[], ids: readonly number[]): string[] {
  const tokens = facets.map(([list, code], index) => facetToken(list, code, ids[index] ?? 0));
  return tokens.filter((_, index) => facets[index]?.[0] !== 'article');
}

/** Takes a record out of the index, if it is in it. */
export function unindexRecord(db: Database, number: number): void {
  const entry = db
    .prepare('DELETE FROM search_entries WHERE record = ? RETURNING entry')
    .pluck()
    .get(number) as number | undefined;
  if (entry === undefined) return;
  db.prepare('DELETE FROM search_meta WHERE rowid = ?').run(entry);
  db.prepare('DELETE FROM search_body WHERE rowid = ?').run(entry);
}
