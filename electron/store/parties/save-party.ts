import type { Database } from 'better-sqlite3';
import { v7 } from 'uuid';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import { PartyId, type parties } from '../../../shared/contract/parties.ts';
import type { RecordId, RecordKind } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { isOthers } from '../inbox/is-others.ts';
import { templates } from '../../../shared/templates/index.ts';
import { revealsName, suggestPseudonym } from '../../../shared/text/parties/pseudonym.ts';
import { matterOf } from './matter.ts';
import { nameKey, partiesOf, type PartyRow } from './party-row.ts';
import { pseudonymStyle } from './pseudonym-style.ts';

const MOST_PARTIES = 500;
type Save = (typeof parties)['parties.save'];
type Input = InputOf<Save>;

/** See `parties.save`. */
export function saveParty(db: Database, input: Input, now: number): OutputOf<Save> {
  const save = db.transaction(() => {
    const number = changeableRecord(db, input.recordId);
    const matter = matterOf(db, number);
    const known = partiesOf(db, matter);
    const own = known.filter((row) => row.record_number === number);
    const before = own.find(({ id }) => id === input.id);
    if (input.id !== null && before === undefined) throw new Failure('party-not-found');
    if (before === undefined && own.length >= MOST_PARTIES) throw new Failure('parties-too-many');
    const key = nameKey(input.name);
    if (own.some((row) => row.name_key === key && row.id !== input.id)) {
      throw new Failure('party-name-taken');
    }
    const isMinor = input.isMinor || input.role === 'minor';
    const found = pseudonymFor(db, { ...input, isMinor }, key, known, before);
    const id = before?.id ?? PartyId.parse(v7());
    db.prepare(
      `INSERT INTO parties (id, record_number, name, name_key, role, is_minor, pseudonym, is_chosen, added_at)
       VALUES (@id, @number, @name, @key, @role, @isMinor, @pseudonym, @isChosen, @now)
       ON CONFLICT (id) DO UPDATE SET name = @name, name_key = @key, role = @role, is_minor = @isMinor,
         pseudonym = @pseudonym, is_chosen = @isChosen`,
    ).run({
      id,
      number,
      name: input.name,
      key,
      role: input.role,
      isMinor: Number(isMinor),
      pseudonym: found.pseudonym,
      isChosen: Number(found.isChosen),
      now,
    });
    const spread = db.prepare(
      `UPDATE parties SET pseudonym = @pseudonym, is_chosen = @isChosen, is_minor = max(is_minor, @isMinor)
       WHERE name_key = @key AND record_number IN (SELECT value FROM json_each(@matter))`,
    );
    const matterText = JSON.stringify(matter);
    spread.run({
      pseudonym: found.pseudonym,
      isChosen: Number(found.isChosen),
      isMinor: Number(isMinor),
      key,
      matter: matterText,
    });
    const renamed = found.renamed.map((row) => {
      spread.run({ pseudonym: row.to, isChosen: 0, isMinor: 0, key: row.key, matter: matterText });
      return { name: row.name, pseudonym: row.to };
    });
    return { id, pseudonym: found.pseudonym, renamed };
  });
  return save.immediate();
}

type Found = {
  pseudonym: string;
  isChosen: boolean;
  renamed: { key: string; name: string; to: string }[];
};

function pseudonymFor(
  db: Database,
  input: Input,
  key: string,
  known: readonly PartyRow[],
  before: PartyRow | undefined,
): Found {
  const others = known.filter((row) => row.name_key !== key && row.id !== input.id);
  const same = known.find((row) => row.name_key === key && row.id !== input.id);
  const isRevealing = (one: string) => input.isMinor && revealsName(input.name, one);
  if (input.pseudonym !== null) {
    if (isRevealing(input.pseudonym)) throw new Failure('party-minor-recognisable');
    const isTaken = others.some((row) => nameKey(row.pseudonym) === nameKey(input.pseudonym ?? ''));
    if (isTaken) throw new Failure('party-pseudonym-taken');
    const isChosen = input.pseudonym !== before?.pseudonym || before.is_chosen === 1;
    return { pseudonym: input.pseudonym, isChosen, renamed: [] };
  }
  if (same !== undefined && !isRevealing(same.pseudonym)) {
    return { pseudonym: same.pseudonym, isChosen: same.is_chosen === 1, renamed: [] };
  }
  const taken = others.map((row) => ({ pseudonym: row.pseudonym, isChosen: row.is_chosen === 1 }));
  const { pseudonym, rename } = suggestPseudonym(input.name, taken, {
    style: pseudonymStyle(db),
    isMinor: input.isMinor,
  });
  const first = others.find((row) => row.pseudonym === rename?.from);
  const renamed =
    rename === null || first === undefined
      ? []
      : [{ key: first.name_key, name: first.name, to: rename.to }];
  return { pseudonym, isChosen: false, renamed };
}

/** Fails: `record-not-found`, `record-read-only`, `record-in-trash`. */
function changeableRecord(db: Database, id: RecordId): number {
  const row = db.prepare('SELECT number, kind, trashed_at FROM records WHERE id = ?').get(id) as
    | { number: number; kind: RecordKind; trashed_at: number | null }
    | undefined;
  if (row === undefined) throw new Failure('record-not-found');
  if (templates[row.kind].isReadOnly || isOthers(db, row.number))
    throw new Failure('record-read-only');
  if (row.trashed_at !== null) throw new Failure('record-in-trash');
  return row.number;
}
