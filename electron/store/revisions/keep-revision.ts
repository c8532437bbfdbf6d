import type { Database } from 'better-sqlite3';
import type { RecordContent, RevisionReason } from '../../../shared/contract/revisions.ts';
import { compareContents } from '../../../shared/document/compare/compare-contents.ts';
import { countCharacters } from '../../../shared/document/tree.ts';
import { Failure } from '../../../shared/errors.ts';
import { noteAttachments } from './attachments-in-revisions.ts';
import { packInto, unpack } from './packed.ts';
import {
  contentBytes,
  contentOf,
  hashOf,
  isSameContent,
  readKept,
  type KeptRecord,
} from './record-content.ts';
import { prepared } from '../database/prepared.ts';

export type Keep = { reason: RevisionReason; name?: string | null; restoredFrom?: number };
export type KeptRevision = { id: number; number: number; isNew: boolean };

type Latest = { id: number; number: number };

/**
 * Keeps a record as it stands, unless its latest revision is the same. To be called inside the transaction that has a reason
 * to. Fails: `record-not-found`, `document-invalid`, `document-newer`.
 */
export function keepRevision(db: Database, recordNumber: number, keep: Keep): KeptRevision {
  return keepRecord(db, readKept(db, recordNumber), keep);
}

/** The same for a record that was read in this transaction. */
export function keepRecord(db: Database, record: KeptRecord, keep: Keep): KeptRevision {
  const state = contentBytes(record.content);
  const latest = latestOf(db, record.number);
  const before = latest === undefined ? null : readOrNull(db, latest);
  // Compared as this program reads both: what an earlier one kept may only be spelt otherwise.
  if (latest !== undefined && before !== null && isSameContent(before, record.content)) {
    noteKept(db, record, record.revision);
    return { id: latest.id, number: latest.number, isNew: false };
  }
  const number = record.revision + 1;
  const { added, removed } =
    before === null
      ? { added: countCharacters(record.content.document), removed: 0 }
      : compareContents(before, record.content);
  const packed = packInto(db, record.number, state);
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO revisions (record_number, number, written_at, reason, name, restored_from, characters, added, removed,
         hash, depth, base, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    record.number,
    number,
    record.changedAt,
    keep.reason,
    keep.name ?? null,
    keep.restoredFrom ?? null,
    record.characters,
    added,
    removed,
    hashOf(state),
    packed.depth,
    packed.base,
    packed.body,
  );
  noteKept(db, record, number);
  noteAttachments(db, record.number, record.content.document);
  return { id: Number(lastInsertRowid), number, isNew: true };
}

export function latestOf(db: Database, recordNumber: number): Latest | undefined {
  return prepared<Latest>(
    db,
    `SELECT id, number FROM revisions WHERE record_number = ? AND ifnull(origin, 0) = 0
       ORDER BY number DESC LIMIT 1`,
  ).get(recordNumber);
}

/** A damaged revision must not stand in the way of keeping the next. */
function readOrNull(db: Database, { id }: Latest): RecordContent | null {
  try {
    return contentOf(unpack(db, id));
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

function noteKept(db: Database, record: KeptRecord, revision: number): void {
  prepared(db, 'UPDATE records SET revision = ?, kept_saves = saves WHERE number = ?').run(
    revision,
    record.number,
  );
}
