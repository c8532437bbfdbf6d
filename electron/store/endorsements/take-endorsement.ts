import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/errors.ts';
import type { StatementOf } from '../../../shared/packs/statement.ts';
import { takeWithdrawal, wasWithdrawn } from '../answers/take-withdrawal.ts';
import { takePackedCaseload } from '../caseload/take-packed-caseload.ts';
import { takeRecord } from '../inbox/take-records.ts';
import type { Taker } from '../inbox/takers.ts';
import type { PackJson } from '../packs/pack-json.ts';
import { placeOriginal } from './place-original.ts';

/**
 * What a provincial office forwards is taken in as that of the office that sent it, under its id: nothing is doubled that came directly,
 * too. What the provincial office thinks of it stands beside.
 */
export const takeEndorsement: Taker = (db, clock, taken) => {
  const { pack: outer, statement, original, packNumber, records, arrived } = taken;
  if (statement?.kind !== 'endorsement' || original === null) {
    throw new Failure('pack-statement-invalid');
  }
  placeOriginal(db, packNumber, original);
  const { pack } = original;
  if (pack.kind === 'withdrawal') {
    takeWithdrawal(db, clock, { ...taken, pack, statement: original.statement });
    return;
  }
  const senderId = pack.sender.officeId;
  const from = { senderId, packId: outer.packId, packNumber, library: 'received' as const };
  for (const record of records) {
    if (wasWithdrawn(db, record.content.id, pack)) continue;
    takeRecord(db, clock, from, record, arrived);
  }
  takePackedCaseload(db, clock, from, original.caseload);
  noteOpinions(db, packNumber, pack, statement);
};

function noteOpinions(
  db: Database,
  packNumber: number,
  { sender, contents }: PackJson,
  { opinions }: StatementOf<'endorsement'>,
): void {
  const note = db.prepare(
    `INSERT INTO record_opinions (record_number, pack_number, revision, opinion, text)
     SELECT record_number, @packNumber, @revision, @opinion, @text FROM received_records
     WHERE sender_id = @senderId AND record_id = @recordId AND library = 'received'`,
  );
  for (const { id, revision } of contents) {
    const said = opinions.find(({ recordId }) => recordId === id);
    if (said === undefined) continue;
    const { opinion, text } = said;
    note.run({ packNumber, revision, opinion, text, senderId: sender.officeId, recordId: id });
  }
}
