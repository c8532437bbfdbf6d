import type { Database } from 'better-sqlite3';
import type { RevokedOffice } from '../../../shared/contract/points.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { enrolledOffices } from './offices.ts';

/** See `points.revoke`. */
export function revoke(
  db: Database,
  clock: Clock,
  { officeId, reason }: { officeId: string; reason: string },
): void {
  const office = enrolledOffices(db).find(({ id }) => id === officeId);
  if (office === undefined) throw new Failure('recipient-not-enrolled', { to: officeId });
  const now = clock();
  db.transaction(() => {
    db.prepare(
      `UPDATE office_cards SET superseded_at = @now, revoked_at = @now, revoked_because = @reason
       WHERE office_id = @officeId AND superseded_at IS NULL`,
    ).run({ now, reason, officeId });
    appendAudit(db, () => now, {
      action: 'card-revoked',
      subject: officeId,
      detail: { fingerprint: office.fingerprint, reason },
    });
  }).immediate();
}

/** Offices without a card in force, whose latest was revoked. */
export function revokedOffices(db: Database): RevokedOffice[] {
  return db
    .prepare<[], RevokedOffice>(
      `SELECT office_id AS id, name, fingerprint, revoked_at AS revokedAt, revoked_because AS reason FROM office_cards AS last
       WHERE revoked_at IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM office_cards WHERE office_id = last.office_id AND card_version > last.card_version)
       ORDER BY revoked_at DESC`,
    )
    .all();
}
