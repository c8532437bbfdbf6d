import type { Database } from 'better-sqlite3';
import type { Subject } from './subject.ts';

export type SharedFields = { charges: string[]; articles: string[]; rightTypes: string[] };

/** Which charges, articles and right types of the subject each of these records has. */
export function sharedFields(
  db: Database,
  numbers: readonly number[],
  subject: Subject,
): Map<number, SharedFields> {
  const rows = db
    .prepare(
      // CROSS JOIN: from the records to what they have, never the other way round.
      `SELECT number, list, code FROM json_each(@numbers) AS wanted
         CROSS JOIN record_marks ON number = wanted.value WHERE list IN ('charge', 'right-type')
       UNION ALL
       SELECT record, list, code FROM json_each(@numbers) AS wanted
         CROSS JOIN search_entries ON record = wanted.value
         CROSS JOIN json_each(facets) AS facet CROSS JOIN facet_codes ON facet_codes.id = facet.value
         WHERE list = 'article'`,
    )
    .raw()
    .all({ numbers: JSON.stringify(numbers) }) as [number, string, string][];
  const wanted: Record<string, ReadonlySet<string>> = {
    charge: new Set(subject.charges),
    article: new Set(subject.articles),
    'right-type': new Set(subject.rightTypes),
  };
  const found = new Map<number, SharedFields>();
  for (const [number, list, code] of rows) {
    if (wanted[list]?.has(code) !== true) continue;
    const fields = found.get(number) ?? { charges: [], articles: [], rightTypes: [] };
    if (list === 'charge') fields.charges.push(code);
    else if (list === 'article') fields.articles.push(code);
    else fields.rightTypes.push(code);
    found.set(number, fields);
  }
  return found;
}
