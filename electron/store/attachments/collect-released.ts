import type { Database } from 'better-sqlite3';
import { setImmediate as turn } from 'node:timers/promises';
import { toFailure } from '../database/sqlite-failure.ts';
import { isHeld } from './is-held.ts';
import { inTurn } from './in-turn.ts';

/** Chunks deleted in one step: `secure_delete` overwrites them, and nobody should wait for more than a few. */
const CHUNKS_A_STEP = 2;
const PAGES_A_STEP = 20;

/**
 * Deletes every content that belongs to no attachment and no kept original: those of records deleted for good, of purged attachments, and what a
 * killed or cancelled arrival left. In small steps, each a transaction of its own; a kill in between leaves the rest to the
 * next run. A foreign key refuses to delete a content that an attachment has.
 */
export function collectReleased(db: Database): Promise<void> {
  return inTurn(db, async () => {
    let hasDeleted = false;
    for (const hash of db.open ? released(db) : []) {
      while (db.open && deleteStep(db, hash)) {
        hasDeleted = true;
        await turn();
      }
    }
    // What was overwritten still stands in the journal.
    if (hasDeleted && db.open) db.pragma('wal_checkpoint(TRUNCATE)');
  });
}

/**
 * The same behind one's back. What could not be collected now, on a full disk for example, is collected another time; no work
 * must stop for it.
 */
export function startCollecting(db: Database): void {
  collectReleased(db).catch((error: unknown) => {
    if (!db.open) return;
    const { code } = toFailure(error) ?? { code: 'internal' };
    console.error(`[store] collecting attachments: ${code}`);
  });
}

function released(db: Database): string[] {
  return db
    .prepare<[], string>(
      `SELECT hash FROM attachments
       WHERE NOT EXISTS (SELECT 1 FROM record_attachments AS link WHERE link.hash = attachments.hash)
         AND NOT EXISTS (SELECT 1 FROM original_files AS file WHERE file.hash = attachments.hash)`,
    )
    .pluck()
    .all() as string[];
}

/** Answers whether there may be more to do. */
function deleteStep(db: Database, hash: string): boolean {
  const step = db.transaction(() => {
    if (isHeld(db, hash)) return false;
    // Its text first, likewise a little at a time.
    const pages = db
      .prepare(
        `DELETE FROM attachment_pages WHERE entry IN
         (SELECT entry FROM attachment_pages WHERE hash = ? LIMIT ?)`,
      )
      .run(hash, PAGES_A_STEP);
    if (pages.changes > 0) return true;
    const deleted = db
      .prepare(
        `DELETE FROM attachment_chunks WHERE rowid IN
         (SELECT rowid FROM attachment_chunks WHERE hash = ? ORDER BY position DESC LIMIT ?)`,
      )
      .run(hash, CHUNKS_A_STEP);
    if (deleted.changes > 0) return true;
    return db.prepare('DELETE FROM attachments WHERE hash = ?').run(hash).changes > 0;
  });
  return step.immediate();
}
