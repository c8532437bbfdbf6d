import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/errors.ts';
import { startCollecting } from '../attachments/collect-released.ts';
import { inTurn } from '../attachments/in-turn.ts';
import type { Clock } from '../context.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { forgetForwarded } from '../endorsements/forget-forwarded.ts';
import { placeOf, wasWrittenBefore, type Written } from '../inbox/is-older.ts';
import { dropSent } from '../packs/sent-copies.ts';
import type { TakenPack, Taker } from '../inbox/takers.ts';
import { prepared } from '../database/prepared.ts';

/**
 * Takes back what its sender sent: each record with its history, its index, remarks and figures of it, and the attachments that nothing
 * else has. Records are known by (sender, id), so nobody takes back another's. What never came, or comes late, is noted all the same and
 * stays out. The next receipt says so. Inside the transaction that takes the pack in; what was deleted is written over by the database.
 */
export const takeWithdrawal: Taker = (db, clock, { info, pack, statement }) => {
  if (statement?.kind !== 'withdrawal') throw new Failure('pack-statement-invalid');
  const senderId = pack.sender.officeId;
  const written = writtenAs(pack);
  for (const { recordId } of statement.records) {
    const known = heldRecord(db, senderId, recordId);
    notePurged(db, clock, { ...written, recordId, revision: known?.revision ?? 1 });
    // It left once more after it was taken back, and that pack was quicker.
    const place = known === undefined ? undefined : placeOf(db, known.packNumber);
    if (place !== undefined && wasWrittenBefore(db, written, place)) continue;
    if (known !== undefined) {
      db.prepare('DELETE FROM records WHERE number = ?').run(known.number);
      appendAudit(db, clock, {
        action: 'record-withdrawn',
        subject: known.id,
        detail: { sender: senderId, record: recordId },
      });
    }
    dropSent(info.folder, forgetForwarded(db, senderId, recordId));
  }
  forgetJournal(db);
};

/** Where a pack stands among those of its sender. */
function writtenAs({ sender, channel, epoch, sequence, audit }: Placed): Written {
  const auditLines = audit?.lines ?? null;
  return { senderId: sender.officeId, channel, epoch, sequence, auditLines };
}

type Placed = Pick<TakenPack['pack'], 'sender' | 'channel' | 'epoch' | 'sequence' | 'audit'>;
type Held = { number: number; id: string; revision: number; packNumber: number };

/** A record of another office that is here, and the pack in which its text came. */
function heldRecord(db: Database, senderId: string, recordId: string): Held | undefined {
  return db
    .prepare<[string, string], Held>(
      `SELECT records.number, records.id, received_records.revision, pack_number AS packNumber
       FROM received_records JOIN records ON records.number = record_number
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
    `INSERT INTO purged_records (sender_id, record_id, revision, channel, epoch, sequence, audit_lines, purged_at)
     VALUES (@senderId, @recordId, @revision, @channel, @epoch, @sequence, @auditLines, @now)
     ON CONFLICT DO UPDATE SET channel = excluded.channel, epoch = excluded.epoch, sequence = excluded.sequence,
       audit_lines = excluded.audit_lines, purged_at = excluded.purged_at`,
  ).run({ ...purged, now: clock() });
}

function purgedAs(db: Database, senderId: string, recordId: string): Written | undefined {
  return prepared<Written>(
    db,
    `SELECT sender_id AS senderId, channel, epoch, sequence, audit_lines AS auditLines
       FROM purged_records WHERE sender_id = ? AND record_id = ?`,
  ).get(senderId, recordId);
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
export function wasWithdrawn(db: Database, recordId: string, pack: Placed): boolean {
  const senderId = pack.sender.officeId;
  const purged = purgedAs(db, senderId, recordId);
  if (purged === undefined) return false;
  // What was taken back before channels were noted came in this one.
  const channel = purged.channel === '' ? pack.channel : purged.channel;
  if (wasWrittenBefore(db, writtenAs(pack), { ...purged, channel })) return true;
  db.prepare('DELETE FROM purged_records WHERE sender_id = ? AND record_id = ?').run(
    senderId,
    recordId,
  );
  return false;
}
