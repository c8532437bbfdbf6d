import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import type { RecordId } from '../../../shared/contract/records.ts';
import { templates } from '../../../shared/templates/index.ts';
import { prepared } from '../database/prepared.ts';
import { storeLinks } from '../links/store-links.ts';
import { storeIndex } from '../search/index-record.ts';
import { markRecord } from './mark-record.ts';
import { prepareRecord, type NewRecord, type PreparedRecord } from './prepare-record.ts';
import { fieldsText } from './stored-fields.ts';

const INSERT = `INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, saves,
    created_at, changed_at, trashed_at, source_name, source_hash, is_sample, fields, tags, title_key,
    completeness, status)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Writes a new record and its index entries. To be called inside a transaction. */
export function insertRecord(db: Database, record: NewRecord, now: number): RecordId {
  return insertPrepared(db, prepareRecord(record), now);
}

/** As `insertRecord`, for a record whose texts were made ready elsewhere. */
export function insertPrepared(db: Database, record: PreparedRecord, now: number): RecordId {
  const id = uuidv7({ msecs: now }) as RecordId;
  const { lastInsertRowid } = prepared(db, INSERT).run(
    id,
    record.kind,
    record.title,
    JSON.stringify(record.keywords),
    JSON.stringify(record.caseNumbers),
    record.document,
    record.characters,
    record.opening,
    now,
    now,
    record.source?.name ?? null,
    record.source?.hash ?? null,
    record.isSample === true ? 1 : 0,
    fieldsText(record.fields),
    JSON.stringify(record.tags),
    record.titleKey,
    record.completeness,
    record.isOthers === true || templates[record.kind].isReadOnly ? null : 'draft',
  );
  const number = Number(lastInsertRowid);
  // What somebody imported is for somebody to read; the samples introduce themselves.
  if (record.source !== null && record.isSample !== true) {
    prepared(db, 'INSERT INTO unread_records (number) VALUES (?)').run(number);
  }
  markRecord(db, number, record.fields, record.tags);
  storeLinks(db, number, record.links);
  storeIndex(db, number, record.index);
  return id;
}
