import type { Database } from 'better-sqlite3';
import type { DueReceipt, PassageComment } from '../../../shared/contract/answers.ts';
import type { PackKind } from '../../../shared/packs/pack-kinds.ts';
import {
  readStatement,
  type ReceiptOutcome,
  type ReturnedComment,
  type StatementOf,
} from '../../../shared/packs/statement.ts';
import { prepared, preparedValue } from '../database/prepared.ts';
import { enrolledOffices } from '../points/offices.ts';
import { onwardWord, untoldOnward } from './onward-words.ts';
import { commentsOn } from './passage-comments.ts';

/** Receipts are not answered with receipts, and what goes between colleagues is answered by coming back. */
const ANSWERED: readonly PackKind[] = [
  'submission',
  'correction',
  'withdrawal',
  'endorsement',
  'guidance',
  'message',
];
/** A receipt holds at most so many answers, and an answer so many records (`statement.ts`). */
const MOST_ANSWERS = 500;
const MOST_COMMENTS = 500;

/** The numbers of packs that something is to be said of: nobody answered for them, or a record of them went on since, here or further on. */
const OWED = `SELECT number FROM packs_received
  WHERE kind IN (SELECT value FROM json_each(@kinds)) AND number NOT IN (SELECT pack_number FROM packs_answered)
  UNION SELECT pack_number FROM received_records INDEXED BY received_records_untold WHERE library = 'received' AND last_change > told_change
  UNION SELECT held.pack_number FROM passage_comments AS one CROSS JOIN received_records AS held USING (record_number)
  WHERE receipt_id IS NULL AND held.library = 'received' AND held.state <> 'received'
  UNION SELECT beside.pack_number FROM record_opinions AS beside JOIN received_records AS held USING (record_number)
  WHERE beside.pack_number <> held.pack_number AND beside.revision = held.revision
    AND held.last_change > beside.told_change
  UNION SELECT number FROM packs_received WHERE pack_id IN (SELECT pack_id FROM onward_words WHERE is_told = 0)`;

type Answer = StatementOf<'receipt'>['answers'][number];
/** An answer as it will travel, and what is marked as told once it has. */
export type Owed = {
  packNumber: number;
  kind: PackKind;
  sequence: number;
  isFirst: boolean;
  answer: Answer;
  told: readonly Told[];
  /** Of the records that are here, as the pack names them. */
  titles: ReadonlyMap<string, string>;
};
/** `isBeside`: to the office that forwarded a record, which came from its sender as well. */
type Told = { number: number; change: number; comments: readonly string[]; isBeside: boolean };
export type OwedBy = { officeId: string; officeName: string; owed: Owed[] };

type PackRow = {
  number: number;
  pack_id: string;
  kind: PackKind;
  sender_id: string;
  sender_name: string;
  sequence: number;
  hash: string;
  contents: string;
  statement: string | null;
  audit_lines: number | null;
  audit_hash: string | null;
  is_first: number;
};

/**
 * Everything that is to be answered, by office: packs that nobody answered for, and records whose state or remarks went on since. At most
 * 500 answers an office at a time.
 */
export function owedReceipts(db: Database, officeId?: string): OwedBy[] {
  const kinds = JSON.stringify(ANSWERED);
  const rows = db
    .prepare<[Record<string, string | null>], PackRow>(
      `SELECT *, NOT EXISTS (SELECT 1 FROM packs_answered WHERE pack_number = number) AS is_first FROM packs_received
       WHERE (@officeId IS NULL OR sender_id = @officeId) AND number IN (${OWED}) ORDER BY sender_id, number`,
    )
    .all({ officeId: officeId ?? null, kinds });
  const offices = new Map<string, OwedBy>();
  for (const row of rows) {
    const office = offices.get(row.sender_id) ?? {
      officeId: row.sender_id,
      officeName: row.sender_name,
      owed: [],
    };
    offices.set(row.sender_id, { ...office, officeName: row.sender_name });
    if (office.owed.length < MOST_ANSWERS) office.owed.push(owedFor(db, row));
  }
  return [...offices.values()];
}

/** How many packs are to be answered, and to how many offices. */
export function countOwed(db: Database): { packs: number; offices: number } {
  return (
    db
      .prepare<[Record<string, string>], { packs: number; offices: number }>(
        `SELECT count(*) AS packs, count(DISTINCT sender_id) AS offices FROM packs_received WHERE number IN (${OWED})`,
      )
      .get({ kinds: JSON.stringify(ANSWERED) }) ?? { packs: 0, offices: 0 }
  );
}

/** See `receipts.due`. */
export function dueReceipts(db: Database, officeId?: string): DueReceipt[] {
  const enrolled = new Set(enrolledOffices(db).map(({ id }) => id));
  const titleOf = db
    .prepare(
      `SELECT title FROM packs_received AS pack JOIN received_records ON received_records.sender_id
         = coalesce((SELECT sender_id FROM endorsed_packs WHERE pack_number = pack.number), pack.sender_id)
       JOIN records ON records.number = record_number WHERE pack.pack_id = ? AND record_id = ?`,
    )
    .pluck();
  const titleIn = (packId: string, recordId: string) =>
    (titleOf.get(packId, recordId) as string | undefined) ?? '';
  return owedReceipts(db, officeId).map(({ owed, ...office }) => ({
    ...office,
    isEnrolled: enrolled.has(office.officeId),
    answers: owed.map(({ kind, sequence, isFirst, answer, titles }) => ({
      packId: answer.packId,
      kind,
      sequence,
      isFirst,
      records: answer.records.map(({ comments, ...record }) => ({
        ...record,
        // Rows of records are long: a thousand titles are not read from them.
        title: titles.get(record.recordId) ?? titleIn(answer.packId, record.recordId),
        comments: comments.length,
      })),
      onward: (answer.onward ?? []).map((word) => ({
        ...onwardWord(word),
        recordId: word.recordId,
        title: titleIn(answer.packId, word.recordId),
      })),
    })),
  }));
}

type Named = { recordId: string; revision: number; title?: string | undefined };

function owedFor(db: Database, row: PackRow): Owed {
  const told: Told[] = [];
  const titles = new Map<string, string>();
  const records: Answer['records'] = [];
  const isFirst = row.is_first === 1;
  const further = isFirst ? null : furtherIn(db, row.number);
  for (const named of namedIn(row)) {
    const { recordId, revision, outcome } = named;
    if (further?.has(recordId) === false) continue;
    const held = heldRecord(db, named.senderId, recordId);
    if (held !== undefined && named.title !== undefined) titles.set(recordId, named.title);
    if (held === undefined || outcome === 'purged') {
      if (isFirst) records.push(answerOf({ recordId, revision }, outcome ?? 'purged'));
      continue;
    }
    const standing = standingFor(db, row, held);
    // A later pack brought a newer text: that one's answer says how it stands.
    if (standing === null) {
      if (isFirst) records.push(answerOf({ recordId, revision }, 'received'));
      continue;
    }
    const { drafts, toldChange, isBeside } = standing;
    if (!isFirst && held.change <= toldChange && drafts.length === 0) continue;
    const { note, word_of: wordOf } = held;
    records.push({
      ...answerOf({ recordId, revision: held.revision }, outcomeOf(db, held)),
      note,
      ...(wordOf === null ? {} : { wordOf }),
      comments: drafts.map(({ isSent: _sent, revision: _of, at, ...comment }): ReturnedComment => ({
        ...comment,
        at: new Date(at).toISOString(),
      })),
    });
    const comments = drafts.map(({ id }) => id);
    told.push({ number: held.record_number, change: held.change, comments, isBeside });
  }
  const audit =
    row.audit_lines === null || row.audit_hash === null
      ? null
      : { lines: row.audit_lines, hash: row.audit_hash };
  const { number: packNumber, kind, sequence, pack_id: packId, hash } = row;
  const onward = untoldOnward(db, packId);
  const answer = {
    packId,
    hash,
    audit,
    records,
    ...(onward.length === 0 ? {} : { onward }),
  };
  return { packNumber, kind, sequence, isFirst, answer, told, titles };
}

/** The records of a pack that was answered for of which something may be told: the others are not looked up one by one. */
function furtherIn(db: Database, packNumber: number): Set<string> {
  const ids = preparedValue<string>(
    db,
    `SELECT record_id FROM received_records WHERE pack_number = @packNumber AND (last_change > told_change OR EXISTS (
       SELECT 1 FROM passage_comments WHERE record_number = received_records.record_number AND receipt_id IS NULL))
     UNION SELECT record_id FROM record_opinions AS beside JOIN received_records USING (record_number)
     WHERE beside.pack_number = @packNumber`,
  ).all({ packNumber });
  return new Set(ids);
}

type Standing = { drafts: PassageComment[]; toldChange: number; isBeside: boolean };

/** Whether the answer for this pack says how a record stands, and what was told with it last. Remarks go to its sender alone. */
function standingFor(db: Database, row: PackRow, held: Held): Standing | null {
  if (held.library !== 'received') return null;
  if (held.pack_number === row.number) {
    const drafts =
      held.state === 'received'
        ? []
        : commentsOn(db, held.record_number)
            .filter(({ isSent }) => !isSent)
            .slice(0, MOST_COMMENTS);
    return { drafts, toldChange: held.told_change, isBeside: false };
  }
  const toldChange = preparedValue<number>(
    db,
    `SELECT told_change FROM record_opinions
       WHERE record_number = @record AND pack_number = @pack AND revision = @revision`,
  ).get({ record: held.record_number, pack: row.number, revision: held.revision });
  return toldChange === undefined ? null : { drafts: [], toldChange, isBeside: true };
}

/** Accepting by forwarding is called by its name. */
function outcomeOf(db: Database, { state, change, sender_id: sender, record_id: id }: Held) {
  const endorsed = prepared(
    db,
    'SELECT 1 FROM endorsed_records WHERE sender_id = ? AND record_id = ? AND change_id = ?',
  ).get(sender, id, change);
  return endorsed === undefined ? state : 'endorsed';
}

function answerOf({ recordId, revision }: Named, outcome: ReceiptOutcome) {
  return { recordId, revision, outcome, note: '', comments: [] };
}

/** The records that a pack is about, under the office that sent them first. */
function namedIn(row: PackRow): (Named & { senderId: string; outcome: ReceiptOutcome | null })[] {
  const statement = row.statement === null ? null : readStatement(row.statement);
  const contents = JSON.parse(row.contents) as {
    id: string;
    revision: number;
    title?: string;
  }[];
  if (statement?.kind === 'withdrawal') {
    return statement.records.map(({ recordId }) => {
      return { senderId: row.sender_id, recordId, revision: 1, outcome: 'purged' };
    });
  }
  if (statement?.kind === 'endorsement') {
    const { senderId } = statement.original;
    // What was forwarded without records takes them back.
    const outcome = contents.length === 0 ? 'purged' : null;
    return statement.opinions.map(({ recordId }) => {
      const content = contents.find(({ id }) => id === recordId);
      return {
        senderId,
        recordId,
        revision: content?.revision ?? 1,
        title: content?.title,
        outcome,
      };
    });
  }
  return contents.map(({ id, revision, title }) => {
    return { senderId: row.sender_id, recordId: id, revision, title, outcome: null };
  });
}

type Held = {
  record_number: number;
  pack_number: number;
  library: string;
  revision: number;
  state: ReceiptOutcome;
  told_change: number;
  change: number;
  note: string;
  word_of: string | null;
  sender_id: string;
  record_id: string;
};

function heldRecord(db: Database, senderId: string, recordId: string): Held | undefined {
  return prepared<Held>(
    db,
    `SELECT received_records.record_number, pack_number, library, revision, state, told_change, last_change AS change, note,
         word_of, sender_id, record_id
       FROM received_records JOIN received_changes ON received_changes.id = last_change
       WHERE sender_id = ? AND record_id = ?`,
  ).get(senderId, recordId);
}
