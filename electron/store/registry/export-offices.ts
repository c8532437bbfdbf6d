import type { Database } from 'better-sqlite3';
import { wordsOf } from '../../../shared/i18n/index.ts';
import { officeColumns, type OfficeColumn } from '../../../shared/registry/read-office-row.ts';
import { csvLine } from '../../../shared/tables/columns.ts';
import { codeName } from '../../../shared/templates/code-lists/index.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { writeNewFile } from '../files/write-new-file.ts';
import { SELECT_OFFICES, toRegistryOffice, type OfficeRow } from './office-row.ts';

/** See `registry.export`. The words in the cells are Chinese in every language of the window, as in what offices send one another. */
export function exportOffices(db: Database, clock: Clock, file: string): { exported: number } {
  const { levels, batches } = wordsOf('zh-CN').registry;
  const offices = db
    .prepare<[], OfficeRow>(`${SELECT_OFFICES} ORDER BY region, sort_key, number`)
    .all()
    .map(toRegistryOffice);
  const heads = Object.keys(officeColumns) as OfficeColumn[];
  const lines = offices.map((office) =>
    csvLine([
      office.name,
      codeName('region', office.region, 'zh-CN'),
      office.level === null ? '' : levels[office.level],
      office.batches.map((batch) => batches[batch]).join('、'),
      office.provincial,
      office.demonstrationZone,
      office.contacts.map(({ name }) => name).join('；'),
      office.contacts.map(({ phone }) => phone).join('；'),
      office.notes,
    ]),
  );
  const head = csvLine(heads.map((column) => officeColumns[column][0] ?? column));
  // The line in the trail comes first: no telephone number is outside without one.
  db.transaction(() => {
    appendAudit(db, clock, {
      action: 'registry-exported',
      subject: 'registry',
      detail: { offices: offices.length },
    });
    writeNewFile(file, `\ufeff${head}${lines.join('')}`, 0o600);
  }).immediate();
  return { exported: offices.length };
}
