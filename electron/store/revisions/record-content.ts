import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { canonicalJson, type JsonValue } from '../../../shared/canonical-json.ts';
import { withoutMarks } from '../../../shared/comments/marks-in-document.ts';
import type { RecordId, RecordKind } from '../../../shared/contract/records.ts';
import type { RecordContent } from '../../../shared/contract/revisions.ts';
import { readDocument } from '../../../shared/document/read-document.ts';
import { Failure } from '../../../shared/errors.ts';
import { RecordFields } from '../../../shared/templates/record-fields.ts';
import { storedDocument, wordsOf } from '../records/record-row.ts';
import { storedFields } from '../records/stored-fields.ts';
import { prepared } from '../database/prepared.ts';

/** A record as history looks at it. */
export type KeptRecord = {
  number: number;
  kind: RecordKind;
  content: RecordContent;
  characters: number;
  saves: number;
  keptSaves: number;
  /** The number of the latest revision. */
  revision: number;
  changedAt: number;
  trashedAt: number | null;
};

type Row = {
  number: number;
  kind: RecordKind;
  title: string;
  keywords: string;
  case_numbers: string;
  fields: string;
  document: string;
  characters: number;
  saves: number;
  kept_saves: number;
  revision: number;
  changed_at: number;
  trashed_at: number | null;
};

/** Fails: `record-not-found`, `document-invalid`, `document-newer`. */
export function readKept(db: Database, record: number | RecordId): KeptRecord {
  const row = prepared(
    db,
    `SELECT number, kind, title, keywords, case_numbers, fields, document, characters, saves, kept_saves, revision,
         changed_at, trashed_at FROM records WHERE ${typeof record === 'number' ? 'number' : 'id'} = ?`,
  ).get(record) as Row | undefined;
  if (row === undefined) throw new Failure('record-not-found');
  return {
    number: row.number,
    kind: row.kind,
    content: {
      title: row.title,
      keywords: wordsOf(row.keywords),
      caseNumbers: wordsOf(row.case_numbers),
      fields: storedFields(row.fields),
      document: storedDocument(row.document),
    },
    characters: row.characters,
    saves: row.saves,
    keptSaves: row.kept_saves,
    revision: row.revision,
    changedAt: row.changed_at,
    trashedAt: row.trashed_at,
  };
}

/** Whether two contents are the same to history: a comment on a passage is no change of the text. */
export function isSameContent(one: RecordContent, other: RecordContent): boolean {
  const bare = (content: RecordContent) =>
    contentBytes({ ...content, document: withoutMarks(content.document) });
  return bare(one).equals(bare(other));
}

/** One spelling for each content, so that equal ones are known by their hash. */
export function contentBytes(content: RecordContent): Buffer {
  return Buffer.from(canonicalJson(content as JsonValue));
}

export function hashOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Reads what was kept, maybe years ago, as this program knows documents. Fails: `document-invalid`, `document-newer`. */
export function contentOf(bytes: Buffer): RecordContent {
  const kept = JSON.parse(bytes.toString()) as RecordContent;
  const fields = RecordFields.safeParse(kept.fields);
  if (!fields.success) throw new Failure('document-invalid', { path: 'fields' });
  return { ...kept, fields: fields.data, document: readDocument(kept.document) };
}
