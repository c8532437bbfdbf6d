import type { Handlers } from '../../../shared/contract/define.ts';
import type { caseload } from '../../../shared/contract/caseload.ts';
import { compareKinds } from '../../../shared/caseload/kinds.ts';
import { comparePeriods } from '../../../shared/caseload/period.ts';
import type { StoreContext } from '../context.ts';
import { deskDatabase } from '../registry/desk-database.ts';
import { findRegistryOffice } from '../registry/office-row.ts';
import { periodsOf, setFigures } from './figures.ts';
import { importCaseload, previewCaseload } from './import-caseload.ts';

export const caseloadHandlers: Handlers<typeof caseload, StoreContext> = {
  'caseload.ofOffice': (context, { officeId }) => {
    const db = deskDatabase(context);
    findRegistryOffice(db, officeId);
    return { periods: periodsOf(db, officeId) };
  },
  'caseload.periods': (context) => {
    const db = deskDatabase(context);
    const periods = db
      .prepare('SELECT period, count(*) AS offices FROM caseload_periods GROUP BY period')
      .all() as { period: string; offices: number }[];
    const kinds = db
      .prepare('SELECT DISTINCT kind FROM caseload_figures')
      .pluck()
      .all() as string[];
    return {
      periods: periods.toSorted((one, other) => comparePeriods(one.period, other.period)),
      kinds: kinds.toSorted(compareKinds),
    };
  },
  'caseload.set': (context, { officeId, period, figures }) => {
    const db = deskDatabase(context);
    findRegistryOffice(db, officeId);
    // The last of two figures of one kind is the one that stands.
    const byKind = new Map(figures.map((figure) => [figure.kind, figure]));
    db.transaction(() =>
      setFigures(db, officeId, period, 'typed', context.clock(), [...byKind.values()]),
    ).immediate();
    return {};
  },
  'caseload.preview': (context, input) => previewCaseload(deskDatabase(context), input),
  'caseload.import': (context, input) =>
    importCaseload(deskDatabase(context), context.clock, input),
};
