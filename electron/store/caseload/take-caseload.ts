import type { Database } from 'better-sqlite3';
import { readCaseload } from '../../../shared/caseload/caseload-csv.ts';
import { periodOfFile } from '../../../shared/caseload/period.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { officeOfCard, setFigures } from './figures.ts';

/**
 * Takes `data/caseload/<fileName>.csv` of a pack in the place of what was known of that office and period. `senderId`: the office id of the
 * enrolled card. An office that the registry does not know yet loses nothing: its figures wait under its card. Call it in the
 * transaction of the pack. Fails: `caseload-invalid` (with the line), having changed nothing.
 */
export function takeCaseload(
  db: Database,
  clock: Clock,
  senderId: string,
  fileName: string,
  text: string,
): { figures: number } {
  const period = periodOfFile(fileName);
  if (period === null) throw new Failure('caseload-invalid', { period: fileName.slice(0, 40) });
  const read = readCaseload(text);
  if ('problem' in read) throw new Failure('caseload-invalid', { period, line: read.line });
  const officeId = officeOfCard(db, senderId);
  setFigures(db, officeId, period, 'pack', clock(), read.figures);
  appendAudit(db, clock, {
    action: 'caseload-taken',
    subject: senderId,
    detail: { period, figures: read.figures.length },
  });
  return { figures: read.figures.length };
}
