import type { Database } from 'better-sqlite3';
import type { KnownName } from '../../../shared/preflight/finding.ts';
import { bareName, namesStanding } from '../../../shared/preflight/find-party-names.ts';
import { withShortForms } from '../../../shared/preflight/with-short-forms.ts';
import { suggestPseudonym, type PseudonymStyle } from '../../../shared/text/parties/pseudonym.ts';
import { mattersOf } from '../parties/matter.ts';
import { allParties, nameKey, partiesOf, type PartyRow } from '../parties/party-row.ts';
import { pseudonymStyle } from '../parties/pseudonym-style.ts';

/** Of matters that have nothing to do with what leaves: two characters stand too often in other words. */
const SHORTEST_OF_OTHERS = 3;

export type KnownNames = { names: KnownName[]; suggest: (name: string) => string };
/** The names of what leaves together, worked out once for all of it. */
export type NameTable = {
  /** `own`: the number of a record; `text`: all that leaves of it. */
  of: (own: number, text: string) => KnownNames;
  /** For what the program itself writes meanwhile, which changes no name. */
  whileWriting: <Value>(write: () => Value) => Value;
};

/**
 * The real names that must not leave with a record: of its own matter, of the matters of everything that leaves with it, since
 * one text may speak of another's people, and whoever else of the workspace stands in the text. The
 * own matter's pseudonym is the one that counts. Whatever is written to the database meanwhile, a party perhaps, makes the table
 * be worked out again.
 */
export function openNames(db: Database, together: readonly number[]): NameTable {
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  // Counts what other connections write.
  const version = () =>
    `${changes.get() ?? 0} ${String(db.pragma('data_version', { simple: true }))}`;
  let at = version();
  let held: Held | null = null;
  const now = (): Held => {
    if (version() !== at) held = null;
    at = version();
    return (held ??= hold(db, together));
  };
  return {
    of: (own, text) => namesOf(now(), own, text),
    whileWriting(write) {
      const before = version();
      const value = write();
      // What was right before is right still; what was not is found out next time.
      if (before === at) at = version();
      return value;
    },
  };
}

type Held = {
  matters: ReadonlyMap<number, readonly number[]>;
  rows: readonly PartyRow[];
  /** Of the parties of other matters those that stand in a text. */
  farIn: (text: string) => PartyRow[];
  suggesting: (names: readonly KnownName[]) => (name: string) => string;
};

function hold(db: Database, together: readonly number[]): Held {
  const matters = mattersOf(db, together);
  const near = [...new Set([...matters.values()].flat())];
  const far = allParties(db).filter(
    ({ name }) => Array.from(bareName(name)).length >= SHORTEST_OF_OTHERS,
  );
  const style = pseudonymStyle(db);
  return {
    matters,
    rows: partiesOf(db, near),
    farIn: namesStanding(far),
    suggesting: (names) => suggesting(names, style),
  };
}

function namesOf(
  { matters, rows, farIn, suggesting: ways }: Held,
  own: number,
  text: string,
): KnownNames {
  const matter = new Set(matters.get(own) ?? [own]);
  const first = new Map<string, KnownName>();
  const isOwn = ({ record_number: number }: PartyRow) => matter.has(number);
  for (const row of [...rows.filter(isOwn), ...rows.filter((one) => !isOwn(one))]) {
    const isMinor = row.is_minor === 1;
    const known = first.get(row.name_key);
    if (known === undefined) {
      first.set(row.name_key, { name: row.name, pseudonym: row.pseudonym, isMinor });
    } else known.isMinor ||= isMinor;
  }
  const near = withShortForms([...first.values()]);
  const suggest = ways(near);
  return { names: [...near, ...strangersIn(farIn(text), near, suggest)], suggest };
}

function strangersIn(
  standing: readonly PartyRow[],
  near: readonly KnownName[],
  suggest: (name: string) => string,
): KnownName[] {
  const known = new Set(near.map(({ name }) => nameKey(name)));
  const taken = new Set(near.map(({ pseudonym }) => pseudonym));
  const strangers = new Map<string, KnownName>();
  for (const { name, name_key, pseudonym, is_minor } of standing) {
    if (known.has(name_key)) continue;
    const before = strangers.get(name_key);
    const isMinor = is_minor === 1 || before?.isMinor === true;
    // Two people must not become one: another matter may have given its people the same names.
    const own = before?.pseudonym ?? (taken.has(pseudonym) ? suggest(name) : pseudonym);
    taken.add(own);
    strangers.set(name_key, { name, pseudonym: own, isMinor });
  }
  return [...strangers.values()];
}

/** Each new name another pseudonym, the same name the same. */
function suggesting(names: readonly KnownName[], style: PseudonymStyle): (name: string) => string {
  const taken = names.map(({ pseudonym }) => ({ pseudonym, isChosen: true }));
  const given = new Map<string, string>();
  return (name) => {
    const key = nameKey(name);
    const known = given.get(key);
    if (known !== undefined) return known;
    const { pseudonym } = suggestPseudonym(name, taken, { style, isMinor: false });
    taken.push({ pseudonym, isChosen: true });
    given.set(key, pseudonym);
    return pseudonym;
  };
}
