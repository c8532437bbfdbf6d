import { createHash } from 'node:crypto';
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

/** Places in the list of the names of other matters that has this key. */
export type Standing = { key: string | null; at: readonly number[] };
export type KnownNames = { names: KnownName[]; suggest: (name: string) => string };
/** The names of what leaves together, worked out once for all of it. */
export type NameTable = {
  /** Of the list of the names of other matters; empty if there is nobody in it. */
  key: () => string;
  /** Which of that list stand in a text: their places in the list, which hold as long as its key. */
  standingIn: (words: string) => number[];
  /** `own`: the number of a record; `text`: all that leaves of it; `standing`: in files that leave with it. */
  of: (own: number, text: string, standing?: Standing) => KnownNames;
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
    key: () => now().farKey,
    standingIn: (words) => now().farIn(words),
    of(own, text, { key, at: standing } = { key: null, at: [] }) {
      const names = now();
      if (key !== null && key !== names.farKey) throw new Error('names were written meanwhile');
      return namesOf(names, own, [...names.farIn(text), ...standing]);
    },
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
  /** Of other matters. */
  far: readonly PartyRow[];
  farKey: string;
  /** The places in `far` of those that stand in a text. */
  farIn: (text: string) => number[];
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
    far,
    farKey: far.length === 0 ? '' : keyOf(far),
    farIn: placesOf(far),
    suggesting: (names) => suggesting(names, style),
  };
}

function keyOf(far: readonly PartyRow[]): string {
  const digest = createHash('sha256');
  for (const { name } of far) digest.update(`${name}\n`);
  return digest.digest('hex');
}

function placesOf(far: readonly PartyRow[]): (text: string) => number[] {
  if (far.length === 0) return () => [];
  const standing = namesStanding(far.map(({ name }, at) => ({ name, at })));
  return (text) => standing(text).map(({ at }) => at);
}

function namesOf(
  { matters, rows, far, suggesting: ways }: Held,
  own: number,
  standing: readonly number[],
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
  const inOrder = [...new Set(standing)].toSorted((a, b) => a - b).flatMap((at) => far[at] ?? []);
  return { names: [...near, ...strangersIn(inOrder, near, suggest)], suggest };
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
