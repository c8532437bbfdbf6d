import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { review } from '../../../shared/contract/review.ts';
import { Failure } from '../../../shared/errors.ts';
import { writeFailure } from '../files/file-failure.ts';
import { writeNewFile } from '../files/write-new-file.ts';
import { approvedRecord, latestApproval, statementOf } from './read-approval.ts';

type Write = (typeof review)['review.writeApproval'];

/** See `review.writeApproval`. */
export function writeApproval(db: Database, { id, folder }: InputOf<Write>): OutputOf<Write> {
  const approval = latestApproval(db, id);
  if (approval === undefined) throw new Failure('not-approved');
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    throw writeFailure(error, folder);
  }
  writeNewFile(join(folder, 'approval.json'), approval.statement, 0o600);
  writeNewFile(join(folder, 'approval.json.minisig'), approval.signature, 0o600);
  writeNewFile(join(folder, 'approval.pub'), approval.public_key, 0o600);
  writeNewFile(join(folder, 'record.json'), approvedRecord(approval), 0o600);
  return { folder, approval: statementOf(approval) };
}
