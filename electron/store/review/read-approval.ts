import { inflateRawSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import type { RecordId } from '../../../shared/contract/records.ts';
import { ApprovalStatement } from '../../../shared/contract/review.ts';
import { decodePublicKey, isMinisignedBy, parseMinisign } from '../points/minisign.ts';
import { approvalComment } from './approve.ts';
import { hashText } from './approved-text.ts';

export type ApprovalRow = {
  statement: string;
  signature: string;
  public_key: string;
  record: Buffer;
};

/** The latest approval of a record, whether it still covers what stands there or not. */
export function latestApproval(
  db: Database,
  id: RecordId,
): (ApprovalRow & { revision: number; sha256: string }) | undefined {
  return db
    .prepare<[string], ApprovalRow & { revision: number; sha256: string }>(
      `SELECT revision, sha256, statement, signature, public_key, record FROM approvals
       WHERE record_number = (SELECT number FROM records WHERE id = ?) ORDER BY id DESC LIMIT 1`,
    )
    .get(id);
}

export function statementOf({ statement }: ApprovalRow): ApprovalStatement {
  return ApprovalStatement.parse(JSON.parse(statement));
}

export function approvedRecord({ record }: ApprovalRow): string {
  return inflateRawSync(record).toString();
}

/** Whether the key signed the statement, and the statement is about the record that lies beside it. */
export function isApprovalRight(row: ApprovalRow): boolean {
  try {
    const [, line = ''] = row.public_key.split('\n');
    const key = decodePublicKey(line);
    const signed = parseMinisign(row.signature);
    if (key === null || signed === null) return false;
    const statement = statementOf(row);
    return (
      isMinisignedBy(Buffer.from(row.statement), signed, key.public) &&
      signed.trustedComment === approvalComment(statement) &&
      hashText(approvedRecord(row)) === statement.sha256
    );
  } catch {
    // Something else than what was put there.
    return false;
  }
}
