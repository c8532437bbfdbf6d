import type { Database } from 'better-sqlite3';
import type { OutputOf } from '../../../shared/contract/define.ts';
import type { precedentReports } from '../../../shared/contract/precedent-reports.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { offerSearches } from '../../../shared/templates/precedent-search-report/offer-searches.ts';
import { hideNames } from '../../../shared/text/parties/hide-names.ts';
import { isPseudonym } from '../../../shared/text/parties/pseudonym.ts';
import { matterOf } from '../parties/matter.ts';
import { nameKey, partiesOf, recordNumber } from '../parties/party-row.ts';
import { getRecord } from '../records/get-record.ts';
import { hiddenNames, namedIn } from './hidden-names.ts';
import { REPORT_KIND } from './report-row.ts';

type Listed = OutputOf<(typeof precedentReports)['precedentReports.list']>;
const MOST_REPORTS = 500;
const LONGEST_TITLE = 480;

/** See `precedentReports.offer`. */
export function offerReport(
  db: Database,
  id: RecordId,
): OutputOf<(typeof precedentReports)['precedentReports.offer']> {
  const record = getRecord(db, id);
  const number = recordNumber(db, id);
  const names = hiddenNames(db, { report: null, matter: number }, []);
  const title = hideNames(record.title, names).slice(0, LONGEST_TITLE);
  return {
    title: `${title}类案检索报告`,
    searches: offerSearches(record, partyNames(db, number)),
    reports: listReports(db, number).items,
  };
}

/** Witnesses and experts are no parties. A name that is a pseudonym already would find everybody of that surname. */
function partyNames(db: Database, number: number): string[] {
  const known = partiesOf(db, matterOf(db, number)).filter(
    ({ role }) => role !== 'witness' && role !== 'expert',
  );
  const all = [...known.map(({ name }) => name), ...namedIn(db, number)];
  const names = new Map(all.map((name) => [nameKey(name), name]));
  return [...names.values()].filter((name) => !isPseudonym(name));
}

/** Every report, or those of a matter. */
export function listReports(db: Database, matter: number | null): Listed {
  const items = db
    .prepare(
      `SELECT id, title, changed_at AS changedAt FROM records
       LEFT JOIN precedent_reports ON report_number = number
       WHERE kind = @kind AND trashed_at IS NULL AND (@matter IS NULL OR matter_number = @matter)
       ORDER BY changed_at DESC, number DESC LIMIT ${MOST_REPORTS}`,
    )
    .all({ kind: REPORT_KIND, matter }) as Listed['items'];
  return { items };
}
