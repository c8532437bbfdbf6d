import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import type { InputOf } from '../../../shared/contract/define.ts';
import type { precedentReports, WantedSearch } from '../../../shared/contract/precedent-reports.ts';
import type { FullRecord, RecordId } from '../../../shared/contract/records.ts';
import { paragraphsOf, type DocumentTree } from '../../../shared/document/tree.ts';
import { Failure } from '../../../shared/errors.ts';
import { newDocument } from '../../../shared/templates/index.ts';
import { noFields, type RecordFields } from '../../../shared/templates/record-fields.ts';
import { hideNames, type HiddenName } from '../../../shared/text/parties/hide-names.ts';
import { linkMatter } from '../parties/link-matter.ts';
import { matterOf } from '../parties/matter.ts';
import { partiesOf, recordNumber } from '../parties/party-row.ts';
import { getRecord } from '../records/get-record.ts';
import { insertRecord } from '../records/insert-record.ts';
import { hiddenNames } from './hidden-names.ts';
import { REPORT_KIND } from './report-row.ts';

type Create = (typeof precedentReports)['precedentReports.create'];

/** See `precedentReports.create`. */
export function createReport(db: Database, input: InputOf<Create>, now: number): { id: RecordId } {
  const create = db.transaction(() => {
    const matter = input.matterId === null ? null : getRecord(db, input.matterId);
    if (matter !== null && matter.trashedAt !== null) throw new Failure('record-in-trash');
    const matterNumber = matter === null ? null : recordNumber(db, matter.id);
    const names = hiddenNames(db, { report: null, matter: matterNumber }, input.searches);
    const id = insertRecord(
      db,
      {
        kind: REPORT_KIND,
        title: hideNames(input.title, names),
        keywords: matter === null ? [] : matter.keywords.map((word) => hideNames(word, names)),
        caseNumbers: matter?.caseNumbers ?? [],
        document: beginning(matter, names),
        source: null,
        fields: matter === null ? noFields() : fieldsFrom(matter.fields),
      },
      now,
    );
    const number = recordNumber(db, id);
    db.prepare('INSERT INTO precedent_reports (report_number, matter_number) VALUES (?, ?)').run(
      number,
      matterNumber,
    );
    input.searches.forEach((search) => insertSearch(db, number, search, now));
    if (matter !== null && matterNumber !== null) {
      copyParties(db, matterNumber, number, now);
      linkMatter(db, { recordId: id, otherId: matter.id });
    }
    return { id };
  });
  return create.immediate();
}

export function insertSearch(
  db: Database,
  report: number,
  { purpose, query, kinds }: WantedSearch,
  now: number,
): string {
  const id = uuidv7({ msecs: now });
  db.prepare(
    `INSERT INTO precedent_searches (id, report_number, place, purpose, query, kinds) VALUES (?, ?,
       (SELECT ifnull(max(place), 0) + 1 FROM precedent_searches WHERE report_number = ?), ?, ?, ?)`,
  ).run(id, report, report, purpose, query, JSON.stringify(kinds));
  return id;
}

/** What the report is about, as far as it is known: the rest of this part is the officer's. */
function beginning(matter: FullRecord | null, names: readonly HiddenName[]): DocumentTree {
  const document = newDocument(REPORT_KIND);
  if (matter === null) return document;
  const lines = [`案件：${hideNames(matter.title, names)}`];
  if (matter.caseNumbers.length > 0) lines.push(`案号：${matter.caseNumbers.join('、')}`);
  const text = [...lines, '争议焦点：'].join('\n');
  const sections = document.sections.map((section) =>
    section.id === 'matter' ? { ...section, blocks: paragraphsOf(text) } : section,
  );
  return { ...document, sections };
}

function fieldsFrom(fields: RecordFields): RecordFields {
  const { functions, charges, rightTypes, region, handlingProcuratorate, prosecutor, marking } =
    fields;
  return {
    ...noFields(),
    functions,
    charges,
    rightTypes,
    region,
    handlingProcuratorate,
    prosecutor,
    marking,
  };
}

/** So that whatever looks for names in a record knows those of the matter in its report too. */
function copyParties(db: Database, matter: number, report: number, now: number): void {
  const insert = db.prepare(
    `INSERT INTO parties (id, record_number, name, name_key, role, is_minor, pseudonym, is_chosen, added_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  for (const party of partiesOf(db, matterOf(db, matter))) {
    const { name, name_key, role, is_minor, pseudonym, is_chosen } = party;
    insert.run(uuidv7(), report, name, name_key, role, is_minor, pseudonym, is_chosen, now);
  }
}
