import type { Database } from 'better-sqlite3';
import type { RecordId } from '../../../shared/contract/records.ts';
import { recordNumber } from './party-row.ts';

type Link = { recordId: RecordId; otherId: RecordId };

/** A record is of its own matter anyhow. Fails: `record-not-found`. */
export function linkMatter(db: Database, link: Link): void {
  const [one, other] = ends(db, link);
  if (one === other) return;
  db.prepare('INSERT INTO matter_links (one, other) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
    one,
    other,
  );
}

/** Fails: `record-not-found`. */
export function unlinkMatter(db: Database, link: Link): void {
  db.prepare('DELETE FROM matter_links WHERE one = ? AND other = ?').run(...ends(db, link));
}

function ends(db: Database, { recordId, otherId }: Link): [number, number] {
  const [one, other] = [recordNumber(db, recordId), recordNumber(db, otherId)];
  return [Math.min(one, other), Math.max(one, other)];
}
