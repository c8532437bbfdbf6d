import type { Handlers } from '../../../shared/contract/define.ts';
import type { precedentReports } from '../../../shared/contract/precedent-reports.ts';
import { databaseOf, workspaceOf, type StoreContext } from '../context.ts';
import { createReport } from './create-report.ts';
import { getReport } from './get-report.ts';
import { judgeHit } from './judge-hit.ts';
import { listReports, offerReport } from './offer-report.ts';
import { runReport } from './run-report.ts';
import { removeSearch, saveSearch } from './save-search.ts';
import { writeReport } from './write-report.ts';

const officeOf = (context: StoreContext) => workspaceOf(context).info.name;

export const precedentReportsHandlers: Handlers<typeof precedentReports, StoreContext> = {
  'precedentReports.offer': (context, input) => offerReport(databaseOf(context), input.recordId),
  'precedentReports.list': (context) => listReports(databaseOf(context), null),
  'precedentReports.create': (context, input) =>
    createReport(databaseOf(context), input, context.clock()),
  'precedentReports.get': (context, input) =>
    getReport(databaseOf(context), input.id, officeOf(context)),
  'precedentReports.saveSearch': (context, input) =>
    saveSearch(databaseOf(context), input, context.clock()),
  'precedentReports.removeSearch': (context, input) => {
    removeSearch(databaseOf(context), input);
    return {};
  },
  'precedentReports.run': (context, input, control) =>
    runReport(databaseOf(context), input, context.clock, control),
  'precedentReports.judge': (context, input) => {
    judgeHit(databaseOf(context), input);
    return {};
  },
  'precedentReports.write': (context, input) =>
    writeReport(databaseOf(context), input.id, officeOf(context), context.clock()),
};
