import type { Database } from 'better-sqlite3';
import { prepared } from '../database/prepared.ts';
import {
  FACET_COLUMNS,
  facetToken,
  facetsOf,
  numberFacets,
  type FacetRow,
  type IndexedFacet,
} from './facets-of.ts';
import { formsIn, indexTextOf, type IndexText } from './index-text.ts';
import type { SearchableRecord } from './searchable.ts';

const ROW = `SELECT kind, trashed_at IS NOT NULL AS isTrashed, ${FACET_COLUMNS} FROM records WHERE number = ?`;
const INSERT_ENTRY =
  'INSERT INTO search_entries (record, kind, is_trashed, digest, facets) VALUES (?, ?, ?, ?, ?)';
const INSERT_META =
  'INSERT INTO search_meta (rowid, title, keywords, case_numbers, forms) VALUES (?, ?, ?, ?, ?)';
const INSERT_BODY = 'INSERT INTO search_body (rowid, text, forms) VALUES (?, ?, ?)';

/**
 * Makes a record's index entry, or makes it anew: call it inside the transaction that inserts or changes the record,
 * after the row of `records` is there. It becomes the newest for search.
 *
 * Moving to the trash and back and deleting need no call: triggers of the database see to those. Calling
 * `unindexRecord` and `indexRecord` for them does no harm.
 */
export function indexRecord(db: Database, record: SearchableRecord & { number: number }): void {
  storeIndex(db, record.number, indexTextOf(record));
}

/** As `indexRecord`, with the text made ready elsewhere. */
export function storeIndex(db: Database, number: number, { meta, body, digest }: IndexText): void {
  const row = prepared(db, ROW).get(number) as
    | (FacetRow & { kind: string; isTrashed: number })
    | undefined;
  if (row === undefined) throw new Error('a record is indexed after it is stored');
  unindexRecord(db, number);
  const facets = facetsOf(row, formsIn(body));
  const ids = numberFacets(db, facets);
  const entry = prepared(db, INSERT_ENTRY).run(
    number,
    row.kind,
    row.isTrashed,
    digest,
    JSON.stringify(ids),
  ).lastInsertRowid;
  const { title, keywords, caseNumbers, forms } = meta;
  prepared(db, INSERT_META).run(entry, title, keywords, caseNumbers, forms);
  const bodyForms = [body.forms, ...tokensOf(facets, ids)].join(' ');
  prepared(db, INSERT_BODY).run(entry, body.text, bodyForms);
}

function tokensOf(facets: readonly IndexedFacet[], ids: readonly number[]): string[] {
  const tokens = facets.map(([list, code], index) => facetToken(list, code, ids[index] ?? 0));
  return tokens.filter((_, index) => facets[index]?.[0] !== 'article');
}

/** Takes a record out of the index, if it is in it. */
export function unindexRecord(db: Database, number: number): void {
  const removed = prepared(db, 'DELETE FROM search_entries WHERE record = ? RETURNING entry').get(
    number,
  ) as { entry: number } | undefined;
  if (removed === undefined) return;
  db.prepare('DELETE FROM search_meta WHERE rowid = ?').run(removed.entry);
  db.prepare('DELETE FROM search_body WHERE rowid = ?').run(removed.entry);
}
