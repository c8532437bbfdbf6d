import type { Database } from 'better-sqlite3';
import type { PackContent } from '../../../shared/contract/packs.ts';
import { statementText, type Statement } from '../../../shared/packs/statement.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { submitWith, unsubmit } from '../records/change-status.ts';
import type { PackJson } from './pack-json.ts';

export type WrittenPack = {
  pack: PackJson;
  hash: string;
  fileName: string;
  contents: PackContent[];
  statement: Statement;
};

/**
 * Notes a pack and takes its number, before the file gets its name: after a crash between the two, a number is missing, which
 * a receiver shows. The other way round the number would be given twice, which a receiver refuses.
 */
export function noteWritten(db: Database, clock: Clock, written: WrittenPack): void {
  const { pack, hash, fileName, contents, statement } = written;
  const { packId, kind, recipients, channel, epoch, sequence, previousHash } = pack;
  db.transaction(() => {
    const { lastInsertRowid: number } = db
      .prepare(
        `INSERT INTO packs_written (pack_id, kind, recipient_id, recipient_name, channel, epoch, sequence,
         previous_hash, hash, created_at, file_name, contents, recipients, statement)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        packId,
        kind,
        recipients.length === 1 ? recipients[0].officeId : 'all',
        recipients.map(({ name }) => name).join('、'),
        channel,
        epoch,
        sequence,
        previousHash,
        hash,
        Date.parse(pack.createdAt),
        fileName,
        JSON.stringify(contents),
        JSON.stringify(recipients.map(({ officeId }) => officeId)),
        statementText(statement),
      );
    noteRecords(db, Number(number), `${JSON.stringify(contents)} ${statementText(statement)}`);
    noteRevisions(db, packId, contents);
    if (kind === 'submission' || kind === 'correction') {
      submitWith(
        db,
        clock,
        packId,
        contents.map(({ id }) => id as RecordId),
      );
    }
    db.prepare(
      `INSERT INTO channels (channel, epoch, sequence, previous_hash) VALUES (?, ?, ?, ?)
       ON CONFLICT (channel, epoch) DO UPDATE SET sequence = excluded.sequence, previous_hash = excluded.previous_hash`,
    ).run(channel, epoch, sequence, hash);
    appendAudit(db, clock, {
      action: 'pack-written',
      subject: packId,
      detail: {
        recipient: channel.slice(channel.indexOf('/') + 1),
        kind,
        epoch,
        sequence,
        records: contents.length,
      },
    });
  }).immediate();
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu;

/** A pack is found by each record that it names, in its contents or in what it says. */
function noteRecords(db: Database, number: number, text: string): void {
  const note = db.prepare('INSERT OR IGNORE INTO packs_of_records VALUES (?, ?)');
  for (const [id] of text.matchAll(ID)) note.run(id, number);
}

/** What left is found in the history of its record: the revision of that number, kept when the record was read for the pack. */
function noteRevisions(db: Database, packId: string, contents: readonly PackContent[]): void {
  const note = db.prepare(
    `INSERT INTO revision_packs (revision_id, pack_id)
     SELECT revisions.id, @packId FROM records
     JOIN revisions ON revisions.record_number = records.number AND ifnull(origin, 0) = 0
     WHERE records.id = @id AND revisions.number = @revision`,
  );
  for (const { id, revision } of contents) note.run({ packId, id, revision });
}

/** Takes the note back when the file could not get its name. The audit trail keeps both lines. */
export function unnoteWritten(db: Database, clock: Clock, { pack }: WrittenPack): void {
  const { packId, channel, epoch, sequence, previousHash } = pack;
  db.transaction(() => {
    unsubmit(db, clock, packId);
    db.prepare('DELETE FROM packs_written WHERE pack_id = ?').run(packId);
    if (previousHash === null) {
      db.prepare('DELETE FROM channels WHERE channel = ? AND epoch = ?').run(channel, epoch);
    } else {
      db.prepare(
        'UPDATE channels SET sequence = ?, previous_hash = ? WHERE channel = ? AND epoch = ?',
      ).run(sequence - 1, previousHash, channel, epoch);
    }
    appendAudit(db, clock, { action: 'pack-not-placed', subject: packId, detail: { sequence } });
  }).immediate();
}
