import type { Database } from 'better-sqlite3';
import type { ReceivedState } from '../../../shared/contract/situation.ts';
import type { StatementOf } from '../../../shared/packs/statement.ts';
import { nextStates, whoSits, writeState } from '../answers/set-state.ts';
import type { Clock } from '../context.ts';
import type { EnrolledOffice } from '../points/offices.ts';
import { recordsOf, type OriginalRow } from './list-packs.ts';

type Endorsed = {
  packId: string;
  original: OriginalRow;
  office: EnrolledOffice;
  opinions: StatementOf<'endorsement'>['opinions'];
};
type Held = { number: number; told_change: number; state: ReceivedState };

/**
 * A pack was forwarded with these words. Records whose text is that of the pack, and of which nothing else was told, are accepted with it: their
 * sender hears with the next receipt that they went further. Inside the transaction that notes the pack.
 */
export function noteEndorsed(
  db: Database,
  clock: Clock,
  { packId, original, office, opinions }: Endorsed,
): void {
  db.prepare('INSERT INTO endorsements VALUES (?, ?, ?, ?)').run(
    packId,
    original.number,
    office.name,
    clock(),
  );
  const revisions = new Map(recordsOf(db, original).map((one) => [one.recordId, one.revision]));
  const find = db.prepare<[string, string, number], Held>(
    `SELECT record_number AS number, told_change, state FROM received_records
     WHERE sender_id = ? AND record_id = ? AND pack_number = ?`,
  );
  const note = db.prepare('INSERT INTO endorsed_records VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const { recordId, opinion, text } of opinions) {
    const held = find.get(original.senderId, recordId, original.number);
    const goesOn =
      held !== undefined &&
      (held.state === 'received' || held.state === 'accepted') &&
      nextStates(db, held).includes('accepted');
    const change = goesOn
      ? writeState(db, clock, {
          number: held.number,
          to: 'accepted',
          note: '',
          who: whoSits(db),
          packId,
        })
      : null;
    const revision = revisions.get(recordId) ?? 1;
    note.run(packId, original.senderId, recordId, revision, opinion, text, change);
  }
}

/** The file could not get its name: the last endorsement of this pack did not happen. */
export function unnoteEndorsed(db: Database, original: OriginalRow): void {
  const packId = db
    .prepare(
      'SELECT pack_id FROM endorsements WHERE original_number = ? ORDER BY at DESC, pack_id DESC LIMIT 1',
    )
    .pluck()
    .get(original.number) as string;
  const changes = db
    .prepare<[string], { id: number; number: number; before: ReceivedState }>(
      `SELECT id, record_number AS number, before FROM received_changes
       WHERE id IN (SELECT change_id FROM endorsed_records WHERE pack_id = ?)`,
    )
    .all(packId);
  for (const { id, number, before } of changes) {
    db.prepare('DELETE FROM received_changes WHERE id = ?').run(id);
    db.prepare(
      `UPDATE received_records SET state = @before, state_at =
         (SELECT at FROM received_changes WHERE record_number = @number ORDER BY id DESC LIMIT 1)
       WHERE record_number = @number`,
    ).run({ before, number });
  }
  db.prepare('DELETE FROM endorsed_records WHERE pack_id = ?').run(packId);
  db.prepare('DELETE FROM endorsements WHERE pack_id = ?').run(packId);
}
