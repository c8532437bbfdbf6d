import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import {
  MOST_SEARCHES,
  PrecedentSearchId,
  type precedentReports,
} from '../../../shared/contract/precedent-reports.ts';
import { Failure } from '../../../shared/errors.ts';
import { insertSearch } from './create-report.ts';
import { dropGone } from './run-report.ts';
import { writableReport } from './report-row.ts';

type Save = (typeof precedentReports)['precedentReports.saveSearch'];
type Remove = (typeof precedentReports)['precedentReports.removeSearch'];

/** See `precedentReports.saveSearch`. */
export function saveSearch(db: Database, input: InputOf<Save>, now: number): OutputOf<Save> {
  const save = db.transaction(() => {
    const { number } = writableReport(db, input.reportId);
    if (input.id === null) {
      const count = db.prepare('SELECT count(*) FROM precedent_searches WHERE report_number = ?');
      if ((count.pluck().get(number) as number) >= MOST_SEARCHES) {
        throw new Failure('precedent-searches-too-many', { most: MOST_SEARCHES });
      }
      return { id: PrecedentSearchId.parse(insertSearch(db, number, input, now)) };
    }
    const { purpose, query, kinds, id } = input;
    const { changes } = db
      .prepare(
        `UPDATE precedent_searches SET purpose = @purpose, query = @query, kinds = @kinds,
           ran_at = CASE WHEN query = @query AND kinds = @kinds THEN ran_at END
         WHERE id = @id AND report_number = @number`,
      )
      .run({ purpose, query, kinds: JSON.stringify(kinds), id, number });
    if (changes === 0) throw new Failure('precedent-search-not-found');
    return { id };
  });
  return save.immediate();
}

/** See `precedentReports.removeSearch`. */
export function removeSearch(db: Database, { reportId, id }: InputOf<Remove>): void {
  const remove = db.transaction(() => {
    const { number } = writableReport(db, reportId);
    const { changes } = db
      .prepare('DELETE FROM precedent_searches WHERE id = ? AND report_number = ?')
      .run(id, number);
    if (changes === 0) throw new Failure('precedent-search-not-found');
    dropGone(db, number);
  });
  remove.immediate();
}
