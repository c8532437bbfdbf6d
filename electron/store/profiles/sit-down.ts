import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { approvalKeyOf, makeApprovalKey } from './approval-key.ts';
import { takeSeat, type Seat } from './seat.ts';

/**
 * Whoever unlocked takes the seat. Makes what is not there yet: the first profile of a new or upgraded workspace, the row of a
 * profile whose making was cut off, an approval key that this passphrase opens. A name from the key file is taken where there is none.
 */
export function sitDown(db: Database, clock: Clock, seat: Seat, name: string | null): void {
  takeSeat(db, seat);
  const { profileId } = seat;
  db.transaction(() => {
    const found = db
      .prepare<[string], { name: string | null; removed_at: number | null }>(
        'SELECT name, removed_at FROM profiles WHERE id = ?',
      )
      .get(profileId);
    // Old copies of the key files may still open for somebody who was taken out since.
    if (found !== undefined && found.removed_at !== null) throw new Failure('profile-unknown');
    if (found === undefined) {
      // A second one whose row is missing was being made by somebody else: it begins without rights over others.
      const isFirst = db.prepare('SELECT 1 FROM profiles').get() === undefined;
      db.prepare(
        'INSERT INTO profiles (id, name, is_reviewer, created_at) VALUES (?, ?, ?, ?)',
      ).run(profileId, name, isFirst ? 1 : 0, clock());
      appendAudit(db, clock, { action: 'profile-added', subject: profileId, detail: {} });
    } else if (found.name === null && name !== null) {
      db.prepare('UPDATE profiles SET name = ? WHERE id = ?').run(name, profileId);
      appendAudit(db, clock, { action: 'profile-changed', subject: profileId, detail: {} });
    }
    if (approvalKeyOf(db, seat) === null) makeApprovalKey(db, clock, seat);
  }).immediate();
}
