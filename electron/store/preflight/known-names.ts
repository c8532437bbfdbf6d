import type { Database } from 'better-sqlite3';
import type { KnownName } from '../../../shared/preflight/finding.ts';
import { suggestPseudonym } from '../../../shared/text/parties/pseudonym.ts';
import { matterOf } from '../parties/matter.ts';
import { nameKey, partiesOf } from '../parties/party-row.ts';
import { pseudonymStyle } from '../parties/pseudonym-style.ts';

/**
 * The real names that must not leave with a record: of its own matter, and of the matters of everything that leaves with it,
 * since one text may speak of another's people. The own matter's pseudonym is the one that counts.
 */
export function knownNames(
  db: Database,
  own: number,
  together: readonly number[],
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
  return { names, suggest: suggesting(names, db) };
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
