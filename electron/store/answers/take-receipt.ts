import type { Database } from 'better-sqlite3';
import { mayBecome, PROGRAM, type RecordStatus } from '../../../shared/contract/record-status.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import {
  readStatement,
  type ReceiptOutcome,
  type StatementOf,
} from '../../../shared/packs/statement.ts';
import { guidanceChannelOf } from '../../../shared/packs/guidance-channel.ts';
import type { PackKind } from '../../../shared/packs/pack-kinds.ts';
import type { Clock } from '../context.ts';
import { channelOf } from '../packs/pack-json.ts';
import { wasWrittenBefore } from '../inbox/is-older.ts';
import type { TakenPack, Taker } from '../inbox/takers.ts';
import { changeStatus } from '../records/change-status.ts';
import { checkTrail, reconcile } from './contradictions.ts';
import { bringBack } from './bring-back.ts';
import { noteOnward, takeOnward } from './onward-words.ts';
import { passOn } from './pass-on.ts';

type Answer = StatementOf<'receipt'>['answers'][number];
export type RecordAnswer = Answer['records'][number];
export type WrittenPack = {
  pack_id: string;
  kind: PackKind;
  hash: string;
  statement: string | null;
};

/** What each outcome makes of a record of ours. Being accepted or taken back is told beside it. */
const statusFor: Readonly<Record<ReceiptOutcome, RecordStatus | null>> = {
  received: 'received',
  endorsed: 'received',
  accepted: 'received',
  returned: 'returned',
  adopted: 'adopted',
  purged: null,
};

/**
 * Takes in what another office answers: every answer must name a pack of ours that went to it, with its hash. States settle by
 * themselves, remarks become comments at their passages, what that office heard of our trail and packs is held against what stands here. The
 * order is that of the office's channel: a late receipt is kept and moves nothing. Fails: `receipt-not-mine`, `packs-forgotten`.
 */
export const takeReceipt: Taker = (db, clock, taken) => {
  const { info, pack, statement } = taken;
  if (statement?.kind !== 'receipt') throw new Failure('pack-statement-invalid');
  const sender = { officeId: pack.sender.officeId, officeName: pack.sender.name };
  const forgotten = forgottenHere(db, info.id, sender.officeId, statement.seen);
  const mine = statement.answers.flatMap((answer) => {
    const written = ownPack(db, answer, sender.officeId, forgotten);
    return written === null ? [] : [{ answer, written }];
  });
  for (const { answer, written } of mine) {
    if (answer.audit !== null) checkTrail(db, clock, sender, answer.packId, answer.audit);
    takeAnswer(db, clock, taken, answer, written);
  }
  reconcile(db, clock, info, sender, statement.seen);
};

/**
 * Null for a pack that this workspace wrote and does not remember, since a backup was restored: what is said of the others counts all the
 * same. Until the numbering began anew nothing is passed over. Fails: `receipt-not-mine`, `packs-forgotten` (`from`, `to`: their numbers).
 */
function ownPack(
  db: Database,
  { packId, hash }: Answer,
  officeId: string,
  forgotten: Forgotten | null,
): WrittenPack | null {
  const row = db
    .prepare<[string], WrittenPack & { recipient_id: string; recipients: string | null }>(
      'SELECT pack_id, kind, hash, statement, recipient_id, recipients FROM packs_written WHERE pack_id = ?',
    )
    .get(packId);
  if (row === undefined && forgotten !== null) {
    if (wasRestored(db)) return null;
    throw new Failure('packs-forgotten', forgotten);
  }
  // Packs from before there were several recipients do not list them.
  const addressed = JSON.parse(row?.recipients ?? '[]') as string[];
  const isTheirs = row?.recipient_id === officeId || addressed.includes(officeId);
  if (row === undefined || row.hash !== hash || !isTheirs) {
    throw new Failure('receipt-not-mine', { packId });
  }
  return row;
}

/** A numbering begins when a workspace is made, and whenever a backup is restored. */
function wasRestored(db: Database): boolean {
  return (db.prepare('SELECT count(*) FROM epochs').pluck().get() as number) > 1;
}

/** Numbers of packs, both included. */
type Forgotten = { from: number; to: number };

/** Numbers of ours that the other office has seen above the last one that is here; the most of them, where there are several channels. */
function forgottenHere(
  db: Database,
  ownId: string,
  officeId: string,
  seen: StatementOf<'receipt'>['seen'],
): Forgotten | null {
  // What went to others is not theirs to have seen.
  const channels = [channelOf(ownId, officeId), guidanceChannelOf(ownId)];
  const highest = db
    .prepare('SELECT ifnull(max(sequence), 0) FROM packs_written WHERE channel = ? AND epoch = ?')
    .pluck();
  const forgotten = seen
    .filter(({ channel }) => channels.includes(channel))
    .map(({ channel, epoch, sequence }) => {
      return { from: Number(highest.get(channel, epoch)) + 1, to: sequence };
    })
    .filter(({ from, to }) => from <= to)
    .toSorted((a, b) => b.to - b.from - (a.to - a.from));
  return forgotten[0] ?? null;
}

function takeAnswer(
  db: Database,
  clock: Clock,
  { pack }: TakenPack,
  answer: Answer,
  written: WrittenPack,
): void {
  const keep = db.prepare(
    `INSERT INTO answers_taken (office_id, office_name, pack_id, record_id, revision, outcome, note, word_of, comments, receipt_id, epoch,
       sequence, at, is_late)
     VALUES (@officeId, @officeName, @packId, @recordId, @revision, @outcome, @note, @wordOf, @comments, @receiptId, @epoch,
       @sequence, @at, @isLate)`,
  );
  const common = {
    officeId: pack.sender.officeId,
    officeName: pack.sender.name,
    packId: answer.packId,
    receiptId: pack.packId,
    epoch: pack.epoch,
    sequence: pack.sequence,
    at: clock(),
  };
  const nothing = {
    recordId: null,
    revision: null,
    outcome: null,
    note: '',
    wordOf: null,
    comments: '[]',
  };
  keep.run({ ...common, ...nothing, isLate: 0 });
  const { onward = [] } = answer;
  for (const { recordId } of [...answer.records, ...onward]) {
    if (!isNamedBy(db, written, recordId)) {
      throw new Failure('receipt-not-mine', { packId: answer.packId });
    }
  }
  takeOnward(db, answer.packId, onward);
  for (const record of answer.records) {
    const isLate = hasLaterWord(db, pack, answer.packId, record.recordId);
    const { recordId, revision, outcome, note, wordOf = null } = record;
    const comments = JSON.stringify(record.comments);
    const said = { recordId, revision, outcome, note, wordOf, comments };
    keep.run({ ...common, ...said, isLate: isLate ? 1 : 0 });
    if (written.kind === 'endorsement') {
      noteOnward(db, pack, written.statement, record);
      passOn(db, clock, pack, written, record, isLate);
      continue;
    }
    bringBack(db, clock, pack, record);
    if (!isLate) settle(db, clock, pack.packId, answer.packId, record);
  }
}

/** A receipt says nothing of records that its pack did not carry or name. */
function isNamedBy(db: Database, written: WrittenPack, recordId: string): boolean {
  const statement = written.statement === null ? null : readStatement(written.statement);
  if (statement?.kind === 'withdrawal') {
    return statement.records.some((one) => one.recordId === recordId);
  }
  if (statement?.kind === 'endorsement') {
    return statement.opinions.some((one) => one.recordId === recordId);
  }
  const contents = db
    .prepare('SELECT contents FROM packs_written WHERE pack_id = ?')
    .pluck()
    .get(written.pack_id) as string;
  return (JSON.parse(contents) as { id: string }[]).some(({ id }) => id === recordId);
}

/**
 * Whether the office said something later of the record in this pack of ours: what it says of an older pack, which came to it late, is no
 * word about this one. By the numbers of its channel; of two numberings the one that was seen later. No clock is asked, theirs or ours.
 */
function hasLaterWord(
  db: Database,
  pack: TakenPack['pack'],
  packId: string,
  recordId: string,
): boolean {
  const senderId = pack.sender.officeId;
  const said = db
    .prepare<[string, string, string], { epoch: string; sequence: number }>(
      `SELECT epoch, max(sequence) AS sequence FROM answers_taken
       WHERE record_id = ? AND pack_id = ? AND office_id = ? GROUP BY epoch`,
    )
    .all(recordId, packId, senderId);
  const { channel, epoch, sequence } = pack;
  const place = { senderId, channel, auditLines: null };
  return said.some((one) =>
    wasWrittenBefore(db, { ...place, epoch, sequence }, { ...place, ...one }),
  );
}

/** What was said of an earlier pack than the one in which the record left last says nothing of how it stands now. */
function settle(
  db: Database,
  clock: Clock,
  receiptId: string,
  packId: string,
  { recordId, outcome, note }: RecordAnswer,
): void {
  const to = statusFor[outcome];
  if (to === null) return;
  const row = db
    .prepare<[string], { number: number; status: RecordStatus | null }>(
      'SELECT number, status FROM records WHERE id = ?',
    )
    .get(recordId);
  if (row === undefined || row.status === null || row.status === to) return;
  const left = db
    .prepare(
      `SELECT pack_id FROM status_changes WHERE record_number = ? AND after = 'submitted' ORDER BY id DESC LIMIT 1`,
    )
    .pluck()
    .get(row.number);
  if (left !== packId || !mayBecome(row.status, to, PROGRAM)) return;
  changeStatus(db, clock, {
    id: recordId as RecordId,
    to,
    who: PROGRAM,
    packId: receiptId,
    comment: note,
  });
}
