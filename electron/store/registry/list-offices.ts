import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { registry } from '../../../shared/contract/registry.ts';
import { fold } from '../../../shared/text/fold.ts';
import { SELECT_OFFICES, toRegistryOffice, type OfficeRow } from './office-row.ts';

type List = (typeof registry)['registry.list'];

const orders = {
  region: 'region, sort_key, number',
  name: 'sort_key, number',
  changed: 'changed_at DESC, number DESC',
} as const;

/** See `registry.list`. A few thousand rows at most: they are looked through as they are. */
export function listOffices(db: Database, input: InputOf<List>): OutputOf<List> {
  const conditions = ['1'];
  const values: string[] = [];
  for (const word of fold(input.text).toLowerCase().split(/\s+/u).filter(Boolean).slice(0, 20)) {
    conditions.push('instr(search_text, ?) > 0');
    values.push(word);
  }
  const anyOf = (column: string, codes: readonly string[]) => {
    if (codes.length === 0) return;
    conditions.push(`${column} IN (${codes.map(() => '?').join(', ')})`);
    values.push(...codes);
  };
  anyOf('region', input.regions);
  anyOf('level', input.levels);
  if (input.batches.length > 0) {
    conditions.push(
      `(${input.batches.map((batch) => (batch === 'none' ? "batches = ''" : 'instr(batches, ?) > 0')).join(' OR ')})`,
    );
    values.push(...input.batches.filter((batch) => batch !== 'none').map((batch) => `,${batch},`));
  }
  if (input.isLinked !== undefined)
    conditions.push(`card_office_id IS ${input.isLinked ? 'NOT NULL' : 'NULL'}`);
  if (input.isInZone !== undefined) conditions.push(`zone ${input.isInZone ? '<>' : '='} ''`);
  const where = conditions.join(' AND ');
  const total = db
    .prepare(`SELECT count(*) FROM registry_offices WHERE ${where}`)
    .pluck()
    .get(...values) as number;
  const rows = db
    .prepare(`${SELECT_OFFICES} WHERE ${where} ORDER BY ${orders[input.order]} LIMIT ? OFFSET ?`)
    .all(...values, input.limit, input.offset) as OfficeRow[];
  return { items: rows.map(toRegistryOffice), offset: input.offset, total };
}

/** See `registry.counts`. */
export function countOffices(db: Database): OutputOf<(typeof registry)['registry.counts']> {
  const grouped = (column: string, condition = '1') => {
    const rows = db
      .prepare(
        `SELECT ${column} AS code, count(*) AS count FROM registry_offices WHERE ${condition} GROUP BY 1`,
      )
      .all() as { code: string; count: number }[];
    return Object.fromEntries(rows.map(({ code, count }) => [code, count]));
  };
  const count = (condition: string) =>
    db.prepare(`SELECT count(*) FROM registry_offices WHERE ${condition}`).pluck().get() as number;
  return {
    total: count('1'),
    byRegion: grouped('region'),
    byLevel: grouped('level', 'level IS NOT NULL'),
    byBatch: {
      '2022': count("instr(batches, ',2022,') > 0"),
      '2024': count("instr(batches, ',2024,') > 0"),
      other: count("instr(batches, ',other,') > 0"),
      none: count("batches = ''"),
    },
    unlinked: count('card_office_id IS NULL'),
    samples: count('is_sample = 1'),
  };
}
