import * as z from 'zod';
import { receiptOutcomes, ReturnedComment } from '../packs/statement.ts';
import { command, job, query, Instant, Nothing, Page, PageRequest } from './define.ts';
import { OnwardWord, PackKind } from './packs.ts';
import { RecordId, RecordKind } from './records.ts';
import { ReceivedState, ShownState } from './situation.ts';

const Uuid = z.uuid().lowercase();
const Note = z.string().trim().max(5000);
export const ReceiptOutcome = z.enum(receiptOutcomes);

/** A record that another office sent, and how far it is answered for. `id` is its id here; `recordId` that at its sender. */
export const StandingRecord = z.object({
  id: RecordId,
  recordId: z.string(),
  senderId: z.string(),
  senderName: z.string(),
  /** The provincial office that forwarded it, if it came so. */
  forwardedBy: z.string().nullable(),
  kind: RecordKind,
  title: z.string(),
  /** The sender's number of the text that is here. */
  revision: z.number().int(),
  state: ShownState,
  stateAt: Instant,
  receivedAt: Instant,
  /** When an answer is due by the deadlines of this office; null where none is. */
  dueAt: Instant.nullable(),
  /** Whether a receipt told the sender how it stands, and everything that was remarked. */
  isTold: z.boolean(),
  /** Remarks that no receipt has taken along yet. */
  drafts: z.number().int(),
});
export type StandingRecord = z.output<typeof StandingRecord>;

/** A remark of this office on a passage of a received record. `sentAt` stands for: a receipt took it along. */
export const PassageComment = ReturnedComment.omit({ at: true }).extend({
  at: Instant,
  revision: z.number().int(),
  isSent: z.boolean(),
});
export type PassageComment = z.output<typeof PassageComment>;

export const StateChange = z.object({
  before: ReceivedState.nullable(),
  after: ShownState,
  at: Instant,
  /** `program`, or the id of a profile; empty where nobody sat. */
  who: z.string(),
  note: z.string(),
  /** The office whose word it is, if a receipt brought it; null for a word of this office. */
  wordOf: z.string().nullable(),
  isTold: z.boolean(),
});
export type StateChange = z.output<typeof StateChange>;

/** Days, counted from when a record came (`received`) or was accepted (`accepted`); null: no deadline. `offices`: otherwise for these. */
export const Deadlines = z.object({
  received: z.number().int().min(1).max(3650).nullable(),
  accepted: z.number().int().min(1).max(3650).nullable(),
  offices: z.record(Uuid, z.number().int().min(1).max(3650)),
});
export type Deadlines = z.output<typeof Deadlines>;

/** What a receipt would say of one pack. */
export const DueAnswer = z.object({
  packId: z.string(),
  kind: PackKind,
  sequence: z.number().int(),
  /** Whether the pack itself was never answered for. */
  isFirst: z.boolean(),
  records: z.array(
    z.object({
      recordId: z.string(),
      /** Empty for a record that is no longer here. */
      title: z.string(),
      revision: z.number().int(),
      outcome: ReceiptOutcome,
      note: z.string(),
      comments: z.number().int(),
    }),
  ),
  /** What is told of records further on, where they were forwarded. */
  onward: z.array(OnwardWord.extend({ recordId: z.string(), title: z.string() })),
});
export type DueAnswer = z.output<typeof DueAnswer>;
export const DueReceipt = z.object({
  officeId: z.string(),
  officeName: z.string(),
  /** Nothing can be encrypted to an office that is not. */
  isEnrolled: z.boolean(),
  answers: z.array(DueAnswer),
});
export type DueReceipt = z.output<typeof DueReceipt>;

export const WrittenReceipt = z.object({
  packId: z.string(),
  officeId: z.string(),
  officeName: z.string(),
  file: z.string(),
  answers: z.number().int(),
});
export type WrittenReceipt = z.output<typeof WrittenReceipt>;

/** What another office said of a record of ours. `isLate`: a later word had come before it, and it moved nothing. */
export const TakenAnswer = z.object({
  officeId: z.string(),
  officeName: z.string(),
  packId: z.string(),
  revision: z.number().int(),
  outcome: ReceiptOutcome,
  note: z.string(),
  /** The office whose word it is, if the one that answered passes it on. */
  wordOf: z.string().nullable(),
  comments: z.number().int(),
  at: Instant,
  isLate: z.boolean(),
});
export type TakenAnswer = z.output<typeof TakenAnswer>;

/**
 * A pack of ours that nobody has answered for. `passed-over`: the office has a later one and not this. Guidance is one for each office that
 * passed it over, and none before that.
 */
export const UnansweredPack = z.object({
  packId: z.string(),
  kind: PackKind,
  officeId: z.string(),
  officeName: z.string(),
  sequence: z.number().int(),
  createdAt: Instant,
  fileName: z.string(),
  records: z.number().int(),
  state: z.enum(['on-its-way', 'passed-over']),
});
export type UnansweredPack = z.output<typeof UnansweredPack>;

/** `trail`: what the office had heard of our audit trail is not in it; `channel`: it has a pack under a number that is another here. */
export const TrailAlarm = z.object({
  id: z.number().int(),
  kind: z.enum(['trail', 'channel']),
  officeName: z.string(),
  /** Of the pack that is not here or another, for `channel`. */
  number: z.number().int().nullable(),
  at: Instant,
});
export type TrailAlarm = z.output<typeof TrailAlarm>;

/** What waits to be done about answers, here and elsewhere. `owed…`: receipts to write; `silent`: offices nothing comes from. */
export const AnswerNotices = z.object({
  owedOffices: z.number().int(),
  owedPacks: z.number().int(),
  overdue: z.number().int(),
  soon: z.number().int(),
  returned: z.number().int(),
  unreadGuidance: z.number().int(),
  unreadMessages: z.number().int(),
  unanswered: z.number().int(),
  /** Packs that a provincial office may forward; 0 elsewhere. */
  toEndorse: z.number().int(),
  alarms: z.number().int(),
  silent: z.array(
    z.object({
      officeId: z.string(),
      officeName: z.string(),
      lastAt: Instant.nullable(),
      /** Whole days since then, or since it was enrolled. */
      days: z.number().int(),
    }),
  ),
});
export type AnswerNotices = z.output<typeof AnswerNotices>;

export const answers = {
  /**
   * Received records by when they are due, those without a date last. `due`: `overdue`, `soon` (within seven days), `untold` (something
   * is to be told their senders).
   */
  'received.states': query(
    PageRequest.extend({
      state: ShownState.optional(),
      senderId: z.string().max(100).optional(),
      due: z.enum(['overdue', 'soon', 'untold']).optional(),
    }),
    Page(StandingRecord),
  ),
  /** How a received record stands: its way, newest first, at most 200 steps, and the remarks on it. Null for records of one's own and guidance. */
  'received.state': query(
    z.object({ id: RecordId }),
    z.object({
      standing: StandingRecord.nullable(),
      changes: z.array(StateChange),
      comments: z.array(PassageComment),
      next: z.array(ReceivedState),
    }),
  ),
  /**
   * Brings received records to another state, all or none; the note goes along with the next receipt. What a receipt has told stays: after
   * `adopted` nothing else is said, after `returned` only a correction brings a record back. Fails: `record-not-found` (also for a
   * record of one's own), `received-state-told`, `answer-reveals`, `state-secret-marked`.
   */
  'received.setState': command(
    z.object({ ids: z.array(RecordId).min(1).max(500), to: ReceivedState, note: Note.default('') }),
    z.object({ changed: z.number().int() }),
  ),
  /**
   * A remark or suggestion on words of a received record. It leaves with the receipt that says something else of the record than that it
   * came. `id` is the caller's; asked again with it, nothing is added. Fails: `record-not-found`, `comments-full` (500 on a record),
   * `answer-reveals`, `state-secret-marked`, `input-invalid` for one that says nothing.
   */
  'received.comment': command(
    z.object({
      recordId: RecordId,
      ...ReturnedComment.omit({ name: true, at: true }).shape,
      text: Note,
    }),
    PassageComment,
  ),
  /** Takes back a remark that no receipt took along. Fails: `comment-not-found`. */
  'received.uncomment': command(z.object({ id: Uuid }), Nothing),
  'received.deadlines': query(Nothing, Deadlines),
  'received.setDeadlines': command(Deadlines, Deadlines),

  /** What the next receipts will say: every pack not answered for and every change since, by office. */
  'receipts.due': query(
    z.object({ officeId: z.string().max(100).optional() }),
    z.object({ items: z.array(DueReceipt) }),
  ),
  /**
   * Writes a receipt for each office that is owed one (several, should one not hold it all) into a folder. An office whose receipt cannot be
   * written ends the job; what was written before stays and is told as such. Fails: `receipts-none-due`, `recipient-not-enrolled`, and as `packs.export`.
   */
  'receipts.write': job(
    z.object({
      folder: z.string().min(1).max(4096),
      officeIds: z.array(z.string().max(300)).min(1).max(500).optional(),
    }),
    z.object({ receipts: z.array(WrittenReceipt) }),
    { paths: ['folder'] },
  ),
  /** The receipt that answered for a pack, once more: the same bytes. Fails: `receipt-not-found`, `file-exists`, `file-not-writable`, `disk-full`. */
  'receipts.again': job(
    z.object({ packId: Uuid, folder: z.string().min(1).max(4096) }),
    z.object({ packId: z.string(), file: z.string() }),
    { paths: ['folder'] },
  ),

  /** What there is to do. Offices are silent by `situation.settings`, at desks and provincial offices alone. */
  'answers.notices': query(Nothing, AnswerNotices),
  /** What others said of a record of one's own, the latest word first, at most 200. */
  'answers.ofRecord': query(z.object({ id: RecordId }), z.object({ items: z.array(TakenAnswer) })),
  /** Packs written here, but receipts, that their office has not answered for, oldest first. */
  'answers.unanswered': query(PageRequest, Page(UnansweredPack)),
  /** Contradictions between what others heard of this workspace and what stands in it, until somebody has dealt with them. */
  'answers.alarms': query(Nothing, z.object({ items: z.array(TrailAlarm) })),
  /** Somebody has dealt with it; the audit trail keeps its line. Fails: `alarm-not-found`. */
  'answers.dismissAlarm': command(z.object({ id: z.number().int() }), Nothing),
};
