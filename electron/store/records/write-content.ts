import type { Database } from 'better-sqlite3';
import type { RecordContent } from '../../../shared/contract/revisions.ts';
import { countCharacters } from '../../../shared/document/tree.ts';
import type { RecordKind } from '../../../shared/contract/records.ts';
import { completenessOf } from '../../../shared/templates/completeness.ts';
import { linkedRecords } from '../../../shared/document/record-links.ts';
import { storeLinks } from '../links/store-links.ts';
import { reopenIfChanged } from '../review/reopen.ts';
import { indexRecord } from '../search/index-record.ts';
import { markRecord } from './mark-record.ts';
import { openingOf } from './opening-of.ts';
import { wordsOf } from './record-row.ts';
import { fieldsText } from './stored-fields.ts';
import { titleKey } from './title-key.ts';

/**
 * Makes this the content of a record: its row, its marks, its index entry, and one save more; another text than the approved one
 * is a draft. To be called inside a
 * transaction that has found the record and knows that it may be written.
 */
export function writeContent(
  db: Database,
  number: number,
  content: RecordContent,
  now: number,
): { saves: number; characters: number } {
  const { title, keywords, caseNumbers, document, fields } = content;
  const characters = countCharacters(document);
  const row = db
    .prepare(
      `UPDATE records SET title = ?, keywords = ?, case_numbers = ?, document = ?, characters = ?, opening = ?,
         saves = saves + 1, changed_at = ?, fields = ?, title_key = ?, completeness = ?
       WHERE number = ? RETURNING saves, tags`,
    )
    .get(
      title,
      JSON.stringify(keywords),
      JSON.stringify(caseNumbers),
      JSON.stringify(document),
      characters,
      openingOf(document),
      now,
      fieldsText(fields),
      titleKey(title),
      completenessOf(kindOf(db, number), content),
      number,
    ) as { saves: number; tags: string };
  markRecord(db, number, fields, wordsOf(row.tags));
  storeLinks(db, number, linkedRecords(document));
  indexRecord(db, { number, title, keywords, caseNumbers, document });
  reopenIfChanged(db, number, now);
  return { saves: row.saves, characters };
}

function kindOf(db: Database, number: number): RecordKind {
  return db.prepare('SELECT kind FROM records WHERE number = ?').pluck().get(number) as RecordKind;
}
