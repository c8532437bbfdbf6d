import type { Database } from 'better-sqlite3';
import type { KnownName } from '../../../shared/preflight/finding.ts';
import { bareName, namesStandingIn } from '../../../shared/preflight/find-party-names.ts';
import { suggestPseudonym } from '../../../shared/text/parties/pseudonym.ts';
import { matterOf } from '../parties/matter.ts';
import { allParties, nameKey, partiesOf } from '../parties/party-row.ts';
import { pseudonymStyle } from '../parties/pseudonym-style.ts';

/** Of matters that have nothing to do with what leaves: two characters stand too often in other words. */
const SHORTEST_OF_OTHERS = 3;

/**
 * The real names that must not leave with a record: of its own matter, of the matters of everything that leaves with it, since
 * one text may speak of another's people, and whoever else of the workspace stands in `text`, all that leaves of the record. The
 * own matter's pseudonym is the one that counts.
 */
export function knownNames(
  db: Database,
  own: number,
  together: readonly number[],
  text: string,
): { names: KnownName[]; suggest: (name: string) => string } {
  const matter = new Set(matterOf(db, own));
  const others = together.flatMap((number) => matterOf(db, number));
  const rows = partiesOf(db, [...new Set([...matter, ...others])]);
  const first = new Map<string, KnownName>();
  const sorted = rows.toSorted(
    (one, other) => Number(matter.has(other.record_number)) - Number(matter.has(one.record_number)),
  );
  for (const { name, name_key, pseudonym, is_minor } of sorted) {
    const isMinor = is_minor === 1;
    const known = first.get(name_key);
    if (known === undefined) first.set(name_key, { name, pseudonym, isMinor });
    else known.isMinor ||= isMinor;
  }
  const names = [...first.values()];
  const suggest = suggesting(names, db);
  names.push(...strangersIn(db, text, names, suggest));
  return { names, suggest };
}

function strangersIn(
  db: Database,
  text: string,
  near: readonly KnownName[],
  suggest: (name: string) => string,
): KnownName[] {
  const known = new Set(near.map(({ name }) => nameKey(name)));
  const taken = new Set(near.map(({ pseudonym }) => pseudonym));
  const far = allParties(db).filter(
    ({ name, name_key }) =>
      !known.has(name_key) && Array.from(bareName(name)).length >= SHORTEST_OF_OTHERS,
  );
  const strangers = new Map<string, KnownName>();
  for (const { name, name_key, pseudonym, is_minor } of namesStandingIn(text, far)) {
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
function suggesting(names: readonly KnownName[], db: Database): (name: string) => string {
  const style = pseudonymStyle(db);
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
