import { randomUUID } from 'node:crypto';
import type { StoreContext } from '../../electron/store/context.ts';
import { databaseOf } from '../../electron/store/context.ts';
import { insertRecord } from '../../electron/store/records/insert-record.ts';
import { precedentReportsHandlers } from '../../electron/store/precedent-reports/handlers.ts';
import { partiesHandlers } from '../../electron/store/parties/handlers.ts';
import { parties } from '../../shared/contract/parties.ts';
import {
  precedentReports as contract,
  type PrecedentReport,
  type WantedSearch,
} from '../../shared/contract/precedent-reports.ts';
import type { RecordId, RecordKind } from '../../shared/contract/records.ts';
import { noFields, type RecordFields } from '../../shared/templates/record-fields.ts';
import { documentOf, openTempRecords, recordingControl, type TempRecords } from './temp-records.ts';

export type TempReports = TempRecords & {
  add(record: {
    kind?: RecordKind;
    title: string;
    text?: string;
    keywords?: string[];
    caseNumbers?: string[];
    fields?: Partial<RecordFields>;
  }): RecordId;
  addParty(recordId: RecordId, name: string): Promise<void>;
  report(searches: Partial<WantedSearch>[], matterId?: RecordId | null): Promise<RecordId>;
  run(id: RecordId, isRefresh?: boolean): Promise<ReturnType<typeof runOutput>>;
  get(id: RecordId): Promise<PrecedentReport>;
  handlersOfReports: typeof precedentReportsHandlers;
};

/** Records, parties and precedent search reports in a real encrypted database. */
export function openTempReports(): TempReports {
  const temp = openTempRecords();
  const office = { id: randomUUID(), kind: 'contact-point', name: '云汀市人民检察院' } as const;
  const info = { ...office, createdAt: 0, folder: temp.folder };
  const context: StoreContext = { ...temp.context, open: { db: temp.db, info, close: () => {} } };
  return {
    ...temp,
    context,
    handlersOfReports: precedentReportsHandlers,
    add({ kind = 'precedent', title, text = '', keywords = [], caseNumbers = [], fields = {} }) {
      const document = documentOf({ facts: text });
      const record = { kind, title, keywords, caseNumbers, document, source: null };
      const all = { ...record, fields: { ...noFields(), ...fields } };
      return temp.db.transaction(() => insertRecord(databaseOf(context), all, context.clock()))();
    },
    async addParty(recordId, name) {
      const wanted = { recordId, id: null, name, role: 'defendant', isMinor: false };
      const input = parties['parties.save'].input.parse({ ...wanted, pseudonym: null });
      await partiesHandlers['parties.save'](context, input);
    },
    async report(searches, matterId = null) {
      const input = contract['precedentReports.create'].input.parse({
        matterId,
        title: '类案检索报告',
        searches: searches.map((one) => ({ purpose: 'other', ...one })),
      });
      return (await precedentReportsHandlers['precedentReports.create'](context, input)).id;
    },
    async run(id, isRefresh = false) {
      const control = recordingControl();
      return runOutput(
        await precedentReportsHandlers['precedentReports.run'](context, { id, isRefresh }, control),
      );
    },
    async get(id) {
      const report = await precedentReportsHandlers['precedentReports.get'](context, { id });
      return contract['precedentReports.get'].output.parse(report);
    },
  };
}

const runOutput = (value: unknown) => contract['precedentReports.run'].output.parse(value);
