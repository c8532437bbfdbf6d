import type { Database } from 'better-sqlite3';
import { prepared } from '../database/prepared.ts';
import { storedFields } from '../records/stored-fields.ts';

/** What only the index knows of a record, to filter and count by; codes of its fields and tags are in `record_marks`. */
export type IndexedList = 'article' | 'procuratorate' | 'year' | 'source';
export type IndexedFacet = readonly [list: IndexedList, code: string];

export type FacetRow = {
  title: string;
  caseNumbers: string;
  fields: string;
  sourceName: string | null;
  isSample: number;
  createdAt: number;
};
export const FACET_COLUMNS = `title, case_numbers AS caseNumbers, fields, source_name AS sourceName,
  is_sample AS isSample, created_at AS createdAt`;

const articleForm = /^§条([^·]+)·([0-9之]+)$/u;
const yearInNumber = /(?<!\d)((?:19|20)\d{2})(?!\d)/u;
const yearInTitle = /(?<!\d)((?:19|20)\d{2})年/gu;
/** Years are those of the country the cases are from. */
const chinaInMilliseconds = 8 * 3600 * 1000;

/** In a fixed order, so that they can be compared. `forms` are those of all its texts. */
export function facetsOf(row: FacetRow, forms: Iterable<string>): IndexedFacet[] {
  const fields = storedFields(row.fields);
  const facets: IndexedFacet[] = [['source', sourceOf(row)]];
  for (const form of forms) {
    const article = articleForm.exec(form);
    if (article !== null) facets.push(['article', `${article[1]}·${article[2]}`]);
  }
  if (fields.handlingProcuratorate !== '') {
    facets.push(['procuratorate', fields.handlingProcuratorate]);
  }
  const dates = fields.dates.map(({ on }) => on.slice(0, 4));
  for (const year of yearsOf(row, dates)) facets.push(['year', year]);
  const once = new Map(facets.map((facet) => [facet.join(' '), facet]));
  return [...once].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, facet]) => facet);
}

/** Of its case numbers, its dated events and its title; without any, the year in which it came into the workspace. */
function yearsOf({ title, caseNumbers, createdAt }: FacetRow, dates: readonly string[]): string[] {
  const numbers = (JSON.parse(caseNumbers === '' ? '[]' : caseNumbers) as string[]).flatMap(
    (number) => yearInNumber.exec(number)?.[1] ?? [],
  );
  const inTitle = [...title.matchAll(yearInTitle)].map(([, year = '']) => year);
  const known = [...numbers, ...dates, ...inTitle];
  if (known.length > 0) return known;
  return [String(new Date(createdAt + chinaInMilliseconds).getUTCFullYear())];
}

function sourceOf({ isSample, sourceName }: FacetRow): string {
  if (isSample === 1) return 'sample';
  return sourceName === null ? 'written' : 'imported';
}

/** What stands in the index for a facet; articles are there as identifiers anyway. */
export function facetToken(list: string, code: string, id: number): string {
  return list === 'article' ? `§条${code}` : `§f${id}`;
}

/** The numbers of facets; new values get one. Inside the caller's transaction. */
export function numberFacets(db: Database, facets: readonly IndexedFacet[]): number[] {
  const find = prepared(db, 'SELECT id FROM facet_codes WHERE list = ? AND code = ?');
  const add = prepared(db, 'INSERT INTO facet_codes (list, code) VALUES (?, ?) RETURNING id');
  return facets.map((facet) => ((find.get(...facet) ?? add.get(...facet)) as { id: number }).id);
}

/** The facets an entry lists, in the same fixed order. */
export function storedFacets(db: Database, entry: number): IndexedFacet[] {
  const rows = db
    .prepare(
      `SELECT list, code FROM search_entries, json_each(facets) AS facet
       JOIN facet_codes ON facet_codes.id = facet.value WHERE entry = ?`,
    )
    .raw()
    .all(entry) as [IndexedList, string][];
  return rows.toSorted((one, other) => (one.join(' ') < other.join(' ') ? -1 : 1));
}
