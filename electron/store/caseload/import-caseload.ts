import type { Database } from 'better-sqlite3';
import type { Figure } from '../../../shared/caseload/caseload-csv.ts';
import {
  caseloadKindNamed,
  compareKinds,
  isCaseloadKind,
  MOST_FIGURE,
} from '../../../shared/caseload/kinds.ts';
import { periodNamed } from '../../../shared/caseload/period.ts';
import type { caseload } from '../../../shared/contract/caseload.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import { Failure } from '../../../shared/errors.ts';
import { officeKey } from '../../../shared/registry/office-key.ts';
import { officeColumns } from '../../../shared/registry/read-office-row.ts';
import {
  cellOf,
  findColumns,
  type Columns,
  type TableRow,
} from '../../../shared/tables/columns.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { readTable } from '../tables/read-table.ts';
import { figuresOf, setFigures } from './figures.ts';

type Preview = OutputOf<(typeof caseload)['caseload.preview']>;
type Row = Preview['rows'][number];
type Wrong = Extract<Row, { state: 'wrong' }>;
type Import = (typeof caseload)['caseload.import'];
type Fine = Extract<Row, { figures: unknown }> & { officeId: string };

const names = {
  name: officeColumns.name,
  period: ['期间', '统计期间', '时期', '年度', '季度', 'period'],
} as const;
type Column = keyof typeof names;
/** Columns that describe the office and are no figures. */
const beside = new Set(
  [
    '序号',
    '编号',
    '地区',
    '省份',
    '层级',
    '批次',
    '备注',
    '合计',
    '总计',
    ...officeColumns.region,
    ...officeColumns.notes,
  ].map((name) => name.toLowerCase()),
);

/** See `caseload.preview`. */
export async function previewCaseload(
  db: Database,
  { file, period }: InputOf<(typeof caseload)['caseload.preview']>,
): Promise<Preview> {
  const { digest, kinds, rows } = await planCaseload(db, file, period);
  const shown = rows.map((row): Row => {
    if (row.state === 'wrong') return row;
    const { officeId: _office, ...rest } = row;
    return rest;
  });
  return { digest, kinds, rows: shown };
}

/** See `caseload.import`. */
export async function importCaseload(
  db: Database,
  clock: Clock,
  { file, period, digest, withoutWrong }: InputOf<Import>,
): Promise<OutputOf<Import>> {
  const plan = await planCaseload(db, file, period);
  if (digest !== undefined && digest !== plan.digest) throw new Failure('table-file-changed');
  const wrong = plan.rows.filter((row) => row.state === 'wrong');
  if (wrong.length > 0 && !withoutWrong) {
    throw new Failure('table-rows-wrong', { count: wrong.length, line: wrong[0]?.line ?? 0 });
  }
  const fine = plan.rows.filter((row) => row.state !== 'wrong');
  const fresh = fine.filter(({ state }) => state !== 'unchanged');
  db.transaction(() => {
    const now = clock();
    for (const row of fresh) setFigures(db, row.officeId, row.period, 'file', now, row.figures);
    appendAudit(db, clock, {
      action: 'caseload-taken',
      subject: 'file',
      detail: { rows: fresh.length },
    });
  }).immediate();
  return { taken: fresh.length, unchanged: fine.length - fresh.length, wrong: wrong.length };
}

async function planCaseload(
  db: Database,
  file: string,
  period: string | undefined,
): Promise<{ digest: string; kinds: string[]; rows: (Wrong | Fine)[] }> {
  const { rows, digest } = await readTable(file);
  const table = findColumns<Column>(rows, names, ['name']);
  if (table === null) throw new Failure('table-columns-missing', { columns: '单位名称' });
  const kinds = kindColumns(rows[rows.length - table.rows.length - 1], table.columns);
  if (kinds.size === 0) throw new Failure('table-columns-missing', { columns: '审查起诉' });
  const offices = new Map<string, string>();
  for (const { id, name } of db.prepare('SELECT id, name FROM registry_offices').all() as {
    id: string;
    name: string;
  }[]) {
    offices.set(officeKey(name), id);
  }
  const seen = new Set<string>();
  const read = table.rows.map((row) =>
    readRow(db, { columns: table.columns, kinds, offices, seen, period }, row),
  );
  return { digest, kinds: [...kinds.values()].toSorted(compareKinds), rows: read };
}

type Reading = {
  columns: Columns<Column>;
  kinds: ReadonlyMap<number, string>;
  offices: ReadonlyMap<string, string>;
  seen: Set<string>;
  period: string | undefined;
};

function readRow(db: Database, reading: Reading, row: TableRow): Wrong | Fine {
  const name = cellOf(reading.columns, row, 'name') ?? '';
  const wrong = (problem: Wrong['problem'], cell = ''): Wrong => ({
    state: 'wrong',
    line: row.line,
    name,
    problem,
    cell: cell.slice(0, 80),
  });
  if (name === '') return wrong('office-missing');
  const officeId = reading.offices.get(officeKey(name));
  if (officeId === undefined) return wrong('office-unknown', name);
  const typed = cellOf(reading.columns, row, 'period') ?? '';
  const period = typed === '' ? reading.period : periodNamed(typed);
  if (period === undefined || period === null) return wrong('period-unknown', typed);
  if (reading.seen.has(`${officeId} ${period}`)) return wrong('row-twice');
  reading.seen.add(`${officeId} ${period}`);
  const figures: Figure[] = [];
  for (const [column, kind] of reading.kinds) {
    const cell = (row.cells[column] ?? '').trim().replaceAll(/[,，\s]|件$/gu, '');
    if (cell === '') continue;
    if (!/^\d{1,7}(?:\.0+)?$/u.test(cell) || Number(cell) > MOST_FIGURE)
      return wrong('count-wrong', cell);
    figures.push({ kind, count: Number(cell) });
  }
  if (figures.length === 0) return wrong('empty');
  const before = figuresOf(db, officeId, period);
  // An empty cell says nothing: what was known of that kind stays.
  const all = [
    ...figures,
    ...before.filter(({ kind }) => !figures.some((figure) => figure.kind === kind)),
  ].toSorted((one, other) => compareKinds(one.kind, other.kind));
  const state =
    before.length === 0
      ? 'new'
      : JSON.stringify(before) === JSON.stringify(all)
        ? 'unchanged'
        : 'changed';
  return { state, line: row.line, name, period, figures: all, officeId };
}

/** Which columns are kinds: every head that is not something else. */
function kindColumns(heads: TableRow | undefined, columns: Columns<Column>): Map<number, string> {
  const taken = new Set(columns.of.values());
  const kinds = new Map<number, string>();
  for (const [column, head] of (heads?.cells ?? []).entries()) {
    const name = head.trim();
    if (name === '' || taken.has(column) || beside.has(name.toLowerCase())) continue;
    const kind = caseloadKindNamed(name);
    if (isCaseloadKind(kind) && ![...kinds.values()].includes(kind)) kinds.set(column, kind);
  }
  return kinds;
}
