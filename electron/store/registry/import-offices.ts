import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import {
  OfficeFields,
  type ImportRow,
  type RegistryId,
  type registry,
} from '../../../shared/contract/registry.ts';
import { Failure } from '../../../shared/errors.ts';
import type { OfficeContact } from '../../../shared/registry/office-fields.ts';
import { officeKey } from '../../../shared/registry/office-key.ts';
import { officeColumns, readOfficeRow } from '../../../shared/registry/read-office-row.ts';
import { findColumns } from '../../../shared/tables/columns.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { readTable } from '../tables/read-table.ts';
import {
  SELECT_OFFICES,
  insertOffice,
  toRegistryOffice,
  updateOffice,
  type OfficeRow,
} from './office-row.ts';

type Preview = OutputOf<(typeof registry)['registry.preview']>;
type Import = (typeof registry)['registry.import'];
/** What is to be done with a row that is fine. */
type Step = { id: RegistryId | null; fields: OfficeFields };

/** See `registry.preview`. */
export async function previewOffices(db: Database, file: string): Promise<Preview> {
  const { rows: _steps, ...preview } = await planImport(db, file);
  return { ...preview, rows: preview.shown };
}

/** See `registry.import`. */
export async function importOffices(
  db: Database,
  clock: Clock,
  { file, digest, withoutWrong }: InputOf<Import>,
): Promise<OutputOf<Import>> {
  const plan = await planImport(db, file);
  if (digest !== undefined && digest !== plan.digest) throw new Failure('table-file-changed');
  const count = (state: ImportRow['state']) =>
    plan.shown.filter((row) => row.state === state).length;
  const wrong = count('wrong');
  const [first] = plan.shown.filter((row) => row.state === 'wrong');
  if (wrong > 0 && !withoutWrong) {
    throw new Failure('table-rows-wrong', { count: wrong, line: first?.line ?? 0 });
  }
  const done = {
    added: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    wrong,
  };
  db.transaction(() => {
    const now = clock();
    for (const { id, fields } of plan.rows) {
      if (id === null) insertOffice(db, fields, now);
      else updateOffice(db, id, fields, now);
    }
    appendAudit(db, clock, { action: 'registry-imported', subject: 'registry', detail: done });
  }).immediate();
  return done;
}

/** What a file means against what stands there. The database is looked at in one turn, after the file was read. */
async function planImport(
  db: Database,
  file: string,
): Promise<Omit<Preview, 'rows'> & { shown: ImportRow[]; rows: Step[] }> {
  const { rows, digest } = await readTable(file);
  const table = findColumns(rows, officeColumns, ['name']);
  if (table === null) throw new Failure('table-columns-missing', { columns: '单位名称' });
  const known = new Map<string, ReturnType<typeof toRegistryOffice>>();
  for (const row of db.prepare<[], OfficeRow>(SELECT_OFFICES).all()) {
    known.set(officeKey(row.name), toRegistryOffice(row));
  }
  const seen = new Set<string>();
  const shown: ImportRow[] = [];
  const steps: Step[] = [];
  for (const row of table.rows) {
    const read = readOfficeRow(table.columns, row);
    if ('problem' in read) {
      shown.push({ state: 'wrong', ...read });
      continue;
    }
    const { line, fields } = read;
    const wrong = (problem: 'name-twice' | 'region-missing') =>
      shown.push({ state: 'wrong', line, name: fields.name, problem, cell: '' });
    const key = officeKey(fields.name);
    const before = known.get(key);
    if (seen.has(key)) {
      wrong('name-twice');
      continue;
    }
    seen.add(key);
    if (before === undefined && fields.region === undefined) {
      wrong('region-missing');
      continue;
    }
    const after = OfficeFields.parse({
      ...(before ?? empty),
      ...fields,
      name: before?.name ?? fields.name,
    });
    if (before === undefined) {
      shown.push({ state: 'new', line, name: fields.name });
      steps.push({ id: null, fields: after });
      continue;
    }
    const changes = changesOf(before, after);
    if (changes.length === 0) shown.push({ state: 'unchanged', line, name: before.name });
    else {
      shown.push({ state: 'changed', line, name: before.name, changes });
      steps.push({ id: before.id, fields: after });
    }
  }
  const absent = [...known.keys()].filter((key) => !seen.has(key)).length;
  return { digest, shown, rows: steps, ignored: table.columns.unknown.slice(0, 50), absent };
}

const empty = {
  level: null,
  batches: [],
  provincial: '',
  demonstrationZone: '',
  contacts: [],
  notes: '',
};

type Change = { field: keyof OfficeFields; before: string; after: string };

function changesOf(before: OfficeFields, after: OfficeFields): Change[] {
  return (Object.keys(OfficeFields.shape) as (keyof OfficeFields)[]).flatMap((field) => {
    const change = { field, before: shownAs(before, field), after: shownAs(after, field) };
    return change.before === change.after ? [] : [change];
  });
}

function shownAs(fields: OfficeFields, field: keyof OfficeFields): string {
  if (field === 'contacts') return contactsText(fields.contacts);
  if (field === 'batches') return fields.batches.join('、');
  return fields[field] ?? '';
}

function contactsText(contacts: readonly OfficeContact[]): string {
  return contacts.map(({ name, phone }) => [name, phone].filter(Boolean).join(' ')).join('；');
}
