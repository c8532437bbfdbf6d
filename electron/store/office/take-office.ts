import type { Database } from 'better-sqlite3';
import type { RecordId } from '../../../shared/contract/records.ts';
import { blockLines } from '../../../shared/document/tree.ts';
import { Failure } from '../../../shared/errors.ts';
import type { OfficeRecord } from '../../../shared/packs/office-record.ts';
import { hasStateSecretMarking } from '../../../shared/text/state-secret.ts';
import { templates } from '../../../shared/templates/index.ts';
import type { Clock } from '../context.ts';
import type { Arrived } from '../attachments/store-content.ts';
import { mergeInThreads } from '../comments/write-comments.ts';
import type { Taker, TakenPack } from '../inbox/takers.ts';
import { findOffice } from '../points/offices.ts';
import { insertRecord } from '../records/insert-record.ts';
import { keepRevision } from '../revisions/keep-revision.ts';
import { readKept } from '../revisions/record-content.ts';
import { restoreShown, roundAttachments, takeOff } from './join-attachments.ts';
import { joinText, noteOutcome } from './join-text.ts';
import { outcomeOf } from './outcome.ts';
import { keepPeople } from './people.ts';
import { packContent, putRound, roundWith, type Round } from './rounds.ts';
import { takeAttachments, takeSources } from './take-belongings.ts';

/** Whose pack it is, and what is done with its records. */
export type FromOffice = { officeId: string; packId: string; now: number };
type Said = { isBack: boolean; note: string };

/**
 * Takes in records that a colleague sent for review, or sent back. A new one becomes a record here, in review, with what was said about it;
 * one that is here already is joined to it, section by section. Inside the transaction that takes the pack in. Fails:
 * `office-not-colleague`, `office-not-expected` (what comes back was never sent; what comes for review is another's), `office-merge-open`,
 * `office-approval-invalid`, `state-secret-marked`, `record-in-trash`, `comments-full`, `input-invalid`.
 */
export const takeOffice: Taker = (db, clock, taken) => {
  const { pack, statement, office } = taken;
  const { officeId, name } = pack.sender;
  if (findOffice(db, officeId)?.isColleague !== true) {
    throw new Failure('office-not-colleague', { name });
  }
  if (statement?.kind !== 'office') throw new Failure('pack-statement-invalid');
  const from = { officeId, packId: pack.packId, now: clock() };
  for (const record of office) {
    refuseMarked(record);
    takeOne(db, clock, taken, record, {
      ...from,
      isBack: statement.direction === 'back',
      note: statement.note,
    });
  }
};

function takeOne(
  db: Database,
  clock: Clock,
  { arrived }: TakenPack,
  record: OfficeRecord,
  from: FromOffice & Said,
): void {
  const { officeId, isBack } = from;
  const known = db
    .prepare<[string], { number: number; trashed_at: number | null }>(
      'SELECT number, trashed_at FROM records WHERE id = ?',
    )
    .get(record.id);
  const round = known === undefined ? undefined : roundWith(db, known.number, officeId);
  const isExpected = isBack
    ? round?.role === 'author'
    : known === undefined || round?.role === 'reviewer';
  if (!isExpected || templates[record.kind].isReadOnly) {
    throw new Failure('office-not-expected', { title: record.content.title });
  }
  takeSources(db, record.sources, from.now);
  keepPeople(db, officeId, [
    ...record.steps,
    ...record.threads
      .flatMap(({ author, entries }) => [author, ...entries.map((entry) => entry.author)])
      .map(({ profileId, name }) => ({ who: profileId ?? '', name: name ?? '' }))
      .filter(({ who }) => who !== ''),
  ]);
  if (known === undefined) takeNew(db, clock, record, from, arrived);
  else if (round !== undefined) {
    takeKnown(db, clock, { ...known, round }, record, from, arrived);
  }
}

/** It comes under its own id, and its history goes on from the number that it has at home. */
function takeNew(
  db: Database,
  clock: Clock,
  record: OfficeRecord,
  from: FromOffice,
  arrived: ReadonlyMap<string, Arrived>,
): void {
  const { kind, content, steps, revision } = record;
  const given = insertRecord(db, { kind, ...content, source: null }, from.now);
  const { number } = readKept(db, given);
  db.prepare('UPDATE records SET id = ?, revision = ? WHERE number = ?').run(
    record.id,
    Math.max(0, revision - 1),
    number,
  );
  keepRevision(db, number, { reason: 'from-colleague' });
  takeAttachments(db, clock, number, record.attachments, arrived);
  mergeInThreads(db, { recordId: record.id as RecordId, threads: record.threads });
  noteSteps(db, number, steps);
  db.prepare('UPDATE records SET status = ?, status_at = ? WHERE number = ?').run(
    'in-review',
    steps[0]?.at ?? from.now,
    number,
  );
  db.prepare('INSERT OR IGNORE INTO unread_records (number) VALUES (?)').run(number);
  putRound(db, roundOf(record, number, from, 'reviewer'));
}

/** The way that it came so far, the oldest step first. What was not signed here is only told. */
function noteSteps(db: Database, number: number, steps: OfficeRecord['steps']): void {
  const note = db.prepare(
    `INSERT INTO status_changes (record_number, before, after, at, who, comment) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  for (const { before, after, at, who, comment } of steps.toReversed()) {
    note.run(number, before, after, at, who, comment);
  }
}

function takeKnown(
  db: Database,
  clock: Clock,
  {
    number,
    trashed_at: trashedAt,
    round,
  }: { number: number; trashed_at: number | null; round: Round },
  record: OfficeRecord,
  from: FromOffice & Said,
  arrived: ReadonlyMap<string, Arrived>,
): void {
  const { title } = record.content;
  if (trashedAt !== null) throw new Failure('record-in-trash', { title });
  const isOpen = db.prepare('SELECT 1 FROM office_merges WHERE record_number = ?').get(number);
  if (isOpen !== undefined) throw new Failure('office-merge-open', { title });
  const outcome = outcomeOf(record, from);
  takeAttachments(db, clock, number, record.attachments, arrived);
  mergeInThreads(db, { recordId: record.id as RecordId, threads: record.threads });
  db.prepare('INSERT OR IGNORE INTO unread_records (number) VALUES (?)').run(number);
  putRound(db, {
    ...round,
    state: 'here',
    at: from.now,
    is_other_approved: 0,
    attachments: roundAttachments(record.attachments),
  });
  const joining = {
    number,
    officeId: from.officeId,
    base: record.base.content,
    theirs: record.content,
  };
  const isJoined = joinText(db, joining, null, from.now);
  const attached = { before: round.attachments, theirs: record.attachments };
  takeOff(db, number, attached, from.now);
  restoreShown(db, number, attached);
  if (isJoined) {
    putRound(db, roundOf(record, number, from, round.role));
    noteOutcome(db, clock, { id: record.id as RecordId, number, officeId: from.officeId }, outcome);
    return;
  }
  db.prepare(
    `INSERT INTO office_merges (record_number, office_id, received_at, pack_id, base, theirs, outcome)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    number,
    from.officeId,
    from.now,
    from.packId,
    packContent(record.base.content),
    packContent(record.content),
    JSON.stringify({ ...outcome, revision: record.revision }),
  );
}

function roundOf(
  { content, revision, attachments }: OfficeRecord,
  number: number,
  { officeId, now }: FromOffice,
  role: Round['role'],
): Round {
  return {
    record_number: number,
    office_id: officeId,
    role,
    state: 'here',
    at: now,
    base_revision: revision,
    base: packContent(content),
    is_other_approved: 0,
    attachments: roundAttachments(attachments),
  };
}

/** The sender should never have let it go; it does not come in either. */
function refuseMarked({ content, threads }: OfficeRecord): void {
  const lines = [
    content.title,
    ...content.document.sections.flatMap(({ heading, blocks }) => [
      heading,
      ...blocks.flatMap(blockLines),
    ]),
  ];
  const said = threads.flatMap(({ entries }) => entries.map(({ text }) => text));
  if (hasStateSecretMarking(lines) || hasStateSecretMarking(['', '', '', '', '', ...said])) {
    throw new Failure('state-secret-marked');
  }
}
