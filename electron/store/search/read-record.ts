import type { Database } from 'better-sqlite3';
import type { DocumentTree } from '../../../shared/document/tree.ts';
import type { SearchableRecord } from './searchable.ts';

/** A record with what search wants of it, or `undefined` if there is none of that number. */
export function readSearchable(
  db: Database,
  number: number,
): (SearchableRecord & { number: number }) | undefined {
  const row = db
    .prepare(
      'SELECT title, keywords, case_numbers AS caseNumbers, document FROM records WHERE number = ?',
    )
    .get(number) as Record<'title' | 'keywords' | 'caseNumbers' | 'document', string> | undefined;
  if (row === undefined) return undefined;
  return {
    number,
    title: row.title,
    keywords: JSON.parse(row.keywords) as string[],
    caseNumbers: JSON.parse(row.caseNumbers) as string[],
    document: JSON.parse(row.document) as DocumentTree,
  };
}
