import type { Database } from 'better-sqlite3';
import type { SourceId } from '../../../shared/contract/sources.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { findSource } from './source-row.ts';

/** All of them or, if one is unknown, none. One that lies there already keeps its day. Fails: `source-not-found`. */
export function trashSources(db: Database, ids: readonly SourceId[], now: number): void {
  const trash = db.prepare(
    'UPDATE sources SET trashed_at = coalesce(trashed_at, ?) WHERE number = ?',
  );
  db.transaction(() => {
    for (const id of ids) trash.run(now, findSource(db, id).number);
  }).immediate();
}

/** Fails: `source-not-found`. */
export function restoreSources(db: Database, ids: readonly SourceId[]): void {
  const restore = db.prepare('UPDATE sources SET trashed_at = NULL WHERE number = ?');
  db.transaction(() => {
    for (const id of ids) restore.run(findSource(db, id).number);
  }).immediate();
}

/** Fails: `source-not-found`, `source-not-in-trash`. */
export function purgeSources(db: Database, ids: readonly SourceId[], clock: Clock): number {
  const purge = db.transaction(() => {
    const unique = [...new Set(ids)];
    for (const id of unique) {
      const row = findSource(db, id);
      if (row.trashed_at === null) throw new Failure('source-not-in-trash');
      db.prepare('DELETE FROM sources WHERE number = ?').run(row.number);
      appendAudit(db, clock, { action: 'source-purged', subject: id, detail: {} });
    }
    return unique.length;
  });
  const purged = purge.immediate();
  // Old pages must not outlive what was destroyed in the write-ahead log.
  db.pragma('wal_checkpoint(TRUNCATE)');
  return purged;
}
