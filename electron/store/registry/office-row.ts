import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import {
  RegistryId,
  type OfficeFields,
  type RegistryOffice,
} from '../../../shared/contract/registry.ts';
import { Failure } from '../../../shared/errors.ts';
import { officeKey } from '../../../shared/registry/office-key.ts';
import { codeName } from '../../../shared/templates/code-lists/index.ts';
import { fold } from '../../../shared/text/fold.ts';
import { titleKey } from '../records/title-key.ts';

export const MOST_OFFICES = 10_000;

export type OfficeRow = {
  number: number;
  id: RegistryId;
  name: string;
  region: RegistryOffice['region'];
  level: RegistryOffice['level'];
  batches: string;
  provincial: string;
  zone: string;
  contacts: string;
  notes: string;
  card_office_id: string | null;
  is_sample: number;
  version: number;
  changed_at: number;
};

export const SELECT_OFFICES = `
  SELECT number, id, name, region, level, batches, provincial, zone, contacts, notes, card_office_id, is_sample, version, changed_at
  FROM registry_offices`;

export function toRegistryOffice(row: OfficeRow): RegistryOffice {
  return {
    id: row.id,
    name: row.name,
    region: row.region,
    level: row.level,
    batches: batchesOfRow(row.batches),
    provincial: row.provincial,
    demonstrationZone: row.zone,
    contacts: JSON.parse(row.contacts) as RegistryOffice['contacts'],
    notes: row.notes,
    cardOfficeId: row.card_office_id,
    isSample: row.is_sample !== 0,
    version: row.version,
    changedAt: row.changed_at,
  };
}

export function batchesOfRow(batches: string): RegistryOffice['batches'] {
  return batches.split(',').filter(Boolean) as RegistryOffice['batches'];
}

/** Fails: `registry-office-not-found`. */
export function findRegistryOffice(db: Database, id: RegistryId): OfficeRow {
  const row = db.prepare<[string], OfficeRow>(`${SELECT_OFFICES} WHERE id = ?`).get(id);
  if (row === undefined) throw new Failure('registry-office-not-found');
  return row;
}

/** Fails: `registry-name-taken`, `registry-full`. Call it in a transaction. */
export function insertOffice(
  db: Database,
  fields: OfficeFields,
  now: number,
  isSample = false,
): RegistryId {
  const count = db.prepare('SELECT count(*) FROM registry_offices').pluck().get() as number;
  if (count >= MOST_OFFICES) throw new Failure('registry-full', { most: MOST_OFFICES });
  refuseTwin(db, fields.name, null);
  const id = RegistryId.parse(uuidv7({ msecs: now }));
  db.prepare(
    `INSERT INTO registry_offices (id, name, name_key, sort_key, region, level, batches, provincial, zone, contacts, notes,
       search_text, is_sample, changed_at)
     VALUES (@id, @name, @name_key, @sort_key, @region, @level, @batches, @provincial, @zone, @contacts, @notes,
       @search_text, @is_sample, @changed_at)`,
  ).run({ ...columnsOf(fields), id, is_sample: isSample ? 1 : 0, changed_at: now });
  return id;
}

/** Fails: `registry-name-taken`. Call it in a transaction. */
export function updateOffice(
  db: Database,
  id: RegistryId,
  fields: OfficeFields,
  now: number,
): number {
  refuseTwin(db, fields.name, id);
  return db
    .prepare(
      `UPDATE registry_offices SET name = @name, name_key = @name_key, sort_key = @sort_key, region = @region, level = @level,
         batches = @batches, provincial = @provincial, zone = @zone, contacts = @contacts, notes = @notes,
         search_text = @search_text, version = version + 1, changed_at = @changed_at
       WHERE id = @id RETURNING version`,
    )
    .pluck()
    .get({ ...columnsOf(fields), id, changed_at: now }) as number;
}

function refuseTwin(db: Database, name: string, except: RegistryId | null): void {
  const twin = db
    .prepare('SELECT name FROM registry_offices WHERE name_key = ? AND id IS NOT ?')
    .pluck()
    .get(officeKey(name), except);
  if (typeof twin === 'string') throw new Failure('registry-name-taken', { name: twin });
}

function columnsOf(fields: OfficeFields): Record<string, string | null> {
  const contacts = fields.contacts.filter(({ name, phone }) => name !== '' || phone !== '');
  const words = [
    fields.name,
    codeName('region', fields.region, 'zh-CN'),
    fields.provincial,
    fields.demonstrationZone,
    ...contacts.flatMap(({ name, phone }) => [name, phone]),
    fields.notes,
  ];
  return {
    name: fields.name,
    name_key: officeKey(fields.name),
    sort_key: titleKey(fields.name),
    region: fields.region,
    level: fields.level,
    batches:
      fields.batches.length === 0 ? '' : `,${[...new Set(fields.batches)].toSorted().join(',')},`,
    provincial: fields.provincial,
    zone: fields.demonstrationZone,
    contacts: JSON.stringify(contacts),
    notes: fields.notes,
    search_text: fold(words.join('\n')).toLowerCase(),
  };
}
