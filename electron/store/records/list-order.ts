import type { RecordOrder } from '../../../shared/contract/records.ts';

/** A minus: the other way. Each is the order of an index, which also says the kind and the status: no row is looked into. */
const orders: Readonly<Record<RecordOrder, { index: string; columns: readonly string[] }>> = {
  changed: { index: 'records_by_change', columns: ['changed_at', 'number'] },
  created: { index: 'records_by_creation', columns: ['created_at', 'kind', 'number'] },
  title: { index: 'records_by_title', columns: ['title_key', 'kind', 'number'] },
  kind: { index: 'records_by_kind', columns: ['kind', '-changed_at', '-number'] },
  status: { index: 'records_by_status', columns: ['status', 'kind', 'number'] },
  charge: { index: 'records_by_charge', columns: ['first_charge', 'kind', 'number'] },
  function: { index: 'records_by_function', columns: ['first_function', 'kind', 'number'] },
  'right-type': { index: 'records_by_right', columns: ['first_right', 'kind', 'number'] },
  region: { index: 'records_by_region', columns: ['region', 'kind', 'number'] },
  'case-number': { index: 'records_by_case_number', columns: ['first_number', 'kind', 'number'] },
  characters: { index: 'records_by_length', columns: ['characters', 'kind', 'number'] },
  completeness: { index: 'records_by_completeness', columns: ['completeness', 'kind', 'number'] },
  tag: { index: 'records_by_tag', columns: ['first_tag', 'kind', 'number'] },
};

export type ListOrder = { order: RecordOrder; isDescending: boolean };

/** The `ORDER BY`, and the index that has it ready. */
export function orderOf({ order, isDescending }: ListOrder): { by: string; index: string } {
  const { index, columns } = orders[order];
  const by = columns.map((column) =>
    column.startsWith('-')
      ? `${column.slice(1)} ${isDescending ? 'ASC' : 'DESC'}`
      : `${column} ${isDescending ? 'DESC' : 'ASC'}`,
  );
  return { index, by: by.join(', ') };
}
