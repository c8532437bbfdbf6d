import type { Database } from 'better-sqlite3';
import type { Office } from '../../../shared/contract/points.ts';
import type { WorkspaceKind } from '../../../shared/contract/workspace.ts';
import { readFingerprint } from './fingerprint.ts';

type OfficeRow = {
  fingerprint: string;
  office_id: string;
  name: string;
  kind: WorkspaceKind;
  card_version: number;
  card: string;
  signing_public: Buffer;
  signing_key_id: Buffer;
  age_recipient: string;
  enrolled_at: number;
  is_colleague: number;
};

/** An enrolled office with the card in force. */
export type EnrolledOffice = Office & {
  card: string;
  signingKey: { public: Uint8Array; keyId: Uint8Array };
  ageRecipient: string;
};

export function enrolledOffices(db: Database): EnrolledOffice[] {
  return db
    .prepare<[], OfficeRow>(
      'SELECT * FROM office_cards WHERE superseded_at IS NULL ORDER BY enrolled_at, office_id',
    )
    .all()
    .map(toEnrolled);
}

/** Offices under cards that were replaced or revoked: what they signed is known, and nothing new of it is accepted. */
export function formerOffices(db: Database): EnrolledOffice[] {
  return db
    .prepare<[], OfficeRow>(
      'SELECT * FROM office_cards WHERE superseded_at IS NOT NULL ORDER BY superseded_at DESC',
    )
    .all()
    .map(toEnrolled);
}

function toEnrolled(row: OfficeRow): EnrolledOffice {
  return {
    id: row.office_id,
    name: row.name,
    kind: row.kind,
    fingerprint: row.fingerprint,
    cardVersion: row.card_version,
    enrolledAt: row.enrolled_at,
    isColleague: row.is_colleague !== 0,
    card: row.card,
    signingKey: { public: row.signing_public, keyId: row.signing_key_id },
    ageRecipient: row.age_recipient,
  };
}

/** The enrolled office that an id, a fingerprint or a name stands for. A name that two offices share stands for neither. */
export function findOffice(db: Database, to: string): EnrolledOffice | null {
  const offices = enrolledOffices(db);
  const fingerprint = readFingerprint(to);
  const exact = offices.find((office) => office.id === to || office.fingerprint === fingerprint);
  if (exact !== undefined) return exact;
  const named = offices.filter((office) => office.name === to.trim());
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** What the contract shows of an office. */
export function toOffice(office: EnrolledOffice): Office {
  const { id, name, kind, fingerprint, cardVersion, enrolledAt, isColleague } = office;
  return { id, name, kind, fingerprint, cardVersion, enrolledAt, isColleague };
}
