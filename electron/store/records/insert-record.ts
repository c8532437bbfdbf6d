import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import type { RecordId, RecordKind } from '../../../shared/contract/records.ts';
import { countCharacters, type DocumentTree } from '../../../shared/document/tree.ts';
import { noFields, type RecordFields } from '../../../shared/templates/record-fields.ts';
import { indexRecord } from '../search/index-record.ts';
import { markRecord } from './mark-record.ts';
import { openingOf } from './opening-of.ts';
import { fieldsText } from './stored-fields.ts';
import { titleKey } from './title-key.ts';

export type NewRecord = {
  kind: RecordKind;
  title: string;
  keywords: string[];
  caseNumbers: string[];
  document: DocumentTree;
  /** Where it was imported from: the file's name, and the hash that recognises its text again. */
  source: { name: string; hash: string } | null;
  isSample?: boolean;
  fields?: RecordFields;
  tags?: string[];
};

/** Writes a new record and its index entries. To be called inside a transaction. */
export function insertRecord(db: Database, record: NewRecord, now: number): RecordId {
  const { fields = noFields(), tags = [] } = record;
  const id = uuidv7({ msecs: now }) as RecordId;
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, saves,
         created_at, changed_at, trashed_at, source_name, source_hash, is_sample, fields, tags, title_key)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, NULL, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      record.kind,
      record.title,
      JSON.stringify(record.keywords),
      JSON.stringify(record.caseNumbers),
      JSON.stringify(record.document),
      countCharacters(record.document),
      openingOf(record.document),
      now,
      now,
      record.source?.name ?? null,
      record.source?.hash ?? null,
      record.isSample === true ? 1 : 0,
      fieldsText(fields),
      JSON.stringify(tags),
      titleKey(record.title),
    );
  const number = Number(lastInsertRowid);
  markRecord(db, number, fields, tags);
  indexRecord(db, { number, ...record });
  return id;
}
