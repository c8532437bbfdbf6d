import type { Database } from 'better-sqlite3';
import type { PendingCard } from '../../../shared/contract/points.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import type { TakenPack } from '../inbox/takers.ts';
import { sha256 } from '../packs/bag.ts';
import { readCard, type Card } from './card.ts';

/** More than the offices there are: what an enrolled office sends does not fill the list. */
const MOST_WAITING = 500;

/**
 * Cards that came along with guidance wait to be compared. Who sends the guidance vouches for nothing: they are not its own. What is no
 * card, one's own or not newer than what is or was in force here does not wait. The card's fingerprint takes long and is not needed yet.
 */
export function keepPending(db: Database, clock: Clock, taken: TakenPack): void {
  const { info, pack, statement } = taken;
  if (statement?.kind !== 'guidance') return;
  const keep = db.prepare(
    `INSERT OR IGNORE INTO pending_cards (id, office_id, name, kind, card_version, card, from_id, from_name, came_at)
     SELECT @id, @officeId, @name, @kind, @cardVersion, @text, @fromId, @fromName, @at
     WHERE (SELECT count(*) FROM pending_cards WHERE refused_at IS NULL) < @most
       AND NOT EXISTS (SELECT 1 FROM office_cards WHERE office_id = @officeId AND card_version >= @cardVersion)`,
  );
  const from = { fromId: pack.sender.officeId, fromName: pack.sender.name, at: clock() };
  for (const one of statement.cards) {
    const card = cardOrNull(one);
    if (card === null || card.officeId === info.id) continue;
    const { officeId, name, kind, cardVersion, text } = card;
    const id = sha256(Buffer.from(text));
    keep.run({ id, officeId, name, kind, cardVersion, text, ...from, most: MOST_WAITING });
  }
}

function cardOrNull(text: string): Card | null {
  try {
    return readCard(text);
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

/** See `points.pending`. */
export function pendingCards(db: Database): PendingCard[] {
  return db
    .prepare<[], PendingCard>(
      `SELECT id, pending.name, pending.kind, pending.card_version AS cardVersion, pending.card, from_name AS fromName, came_at AS cameAt,
         (SELECT card_version FROM office_cards WHERE office_id = pending.office_id AND superseded_at IS NULL) AS versionInForce
       FROM pending_cards AS pending WHERE refused_at IS NULL ORDER BY came_at DESC, pending.name, pending.card_version DESC`,
    )
    .all();
}

/** See `points.refusePending`. */
export function refusePending(db: Database, clock: Clock, id: string): void {
  db.transaction(() => {
    const officeId = db
      .prepare(
        'UPDATE pending_cards SET refused_at = ? WHERE id = ? AND refused_at IS NULL RETURNING office_id',
      )
      .pluck()
      .get(clock(), id);
    if (typeof officeId !== 'string') throw new Failure('card-not-pending');
    appendAudit(db, clock, { action: 'card-refused', subject: officeId, detail: { card: id } });
  }).immediate();
}

/** When a card is in force, neither it nor an older one of the office waits any more. Inside the transaction that enrols. */
export function settlePending(db: Database, { officeId, cardVersion }: Card): void {
  db.prepare('DELETE FROM pending_cards WHERE office_id = ? AND card_version <= ?').run(
    officeId,
    cardVersion,
  );
}
