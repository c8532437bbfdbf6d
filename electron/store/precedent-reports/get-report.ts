import type { Database } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import type { PrecedentReport } from '../../../shared/contract/precedent-reports.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { kinds } from '../../../shared/i18n/zh-CN/kinds.ts';
import { codeName } from '../../../shared/templates/code-lists/index.ts';
import {
  composeReport,
  type Composed,
} from '../../../shared/templates/precedent-search-report/compose.ts';
import { hiddenNames } from './hidden-names.ts';
import { findReport, hitsOf, searchesOf, type ReportRow } from './report-row.ts';

/** See `precedentReports.get`. `office`: whose workspace it is. */
export function getReport(db: Database, id: RecordId, office: string): PrecedentReport {
  const row = findReport(db, id);
  const composed = composedOf(db, row, office);
  const isWritten = row.writtenHash !== null && hashOf(composed).equals(row.writtenHash);
  return {
    id,
    title: row.title,
    matter:
      row.matterId === null || row.matterTitle === null
        ? null
        : { id: row.matterId, title: row.matterTitle },
    searches: searchesOf(db, row.number),
    hits: hitsOf(db, row.number),
    writtenAt: row.writtenAt,
    isWritten,
  };
}

/** What the two parts of the report's text would say now. */
export function composedOf(db: Database, row: ReportRow, office: string): Composed {
  const searches = searchesOf(db, row.number);
  return composeReport({
    office,
    searches,
    hits: hitsOf(db, row.number),
    names: hiddenNames(db, { report: row.number, matter: row.matterNumber }, searches),
    kindNames: kinds,
    originName: (code) => codeName('origin', code, 'zh-CN'),
  });
}

export function hashOf(composed: Composed): Buffer {
  return createHash('sha256').update(JSON.stringify(composed)).digest().subarray(0, 16);
}
