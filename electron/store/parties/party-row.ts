import type { Database } from 'better-sqlite3';
import type { PartyId } from '../../../shared/contract/parties.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { fold } from '../../../shared/text/fold.ts';
import type { PartyRole } from '../../../shared/text/parties/party-roles.ts';
import { preparedValue } from '../database/prepared.ts';

export type PartyRow = {
  id: PartyId;
  record_number: number;
  name: string;
  name_key: string;
  role: PartyRole;
  is_minor: number;
  pseudonym: string;
  is_chosen: number;
};

/** Two ways to write a name are one name: width, traditional characters, blanks. */
export function nameKey(name: string): string {
  return fold(name).replaceAll(/\s+/gu, '');
}

/** The parties of these records, in the order they were added. */
export function partiesOf(db: Database, recordNumbers: readonly number[]): PartyRow[] {
  return db
    .prepare(
      `SELECT id, record_number, name, name_key, role, is_minor, pseudonym, is_chosen FROM parties
       WHERE record_number IN (SELECT value FROM json_each(?)) ORDER BY added_at, id`,
    )
    .all(JSON.stringify(recordNumbers)) as PartyRow[];
}

/** The parties of all records, in the order they were added. */
export function allParties(db: Database): PartyRow[] {
  return db
    .prepare(
      `SELECT id, record_number, name, name_key, role, is_minor, pseudonym, is_chosen FROM parties
       ORDER BY added_at, id`,
    )
    .all() as PartyRow[];
}

/** Fails: `record-not-found`. */
export function recordNumber(db: Database, id: RecordId): number {
  const number = preparedValue<number>(db, 'SELECT number FROM records WHERE id = ?').get(id);
  if (typeof number !== 'number') throw new Failure('record-not-found');
  return number;
}
