import type { Database } from 'better-sqlite3';
import type { InputOf } from '../../../shared/contract/define.ts';
import type { precedentReports } from '../../../shared/contract/precedent-reports.ts';
import { Failure } from '../../../shared/errors.ts';
import { writableReport } from './report-row.ts';
import { snapshotOf } from './snapshot.ts';

type Judge = (typeof precedentReports)['precedentReports.judge'];

/** See `precedentReports.judge`. Whoever judges has the text of now before them. */
export function judgeHit(db: Database, { reportId, hitId, verdict, note }: InputOf<Judge>): void {
  const judge = db.transaction(() => {
    const { number } = writableReport(db, reportId);
    const hash = snapshotOf(db, hitId)?.hash ?? null;
    const { changes } = db
      .prepare(
        `UPDATE precedent_hits SET verdict = @verdict, note = @note, is_new = 0,
           seen_hash = ifnull(@hash, seen_hash),
           judged_hash = CASE WHEN @verdict IS NULL THEN NULL ELSE ifnull(@hash, seen_hash) END
         WHERE report_number = @number AND found = @hitId`,
      )
      .run({ verdict, note, hash, number, hitId });
    if (changes === 0) throw new Failure('precedent-hit-not-found');
  });
  judge.immediate();
}
