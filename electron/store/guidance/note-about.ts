import type { Database } from 'better-sqlite3';
import type { TakenPack } from '../inbox/takers.ts';

/** Guidance is found by each record that it says it is about, one's own or of another office that it went to as well. */
export function noteAbout(db: Database, { packNumber, statement }: TakenPack): void {
  if (statement?.kind !== 'guidance') return;
  const note = db.prepare('INSERT OR IGNORE INTO guidance_about VALUES (?, ?, ?)');
  for (const { recordId, officeId } of statement.regarding)
    note.run(recordId, officeId, packNumber);
}
