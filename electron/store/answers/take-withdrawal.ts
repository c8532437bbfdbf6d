import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/errors.ts';
import { startCollecting } from '../attachments/collect-released.ts';
import { inTurn } from '../attachments/in-turn.ts';
import type { Clock } from '../context.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { wasWrittenBefore, type Written } from '../inbox/is-older.ts';
import type { TakenPack, Taker } from '../inbox/takers.ts';
import type { PackJson } from '../packs/pack-json.ts';

/**
 * Takes back what its sender sent: each record with its history, its index, remarks and figures of it, and the attachments that nothing
 * else has. Records are known by (sender, id), so nobody takes back another's. What never came, or comes late, is noted all the same and
 * stays out. The next receipt says so. Inside the transaction that takes the pack in; what was deleted is written over by the database.
 */
export const takeWithdrawal: Taker = (db, clock, { pack, statement }) => {
  if (statement?.kind !== 'withdrawal') throw new Failure('pack-statement-invalid');
  const senderId = pack.sender.officeId;
  const written = { senderId, epoch: pack.epoch, sequence: pack.sequence };
  for (const { recordId } of statement.records) {
    const known = heldRecord(db, senderId, recordId);
    notePurged(db, clock, { ...written, recordId, revision: known?.revision ?? 1 });
    // It left once more after it was taken back, and that pack was quicker.
    if (known !== undefined && wasWrittenBefore(db, written, known)) continue;
    if (known !== undefined) {
      db.prepare('DELETE FROM records WHERE number = ?').run(known.number);
      appendAudit(db, clock, {
        action: 'record-withdrawn',
        subject: known.id,
        detail: { sender: senderId, record: recordId },
      });
    }
    forgetNames(db, senderId, recordId);
  }
  forgetJournal(db);
};

type Held = Written & { number: number; id: string; revision: number };

/** A record of another office that is here, and the pack in which its text came. */
function heldRecord(db: Database, senderId: string, recordId: string): Held | undefined {
  return db
    .prepare<[string, string], Held>(
      `SELECT records.number, records.id, received_records.revision, epoch, sequence, packs_received.sender_id AS senderId
       FROM received_records JOIN records ON records.number = record_number
       JOIN packs_received ON packs_received.number = pack_number
       WHERE received_records.sender_id = ? AND record_id = ?`,
    )
    .get(senderId, recordId);
}

/** Of several withdrawals the one that was written last counts. */
function notePurged(
  db: Database,
  clock: Clock,
  purged: Written & { recordId: string; revision: number },
): void {
  const before = purgedAs(db, purged.senderId, purged.recordId);
  if (before !== undefined && wasWrittenBefore(db, purged, before)) return;
  db.prepare(
    `INSERT INTO purged_records VALUES (@senderId, @recordId, @revision, @epoch, @sequence, @now)
     ON CONFLICT DO UPDATE SET epoch = excluded.epoch, sequence = excluded.sequence, purged_at = excluded.purged_at`,
  ).run({ ...purged, now: clock() });
}

function purgedAs(db: Database, senderId: string, recordId: string): Written | undefined {
  return db
    .prepare<[string, string], Written>(
      'SELECT sender_id AS senderId, epoch, sequence FROM purged_records WHERE sender_id = ? AND record_id = ?',
    )
    .get(senderId, recordId);
}

/** Titles and names of files stand in the list of what came in as well. */
function forgetNames(db: Database, senderId: string, recordId: string): void {
  const rows = db
    .prepare<[string], { number: number; contents: string }>(
      'SELECT number, contents FROM packs_received WHERE sender_id = ?',
    )
    .all(senderId);
  const write = db.prepare('UPDATE packs_received SET contents = ? WHERE number = ?');
  for (const { number, contents } of rows) {
    if (!contents.includes(recordId)) continue;
    const all = JSON.parse(contents) as PackJson['contents'];
    const kept = all.map((one) =>
      one.id === recordId ? { ...one, title: '—', attachments: [] } : one,
    );
    write.run(JSON.stringify(kept), number);
  }
}

/** After the transaction: files nobody has any more, and old pages in the journal, must not outlive it. */
function forgetJournal(db: Database): void {
  startCollecting(db);
  inTurn(db, () => {
    if (db.open) db.pragma('wal_checkpoint(TRUNCATE)');
    return Promise.resolve();
  }).catch(() => undefined);
}

/**
 * Whether a pack brings a record that its sender took back by a later pack, so that it stays out. A pack after the withdrawal brings it
 * again: then the withdrawal is forgotten.
 */
export function wasWithdrawn(
  db: Database,
  recordId: string,
  pack: Pick<TakenPack['pack'], 'sender' | 'epoch' | 'sequence'>,
): boolean {
  const senderId = pack.sender.officeId;
  const purged = purgedAs(db, senderId, recordId);
  if (purged === undefined) return false;
  const { epoch, sequence } = pack;
  if (wasWrittenBefore(db, { senderId, epoch, sequence }, purged)) return true;
  db.prepare('DELETE FROM purged_records WHERE sender_id = ? AND record_id = ?').run(
    senderId,
    recordId,
  );
  return false;
}
