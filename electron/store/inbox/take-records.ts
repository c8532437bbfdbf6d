import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { AttachmentId } from '../../../shared/contract/attachments.ts';
import type { ExportedRecord } from '../../../shared/document/exported-record.ts';
import { takenFields, takenTree } from '../../../shared/document/taken-record.ts';
import { tieAttachment } from '../attachments/tie-attachment.ts';
import type { Arrived } from '../attachments/store-content.ts';
import type { Clock } from '../context.ts';
import type { Content, PackedAttachment } from '../packs/pack-json.ts';
import { insertPrepared } from '../records/insert-record.ts';
import { prepareRecord, type PreparedRecord } from '../records/prepare-record.ts';
import { writeContent } from '../records/write-content.ts';
import { followFiles } from './follow-files.ts';
import { isOlder } from './is-older.ts';
import { keepRevision } from '../revisions/keep-revision.ts';
import { prepared, preparedValue } from '../database/prepared.ts';

/** Whose library a record goes to: what was submitted, or what guides. */
export type Library = 'received' | 'guidance';
/** A record of a pack, ready to be written: its attachments have their ids, since its document names them. */
export type TakenRecord = {
  content: Content;
  prepared: PreparedRecord;
  attachments: readonly (PackedAttachment & { id: AttachmentId })[];
};
/** Who sent it, in which pack. */
export type TakenFrom = { senderId: string; packNumber: number; packId: string; library: Library };

type Known = {
  record_number: number;
  revision: number;
  sha256: string;
  state: string;
  packNumber: number;
};

/** Everything that can be worked out about a record before the transaction. */
export function prepareTaken(record: ExportedRecord, content: Content): TakenRecord {
  const attachments = content.attachments.map((one) => ({
    ...one,
    id: AttachmentId.parse(uuidv7()),
  }));
  const idOf = new Map(attachments.map(({ sha256, id }) => [sha256, id]));
  const prepared = prepareRecord({
    kind: record.kind,
    title: record.title,
    keywords: record.keywords,
    caseNumbers: record.caseNumbers,
    document: takenTree(record, (hash) => idOf.get(hash) ?? null),
    fields: takenFields(record),
    source: null,
    isOthers: true,
  });
  return { content, prepared, attachments };
}

/**
 * Writes a record of another office: a new one, or the newest text of one that is known by its sender and its id there, whose text
 * before stays in its history. What comes late and is older than what is here changes nothing. Inside the transaction that
 * takes the pack in.
 */
export function takeRecord(
  db: Database,
  clock: Clock,
  from: TakenFrom,
  taken: TakenRecord,
  arrived: ReadonlyMap<string, Arrived>,
): void {
  const { content, prepared: record } = taken;
  const known = prepared<Known>(
    db,
    'SELECT record_number, revision, sha256, state, pack_number AS packNumber FROM received_records WHERE sender_id = ? AND record_id = ?',
  ).get(from.senderId, content.id);
  const now = clock();
  if (known === undefined) {
    const id = insertPrepared(db, record, now);
    const number = preparedValue<number>(db, 'SELECT number FROM records WHERE id = ?').get(
      id,
    ) as number;
    prepared(
      db,
      `INSERT INTO received_records (record_number, library, sender_id, record_id, kind, revision, sha256, pack_number,
         received_at, state, state_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'received', ?)`,
    ).run(
      number,
      from.library,
      from.senderId,
      content.id,
      content.kind,
      content.revision,
      content.sha256,
      from.packNumber,
      now,
      now,
    );
    noteUnread(db, number);
    tieAll(db, clock, number, taken, arrived);
    noteChange(db, number, null, from, now);
    return;
  }
  const came = { packNumber: from.packNumber, revision: content.revision };
  if (isOlder(db, came, known)) return;
  const number = known.record_number;
  if (content.revision === known.revision && content.sha256 === known.sha256) {
    // The same text again: it stands as it stood, and what is said of it answers the pack in which it left last.
    answerLast(db, from, known);
    if (followFiles(db, clock, number, taken, arrived)) noteUnread(db, number);
    return;
  }
  keepRevision(db, number, { reason: 'first' });
  db.prepare(
    'UPDATE record_attachments SET removed_at = ? WHERE record_number = ? AND removed_at IS NULL',
  ).run(now, number);
  tieAll(db, clock, number, taken, arrived);
  writeContent(
    db,
    number,
    {
      title: record.title,
      keywords: record.keywords,
      caseNumbers: record.caseNumbers,
      document: JSON.parse(record.document),
      fields: record.fields,
    },
    now,
  );
  db.prepare('UPDATE records SET kind = ?, trashed_at = NULL WHERE number = ?').run(
    content.kind,
    number,
  );
  db.prepare(
    `UPDATE received_records SET kind = ?, revision = ?, sha256 = ?, pack_number = ?, received_at = ?, state = 'received',
       state_at = ? WHERE record_number = ?`,
  ).run(content.kind, content.revision, content.sha256, from.packNumber, now, now, number);
  noteUnread(db, number);
  noteChange(db, number, known.state, from, now);
}

/** An office that forwarded the text before hears of it all the same, from where it was told last. */
function answerLast(db: Database, { packNumber }: TakenFrom, known: Known): void {
  db.prepare(
    `UPDATE record_opinions SET told_change = (SELECT told_change FROM received_records
       WHERE received_records.record_number = record_opinions.record_number)
     WHERE record_number = ? AND pack_number = ?`,
  ).run(known.record_number, known.packNumber);
  db.prepare('UPDATE received_records SET pack_number = ? WHERE record_number = ?').run(
    packNumber,
    known.record_number,
  );
}

function noteUnread(db: Database, number: number): void {
  prepared(db, 'INSERT OR IGNORE INTO unread_records (number) VALUES (?)').run(number);
}

function tieAll(
  db: Database,
  clock: Clock,
  recordNumber: number,
  { attachments }: TakenRecord,
  arrived: ReadonlyMap<string, Arrived>,
): void {
  for (const { id, name, sha256 } of attachments) {
    const content = arrived.get(sha256);
    if (content === undefined) throw new Error('an attachment of the pack did not arrive');
    tieAttachment(db, clock, { recordNumber, name, id }, content);
  }
}

function noteChange(
  db: Database,
  number: number,
  before: string | null,
  { packId }: TakenFrom,
  now: number,
): void {
  prepared(
    db,
    `INSERT INTO received_changes (record_number, before, after, at, who, pack_id) VALUES (?, ?, 'received', ?, 'program', ?)`,
  ).run(number, before, now, packId);
}
