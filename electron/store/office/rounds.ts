import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import type { OfficeRound } from '../../../shared/contract/office.ts';
import type { RecordContent } from '../../../shared/contract/revisions.ts';
import { contentBytes, contentOf } from '../revisions/record-content.ts';
import { prepared } from '../database/prepared.ts';

/** Where a record stands between this office and another. */
export type Round = {
  record_number: number;
  office_id: string;
  role: 'author' | 'reviewer';
  state: 'here' | 'away';
  at: number;
  base_revision: number;
  base: Buffer;
  is_other_approved: number;
  /** See `roundAttachments`. */
  attachments: string;
};

export function packContent(content: RecordContent): Buffer {
  return deflateRawSync(contentBytes(content));
}

/** Fails: `document-invalid`, `document-newer`. */
export function unpackContent(packed: Buffer): RecordContent {
  return contentOf(inflateRawSync(packed));
}

export function roundWith(db: Database, recordNumber: number, officeId: string): Round | undefined {
  return db
    .prepare<[number, string], Round>(
      'SELECT * FROM office_rounds WHERE record_number = ? AND office_id = ?',
    )
    .get(recordNumber, officeId);
}

export function putRound(db: Database, round: Round): void {
  db.prepare(
    `INSERT OR REPLACE INTO office_rounds (record_number, office_id, role, state, at, base_revision, base, is_other_approved, attachments)
     VALUES (@record_number, @office_id, @role, @state, @at, @base_revision, @base, @is_other_approved, @attachments)`,
  ).run(round);
}

export function dropRound(db: Database, recordNumber: number, officeId: string): void {
  db.prepare('DELETE FROM office_rounds WHERE record_number = ? AND office_id = ?').run(
    recordNumber,
    officeId,
  );
}

/** Whether a record is another office's and came here to be reviewed. */
export function isForReview(db: Database, recordNumber: number): boolean {
  return (
    prepared(db, "SELECT 1 FROM office_rounds WHERE record_number = ? AND role = 'reviewer'").get(
      recordNumber,
    ) !== undefined
  );
}

/** SQL: the record is with a colleague now, of whichever side. */
export const IS_AWAY =
  "EXISTS (SELECT 1 FROM office_rounds r WHERE r.record_number = records.number AND r.state = 'away')";

/** See `office.rounds`. */
export function listRounds(db: Database, recordNumber: number): OfficeRound[] {
  return db
    .prepare<[number], Round & { name: string | null; is_open: number }>(
      `SELECT r.*, (SELECT name FROM office_cards c WHERE c.office_id = r.office_id ORDER BY enrolled_at DESC LIMIT 1) AS name,
         EXISTS (SELECT 1 FROM office_merges m WHERE m.record_number = r.record_number AND m.office_id = r.office_id) AS is_open
       FROM office_rounds r WHERE r.record_number = ? ORDER BY at DESC, office_id`,
    )
    .all(recordNumber)
    .map((row) => ({
      officeId: row.office_id,
      officeName: row.name ?? '',
      role: row.role,
      state: row.state,
      at: row.at,
      isMergeOpen: row.is_open !== 0,
      isOtherApproved: row.is_other_approved !== 0,
    }));
}
