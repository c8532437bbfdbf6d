import type { Database } from 'better-sqlite3';
import { readCaseload, type Figure } from '../../../shared/caseload/caseload-csv.ts';
import { compareKinds } from '../../../shared/caseload/kinds.ts';
import { comparePeriods, fileOfPeriod } from '../../../shared/caseload/period.ts';
import type { PeriodFigures } from '../../../shared/contract/caseload.ts';

type Origin = PeriodFigures['origin'];

/** Puts figures in the place of what an office had for a period; none removes the period. Call it in a transaction. */
export function setFigures(
  db: Database,
  officeId: string,
  period: string,
  origin: Origin,
  now: number,
  figures: readonly Figure[],
): void {
  db.prepare('DELETE FROM caseload_figures WHERE office_id = ? AND period = ?').run(
    officeId,
    period,
  );
  db.prepare('DELETE FROM caseload_periods WHERE office_id = ? AND period = ?').run(
    officeId,
    period,
  );
  if (figures.length === 0) return;
  db.prepare('INSERT INTO caseload_periods VALUES (?, ?, ?, ?)').run(officeId, period, origin, now);
  const insert = db.prepare('INSERT INTO caseload_figures VALUES (?, ?, ?, ?)');
  for (const { kind, count } of figures) insert.run(officeId, period, kind, count);
}

export function figuresOf(db: Database, officeId: string, period: string): Figure[] {
  const rows = db
    .prepare<[string, string], Figure>(
      'SELECT kind, count FROM caseload_figures WHERE office_id = ? AND period = ?',
    )
    .all(officeId, period);
  return rows.toSorted((one, other) => compareKinds(one.kind, other.kind));
}

/** Every period of an office, newest first. */
export function periodsOf(db: Database, officeId: string): PeriodFigures[] {
  const rows = db
    .prepare(
      'SELECT period, origin, changed_at AS changedAt FROM caseload_periods WHERE office_id = ?',
    )
    .all(officeId) as Omit<PeriodFigures, 'figures'>[];
  return rows
    .toSorted((one, other) => comparePeriods(one.period, other.period))
    .map((row) => ({
      ...row,
      figures: figuresOf(db, officeId, row.period),
      otherWords: otherWordsOf(db, officeId, row),
    }));
}

/** Of a period whose figures came in a pack, the last word that came in time is what stands; of others, all are beside it. */
function otherWordsOf(
  db: Database,
  officeId: string,
  { period, origin }: Pick<PeriodFigures, 'period' | 'origin'>,
): PeriodFigures['otherWords'] {
  const words = db
    .prepare<[Record<string, string>], { text: string; receivedAt: number; isLate: number }>(
      `SELECT text, received_at AS receivedAt, is_late AS isLate FROM packed_caseload
       JOIN packs_received ON packs_received.number = pack_number
       WHERE packed_caseload.sender_id = coalesce((SELECT card_office_id FROM registry_offices WHERE id = @officeId), @officeId)
         AND period = @file ORDER BY id DESC LIMIT 21`,
    )
    .all({ officeId, file: fileOfPeriod(period) });
  const standing = origin === 'pack' ? words.find(({ isLate }) => isLate === 0) : undefined;
  return words
    .filter((word) => word !== standing)
    .slice(0, 20)
    .map(({ text, receivedAt }) => {
      const read = readCaseload(text);
      return { figures: 'figures' in read ? read.figures : [], receivedAt };
    });
}

export function removeFigures(db: Database, officeId: string): void {
  db.prepare('DELETE FROM caseload_figures WHERE office_id = ?').run(officeId);
  db.prepare('DELETE FROM caseload_periods WHERE office_id = ?').run(officeId);
}

/** What a card's office sent before anybody said which office of the registry it is. Its own word stands over what was typed. */
export function adoptFigures(db: Database, cardOfficeId: string, officeId: string): void {
  for (const { period, figures, changedAt } of periodsOf(db, cardOfficeId)) {
    setFigures(db, officeId, period, 'pack', changedAt, figures);
  }
  removeFigures(db, cardOfficeId);
}

/** The office of the registry that an enrolled office is; else the card's own id. */
export function officeOfCard(db: Database, cardOfficeId: string): string {
  const id = db
    .prepare('SELECT id FROM registry_offices WHERE card_office_id = ?')
    .pluck()
    .get(cardOfficeId);
  return typeof id === 'string' ? id : cardOfficeId;
}
