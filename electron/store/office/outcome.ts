import { deflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { PROGRAM } from '../../../shared/contract/record-status.ts';
import type { OfficeApproval, OfficeRecord } from '../../../shared/packs/office-record.ts';
import { Failure } from '../../../shared/errors.ts';
import { isApprovalRight, statementOf, type ApprovalRow } from '../review/read-approval.ts';

/** What a colleague's pack makes of a record, once its text is joined. `revision`: theirs. */
export const Outcome = z.object({
  kind: z.enum(['for-review', 'back']),
  who: z.string(),
  comment: z.string(),
  revision: z.number().int(),
  approval: z
    .object({
      statement: z.string(),
      signature: z.string(),
      publicKey: z.string(),
      record: z.string(),
    })
    .nullable(),
});
export type Outcome = z.output<typeof Outcome>;

/** Fails: `office-approval-invalid` if the approval is not signed as it says, or not by that office, or of another record. */
export function outcomeOf(
  { id, steps, approval, revision }: OfficeRecord,
  { officeId, isBack, note }: { officeId: string; isBack: boolean; note: string },
): Outcome {
  const [last] = steps;
  // At home the approval is only believed from whoever gave it, whose key came with the signed pack.
  if (isBack && approval !== null) checkApproval(approval, id, officeId);
  return {
    kind: isBack ? 'back' : 'for-review',
    who: last?.who ?? PROGRAM,
    comment: saidOf(last?.comment ?? '', note),
    revision,
    approval: isBack ? approval : null,
  };
}

/** What was said at the step, and in the covering note, if that is something else. */
function saidOf(comment: string, note: string): string {
  const said = [comment, note].filter((text) => text !== '');
  return [...new Set(said)].join('\n').slice(0, 2000);
}

export function rowOfApproval({
  statement,
  signature,
  publicKey,
  record,
}: OfficeApproval): ApprovalRow {
  return { statement, signature, public_key: publicKey, record: deflateRawSync(record) };
}

function checkApproval(approval: OfficeApproval, recordId: string, officeId: string): void {
  const row = rowOfApproval(approval);
  const isRight = isApprovalRight(row);
  const statement = isRight ? statementOf(row) : null;
  if (statement === null || statement.recordId !== recordId || statement.officeId !== officeId) {
    throw new Failure('office-approval-invalid');
  }
}
