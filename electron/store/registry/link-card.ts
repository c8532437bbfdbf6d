import type { Database } from 'better-sqlite3';
import type { OutputOf } from '../../../shared/contract/define.ts';
import type { RegistryId, registry } from '../../../shared/contract/registry.ts';
import { Failure } from '../../../shared/errors.ts';
import { likenessOfOffices } from '../../../shared/registry/office-key.ts';
import { adoptFigures } from '../caseload/figures.ts';
import { enrolledOffices } from '../points/offices.ts';
import { findRegistryOffice } from './office-row.ts';

const LEAST_LIKENESS = 0.45;
const MOST_SUGGESTIONS = 3;

/** See `registry.link`. What the card's office sent of figures goes over to the office. */
export function linkCard(db: Database, id: RegistryId, cardOfficeId: string | null): void {
  findRegistryOffice(db, id);
  if (cardOfficeId !== null && !enrolledOffices(db).some((office) => office.id === cardOfficeId)) {
    throw new Failure('recipient-not-enrolled');
  }
  db.transaction(() => {
    if (cardOfficeId !== null) {
      db.prepare('UPDATE registry_offices SET card_office_id = NULL WHERE card_office_id = ?').run(
        cardOfficeId,
      );
      adoptFigures(db, cardOfficeId, id);
    }
    db.prepare('UPDATE registry_offices SET card_office_id = ? WHERE id = ?').run(cardOfficeId, id);
  }).immediate();
}

/** See `registry.unlinkedCards`. */
export function unlinkedCards(db: Database): OutputOf<(typeof registry)['registry.unlinkedCards']> {
  const linked = new Set(
    db
      .prepare('SELECT card_office_id FROM registry_offices WHERE card_office_id IS NOT NULL')
      .pluck()
      .all(),
  );
  const free = db
    .prepare('SELECT id, name FROM registry_offices WHERE card_office_id IS NULL')
    .all() as { id: RegistryId; name: string }[];
  const items = enrolledOffices(db)
    .filter(({ id }) => !linked.has(id))
    .map(({ id, name }) => ({
      cardOfficeId: id,
      name,
      suggestions: free
        .map((office) => ({ ...office, likeness: likenessOfOffices(office.name, name) }))
        .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
        .toSorted((one, other) => other.likeness - one.likeness)
        .slice(0, MOST_SUGGESTIONS),
    }));
  return { items };
}
