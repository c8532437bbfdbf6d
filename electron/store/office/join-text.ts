import type { Database } from 'better-sqlite3';
import { mayBecome, type RecordStatus } from '../../../shared/contract/record-status.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { RecordContent } from '../../../shared/contract/revisions.ts';
import type { MergeChoices } from '../../../shared/document/merge/conflict.ts';
import { mergeContents } from '../../../shared/document/merge/merge-contents.ts';
import type { Clock } from '../context.ts';
import { changeStatus } from '../records/change-status.ts';
import { writeContent } from '../records/write-content.ts';
import { approvedText, hashText } from '../review/approved-text.ts';
import { statementOf } from '../review/read-approval.ts';
import { keepRecord, keepRevision } from '../revisions/keep-revision.ts';
import { isSameContent, readKept } from '../revisions/record-content.ts';
import { rowOfApproval, type Outcome } from './outcome.ts';
import { canonicalJson, type JsonValue } from '../../../shared/canonical-json.ts';

type Joining = {
  number: number;
  officeId: string;
  base: RecordContent;
  theirs: RecordContent;
};

/**
 * Joins a colleague's text to what stands here, both kept as revisions before. `choices` null: it has just come, and nobody could decide
 * anything. Answers false, and has only kept them, as long as a conflict is not decided. Inside a transaction.
 */
export function joinText(
  db: Database,
  { number, officeId, base, theirs }: Joining,
  choices: MergeChoices | null,
  now: number,
): boolean {
  const record = readKept(db, number);
  const { content, conflicts } = mergeContents(
    { base, ours: record.content, theirs },
    choices ?? {},
  );
  if (choices !== null) keepRevision(db, number, { reason: 'before-merge' });
  else if (!isSameContent(theirs, record.content)) keepBoth(db, number, theirs, officeId);
  if (conflicts.some(({ key }) => choices?.[key] === undefined)) return false;
  const isWritten =
    canonicalJson(content as JsonValue) !== canonicalJson(record.content as JsonValue);
  if (isWritten) writeContent(db, number, content, now);
  if (!isSameContent(content, record.content)) keepRevision(db, number, { reason: 'merged' });
  return true;
}

function keepBoth(db: Database, number: number, theirs: RecordContent, officeId: string): void {
  const ours = keepRevision(db, number, { reason: 'before-merge' });
  const name = db
    .prepare('SELECT name FROM office_cards WHERE office_id = ? ORDER BY enrolled_at DESC LIMIT 1')
    .pluck()
    .get(officeId) as string | undefined;
  const kept = keepRecord(
    db,
    { ...readKept(db, number), content: theirs },
    { reason: 'from-colleague', name: name?.slice(0, 100) ?? null },
  );
  // As long as it is not joined, what stands here is not the latest that history has; it is once more.
  if (kept.number !== ours.number) {
    db.prepare('UPDATE records SET kept_saves = saves - 1 WHERE number = ?').run(number);
  }
}

type Place = { id: RecordId; number: number; officeId: string };

/** What the pack says becomes of the record: approved, if that very text stands here; else returned; or in review again. */
export function noteOutcome(
  db: Database,
  clock: Clock,
  { id, number, officeId }: Place,
  { kind, who, comment, approval }: Outcome,
): void {
  const status = db
    .prepare('SELECT status FROM records WHERE number = ?')
    .pluck()
    .get(number) as RecordStatus;
  if (kind === 'for-review') {
    if (status !== 'in-review') changeStatus(db, clock, { id, to: 'in-review', who, comment });
    return;
  }
  if (approval !== null) {
    const row = rowOfApproval(approval);
    const { sha256, revision, profileId } = statementOf(row);
    if (hashText(approvedText(db, id, revision)) === sha256) {
      if (!mayBecome(status, 'approved', profileId)) return;
      const step = { id, to: 'approved' as const, who: profileId, comment };
      const { change } = changeStatus(db, clock, step);
      db.prepare(
        `INSERT INTO approvals (record_number, change_id, revision, sha256, statement, signature, public_key, record)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        number,
        change,
        revision,
        sha256,
        row.statement,
        row.signature,
        row.public_key,
        row.record,
      );
      return;
    }
    db.prepare(
      'UPDATE office_rounds SET is_other_approved = 1 WHERE record_number = ? AND office_id = ?',
    ).run(number, officeId);
  }
  // Whoever changed it meanwhile has it as a draft, and knows.
  if (status === 'in-review') changeStatus(db, clock, { id, to: 'returned', who, comment });
}
