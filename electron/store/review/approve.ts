import { deflateRawSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { canonicalJson } from '../../../shared/canonical-json.ts';
import type { RecordStatus } from '../../../shared/contract/record-status.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { ApprovalStatement } from '../../../shared/contract/review.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import type { Clock } from '../context.ts';
import { minisign, minisignPublicKeyText } from '../points/minisign.ts';
import { approvalKeyOf } from '../profiles/approval-key.ts';
import { activeProfiles } from '../profiles/list-profiles.ts';
import type { Seat } from '../profiles/seat.ts';
import { changeStatus } from '../records/change-status.ts';
import { isForReview } from '../office/rounds.ts';
import { readKept } from '../revisions/record-content.ts';
import { approvedText, hashText, refuseMarked } from './approved-text.ts';
import { senderOf } from './sender-of.ts';

type Wish = { id: RecordId; comment: string };

/**
 * Approves and signs. Call it inside a transaction. Where several people work, what one of them sent for review another approves; an
 * office with one officer approves its own, from any stage before, and the statement says so. What came from a colleague's computer for
 * review is never one's own.
 */
export function approve(
  db: Database,
  clock: Clock,
  info: WorkspaceInfo,
  seat: Seat,
  { id, comment }: Wish,
): ApprovalStatement {
  const isOwn = mustBeApprover(db, id, seat);
  refuseMarked(db, id);
  const key = approvalKeyOf(db, seat);
  if (key === null) throw new Error('no approval key for the profile that sits here');
  const { change, revision, number } = changeStatus(db, clock, {
    id,
    to: 'approved',
    who: seat.profileId,
    comment,
    isOwn,
  });
  const text = approvedText(db, id, revision);
  const statement: ApprovalStatement = {
    format: 'jianzhi-approval',
    formatVersion: 1,
    officeId: info.id,
    profileId: seat.profileId,
    profileName: activeProfiles(db).find(({ isCurrent }) => isCurrent)?.name ?? '',
    recordId: id,
    revision,
    sha256: hashText(text),
    approvedAt: new Date(clock()).toISOString(),
    isOwn,
  };
  const line = `${canonicalJson(statement)}\n`;
  const signature = minisign(Buffer.from(line), key, {
    untrusted: `jianzhi approval ${id}`,
    trusted: approvalComment(statement),
  });
  key.secret.fill(0);
  db.prepare(
    `INSERT INTO approvals (record_number, change_id, revision, sha256, statement, signature, public_key, record)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    number,
    change,
    revision,
    statement.sha256,
    line,
    signature,
    minisignPublicKeyText(key),
    deflateRawSync(text),
  );
  return statement;
}

/** What the trusted comment of an approval's signature is, to the letter. */
export function approvalComment(statement: ApprovalStatement): string {
  const { recordId, revision, profileId } = statement;
  return `jianzhi-approval record:${recordId} revision:${String(revision)} profile:${profileId}`;
}

/** Answers whether it is one's own. Fails: `profile-not-reviewer`, `approval-own`, `status-not-allowed`. */
function mustBeApprover(db: Database, id: RecordId, { profileId }: Seat): boolean {
  const active = activeProfiles(db);
  const me = active.find((profile) => profile.id === profileId);
  if (me?.isReviewer !== true) throw new Failure('profile-not-reviewer');
  const { number } = readKept(db, id);
  const isOthers = isForReview(db, number);
  if (active.length === 1 && !isOthers) return true;
  const from = db.prepare('SELECT status FROM records WHERE id = ?').pluck().get(id) as
    | RecordStatus
    | null
    | undefined;
  if (from === undefined) throw new Failure('record-not-found');
  if (from === null) throw new Failure('record-read-only');
  if (active.length === 1 && (from === 'draft' || from === 'returned')) return false;
  if (from !== 'in-review') throw new Failure('status-not-allowed', { from, to: 'approved' });
  if (senderOf(db, id) === profileId) throw new Failure('approval-own');
  return false;
}
