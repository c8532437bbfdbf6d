import type { Database } from 'better-sqlite3';
import { setImmediate } from 'node:timers/promises';
import type { JobControl } from '../../../shared/contract/define.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { startCollecting } from '../attachments/collect-released.ts';
import type { Clock } from '../context.ts';

const AT_ONCE = 50;

/** Destroys all of these records or none. Fails: `record-not-found`, `record-not-in-trash`. */
export function purgeRecords(db: Database, ids: readonly RecordId[], clock: Clock): number {
  const purge = db.transaction(() => [...new Set(ids)].map((id) => purgeOne(db, id, clock)).length);
  const purged = purge.immediate();
  forgetJournal(db);
  return purged;
}

/** Destroys what lies in the trash now. Cancelling keeps what is not destroyed yet: it lies there still. */
export async function emptyTrash(
  db: Database,
  clock: Clock,
  control: JobControl,
): Promise<{ purged: number }> {
  const ids = db
    .prepare('SELECT id FROM records WHERE trashed_at IS NOT NULL ORDER BY number')
    .pluck()
    .all() as RecordId[];
  let purged = 0;
  try {
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      control.report({ done: start, total: ids.length, phase: 'purging' });
      await setImmediate();
      if (control.signal.aborted) throw new Failure('cancelled');
      purged += purgeStill(db, ids.slice(start, start + AT_ONCE), clock);
    }
  } finally {
    forgetJournal(db);
  }
  return { purged };
}

/** Somebody may have taken one of them out of the trash meanwhile: that one stays. */
function purgeStill(db: Database, ids: readonly RecordId[], clock: Clock): number {
  const isTrashed = db.prepare('SELECT 1 FROM records WHERE id = ? AND trashed_at IS NOT NULL');
  const purge = db.transaction(() => {
    const still = ids.filter((id) => isTrashed.get(id) !== undefined);
    for (const id of still) purgeOne(db, id, clock);
    return still.length;
  });
  return purge.immediate();
}

/** The index and the marks follow by triggers and references of the database, which writes over deleted bytes. */
function purgeOne(db: Database, id: RecordId, clock: Clock): void {
  const row = db.prepare('SELECT number, trashed_at FROM records WHERE id = ?').get(id) as
    | { number: number; trashed_at: number | null }
    | undefined;
  if (row === undefined) throw new Failure('record-not-found');
  if (row.trashed_at === null) throw new Failure('record-not-in-trash');
  db.prepare('DELETE FROM records WHERE number = ?').run(row.number);
  appendAudit(db, clock, { action: 'record-purged', subject: id, detail: {} });
}

/** Files attached to them go too, and old pages must not outlive what was destroyed in the write-ahead log. */
function forgetJournal(db: Database): void {
  startCollecting(db);
  db.pragma('wal_checkpoint(TRUNCATE)');
}
