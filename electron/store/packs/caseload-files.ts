import { writeCaseload } from '../../../shared/caseload/caseload-csv.ts';
import { fileOfPeriod } from '../../../shared/caseload/period.ts';
import type { OwnFigures } from '../../../shared/contract/packs.ts';
import { Failure } from '../../../shared/errors.ts';
import { textFile, type TextFile } from './bag.ts';
import { caseloadPath } from './check-statement.ts';

/** `fileName`: the period as files are named after it. */
export type CaseloadFile = TextFile & { fileName: string };

/** The figures of each period as a file of the pack (docs/caseload.md). Fails: `caseload-invalid` for a period or a kind named twice. */
export function caseloadFiles(caseload: readonly OwnFigures[]): CaseloadFile[] {
  const periods = caseload.map(({ period }) => period);
  return caseload.map(({ period, figures }) => {
    const isTwice = new Set(figures.map(({ kind }) => kind)).size < figures.length;
    if (isTwice || periods.indexOf(period) !== periods.lastIndexOf(period))
      throw new Failure('caseload-invalid', { period });
    const fileName = fileOfPeriod(period);
    return { ...textFile(caseloadPath(fileName), writeCaseload(figures)), fileName };
  });
}
