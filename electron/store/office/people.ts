import type { Database } from 'better-sqlite3';
import { PROGRAM, type RecordStatus } from '../../../shared/contract/record-status.ts';
import type { OfficeStep } from '../../../shared/packs/office-record.ts';
import { listProfiles } from '../profiles/list-profiles.ts';

const MOST_STEPS = 100;

/** What people are called, here and elsewhere, by the ids of their profiles. */
export function namesOfPeople(db: Database): Map<string, string> {
  const elsewhere = db
    .prepare<[], { profile_id: string; name: string }>('SELECT profile_id, name FROM office_people')
    .all();
  return new Map([
    ...elsewhere.map(({ profile_id: id, name }) => [id, name] as const),
    ...listProfiles(db).map(({ id, name }) => [id as string, name ?? ''] as const),
  ]);
}

/** The steps of a record, newest first, with names, for a colleague who does not know who is who here. */
export function stepsSoFar(db: Database, recordNumber: number): OfficeStep[] {
  const names = namesOfPeople(db);
  return db
    .prepare<
      [number, number],
      { before: RecordStatus; after: RecordStatus; at: number; who: string; comment: string }
    >(
      `SELECT before, after, at, who, comment FROM status_changes WHERE record_number = ? ORDER BY id DESC LIMIT ?`,
    )
    .all(recordNumber, MOST_STEPS)
    .map((step) => ({ ...step, name: names.get(step.who) ?? '' }));
}

/** People of another office who took steps. Nobody of this one gets another name. */
export function keepPeople(
  db: Database,
  officeId: string,
  people: readonly { who: string; name: string }[],
): void {
  const own = new Set<string>(listProfiles(db).map(({ id }) => id));
  const keep = db.prepare(
    'INSERT OR REPLACE INTO office_people (profile_id, office_id, name) VALUES (?, ?, ?)',
  );
  for (const { who, name } of people) {
    if (who !== PROGRAM && !own.has(who) && name !== '') keep.run(who, officeId, name);
  }
}
