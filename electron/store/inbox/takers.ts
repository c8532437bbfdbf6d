import type { Database } from 'better-sqlite3';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import type { OfficeRecord } from '../../../shared/packs/office-record.ts';
import type { Statement } from '../../../shared/packs/statement.ts';
import type { PackKind } from '../../../shared/packs/pack-kinds.ts';
import type { Arrived } from '../attachments/store-content.ts';
import type { Clock } from '../context.ts';
import { takeOffice } from '../office/take-office.ts';
import type { PackJson } from '../packs/pack-json.ts';
import { takePackedCaseload } from '../caseload/take-packed-caseload.ts';
import { takeEndorsement } from '../endorsements/take-endorsement.ts';
import type { Original } from '../packs/check-original.ts';
import type { PackedCaseload } from '../packs/check-caseload.ts';
import { takeReceipt } from '../answers/take-receipt.ts';
import { takeWithdrawal, wasWithdrawn } from '../answers/take-withdrawal.ts';
import { noteAbout } from '../guidance/note-about.ts';
import { keepPending } from '../points/pending-cards.ts';
import { takeMessage } from '../messages/take-message.ts';
import { takeRecord, type Library, type TakenRecord } from './take-records.ts';

/** A pack that passed every step, as it is being taken in. `arrived`: the contents of its attachments, by hash. */
export type TakenPack = {
  info: WorkspaceInfo;
  pack: PackJson;
  /** Null for packs before version 7. */
  statement: Statement | null;
  /** SHA-256 of its tag manifest. */
  hash: string;
  /** Of its row in `packs_received`. */
  packNumber: number;
  /** Once, one after another. */
  records: Iterable<TakenRecord>;
  /** Of an office pack. */
  office: readonly OfficeRecord[];
  /** Of a submission. */
  caseload: readonly PackedCaseload[];
  /** What an endorsement forwards. */
  original: Original | null;
  arrived: ReadonlyMap<string, Arrived>;
};

/** What a kind of pack does when it is taken in, inside the one transaction of it. Whatever it throws refuses the whole pack. */
export type Taker = (db: Database, clock: Clock, taken: TakenPack) => void;

const takeInto =
  (library: Library): Taker =>
  (db, clock, { pack, packNumber, records, caseload, arrived }) => {
    const from = { senderId: pack.sender.officeId, packId: pack.packId, packNumber, library };
    for (const record of records) {
      if (wasWithdrawn(db, record.content.id, pack)) continue;
      takeRecord(db, clock, from, record, arrived);
    }
    takePackedCaseload(db, clock, from, caseload);
  };

export const takers: Readonly<Record<PackKind, Taker>> = {
  submission: takeInto('received'),
  correction: takeInto('received'),
  guidance: (db, clock, taken) => {
    takeInto('guidance')(db, clock, taken);
    noteAbout(db, taken);
    keepPending(db, clock, taken);
  },
  withdrawal: takeWithdrawal,
  receipt: takeReceipt,
  endorsement: takeEndorsement,
  office: takeOffice,
  message: takeMessage,
};
