import type { Database } from 'better-sqlite3';
import type { OutputOf } from '../../../shared/contract/define.ts';
import type {
  MatterRecord,
  Party,
  PseudonymClash,
  SuggestedParty,
  parties,
} from '../../../shared/contract/parties.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { sectionText } from '../../../shared/document/tree.ts';
import { shortForms } from '../../../shared/text/parties/short-forms.ts';
import { namedParties } from '../../../shared/text/parties/named-parties.ts';
import { storedDocument } from '../records/record-row.ts';
import { matterOf } from './matter.ts';
import { nameKey, partiesOf, recordNumber, type PartyRow } from './party-row.ts';
import { pseudonymStyle } from './pseudonym-style.ts';

const MOST_SHOWN = 100;

/** See `parties.list`. */
export function listParties(
  db: Database,
  id: RecordId,
): OutputOf<(typeof parties)['parties.list']> {
  const number = recordNumber(db, id);
  const matter = matterOf(db, number);
  const rows = partiesOf(db, matter);
  const own = rows.filter((row) => row.record_number === number);
  return {
    parties: own.map((row) => partyOf(row, rows)),
    suggested: suggestedFor(db, number, own, rows),
    matter: matterRecords(db, number, matter),
    style: pseudonymStyle(db),
  };
}

function partyOf(row: PartyRow, matter: readonly PartyRow[]): Party {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    isMinor: row.is_minor === 1,
    pseudonym: row.pseudonym,
    isChosen: row.is_chosen === 1,
    clash: clashOf(row, matter),
  };
}

function clashOf(row: PartyRow, matter: readonly PartyRow[]): PseudonymClash | null {
  const isName = (other: PartyRow) => other.name_key === row.name_key;
  const isPseudonym = (other: PartyRow) => nameKey(other.pseudonym) === nameKey(row.pseudonym);
  if (matter.some((other) => isName(other) && !isPseudonym(other))) return 'differs';
  return matter.some((other) => !isName(other) && isPseudonym(other)) ? 'shared' : null;
}

function suggestedFor(
  db: Database,
  number: number,
  own: readonly PartyRow[],
  matter: readonly PartyRow[],
): SuggestedParty[] {
  const known = new Set(own.flatMap((row) => [row.name_key, ...shortForms(row.name).map(nameKey)]));
  const suggested: SuggestedParty[] = [];
  const suggest = (one: SuggestedParty) => {
    const key = nameKey(one.name);
    if (known.has(key) || suggested.length >= MOST_SHOWN) return;
    known.add(key);
    suggested.push(one);
  };
  for (const { name, role } of namedParties(textOf(db, number))) {
    suggest({ name, role, from: 'text' });
  }
  for (const { name, role } of matter) suggest({ name, role, from: 'matter' });
  return suggested;
}

function textOf(db: Database, number: number): string {
  const row = db.prepare('SELECT title, document FROM records WHERE number = ?').get(number) as {
    title: string;
    document: string;
  };
  const { sections } = storedDocument(row.document);
  return [row.title, ...sections.map(sectionText)].join('\n');
}

function matterRecords(db: Database, number: number, matter: readonly number[]): MatterRecord[] {
  const rows = db
    .prepare(
      `SELECT id, title, EXISTS (
           SELECT 1 FROM matter_links WHERE one = min(records.number, @number) AND other = max(records.number, @number)
         ) AS is_linked
       FROM records WHERE number <> @number AND trashed_at IS NULL
         AND number IN (SELECT value FROM json_each(@matter)) ORDER BY number LIMIT ${MOST_SHOWN}`,
    )
    .all({ number, matter: JSON.stringify(matter) }) as {
    id: RecordId;
    title: string;
    is_linked: number;
  }[];
  return rows.map(({ id, title, is_linked }) => ({ id, title, isLinked: is_linked === 1 }));
}
