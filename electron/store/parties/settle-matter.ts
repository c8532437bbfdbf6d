import type { Database } from 'better-sqlite3';
import type { RecordId } from '../../../shared/contract/records.ts';
import { revealsName, suggestPseudonym } from '../../../shared/text/parties/pseudonym.ts';
import { matterOf } from './matter.ts';
import { nameKey, partiesOf, recordNumber, type PartyRow } from './party-row.ts';
import { pseudonymStyle } from './pseudonym-style.ts';

/** See `parties.settle`. Answers how many entries changed. */
export function settleMatter(db: Database, id: RecordId): number {
  const settle = db.transaction(() => {
    const rows = partiesOf(db, matterOf(db, recordNumber(db, id)));
    const style = pseudonymStyle(db);
    const settled = new Map<string, { pseudonym: string; isChosen: boolean }>();
    const used = new Set<string>();
    for (const row of firstOfEach(rows)) {
      const isMinor = rows.some((one) => one.name_key === row.name_key && one.is_minor === 1);
      const isKept =
        !used.has(nameKey(row.pseudonym)) && !(isMinor && revealsName(row.name, row.pseudonym));
      const taken = Array.from(settled.values(), (one) => ({ ...one, isChosen: true }));
      const one = isKept
        ? { pseudonym: row.pseudonym, isChosen: row.is_chosen === 1 }
        : { ...suggestPseudonym(row.name, taken, { style, isMinor }), isChosen: false };
      settled.set(row.name_key, one);
      used.add(nameKey(one.pseudonym));
    }
    const update = db.prepare('UPDATE parties SET pseudonym = ?, is_chosen = ? WHERE id = ?');
    const changed = rows.filter((row) => row.pseudonym !== settled.get(row.name_key)?.pseudonym);
    for (const row of changed) {
      const one = settled.get(row.name_key);
      if (one !== undefined) update.run(one.pseudonym, Number(one.isChosen), row.id);
    }
    return changed.length;
  });
  return settle.immediate();
}

/** Of each name the entry that was chosen first, else the one that was there first. */
function firstOfEach(rows: readonly PartyRow[]): PartyRow[] {
  const first = new Map<string, PartyRow>();
  for (const row of [...rows.filter((one) => one.is_chosen === 1), ...rows]) {
    if (!first.has(row.name_key)) first.set(row.name_key, row);
  }
  return Array.from(first.values());
}
