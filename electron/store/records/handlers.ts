import type { Handlers } from '../../../shared/contract/define.ts';
import type { records } from '../../../shared/contract/records.ts';
import { databaseOf, workspaceOf, type StoreContext } from '../context.ts';
import { countMarks } from './count-marks.ts';
import { countRecords } from './count-records.ts';
import { createRecord, refuseForeignKinds } from './create-record.ts';
import { compileRecords } from './compile-records.ts';
import { duplicateRecord } from './duplicate-record.ts';
import { getRecord } from './get-record.ts';
import { importFiles } from './import/import-files.ts';
import { listGrouped } from './list-grouped.ts';
import { listRecords, summariesOf } from './list-records.ts';
import { markAllRead, markRead } from './mark-read.ts';
import { emptyTrash, purgeRecords } from './purge-records.ts';
import { addSamples } from './samples/add-samples.ts';
import { removeSamples } from './samples/remove-samples.ts';
import { restoreRecords } from './restore-records.ts';
import { saveRecord } from './save-record.ts';
import { tagRecords } from './tag-records.ts';
import { trashRecords } from './trash-records.ts';

export const recordsHandlers: Handlers<typeof records, StoreContext> = {
  'records.list': (context, input) => listRecords(databaseOf(context), input),
  'records.summaries': (context, input) => summariesOf(databaseOf(context), input.ids),
  'records.grouped': (context, input) => listGrouped(databaseOf(context), input),
  'records.counts': (context) => countRecords(databaseOf(context)),
  'records.get': (context, input) => getRecord(databaseOf(context), input.id),
  'records.create': (context, input) => {
    const { db, info } = workspaceOf(context);
    return createRecord(db, info.kind, input, context.clock());
  },
  'records.save': (context, input) => saveRecord(databaseOf(context), input, context.clock()),
  'records.marks': (context, input) => ({ marks: countMarks(databaseOf(context), input) }),
  'records.markRead': (context, input) => {
    markRead(databaseOf(context), input);
    return {};
  },
  'records.markAllRead': (context, input) => ({
    marked: markAllRead(databaseOf(context), input),
  }),
  'records.tag': (context, input) => {
    tagRecords(databaseOf(context), input);
    return {};
  },
  'records.compile': (context, input) =>
    compileRecords(databaseOf(context), input, context.clock()),
  'records.duplicate': (context, input) =>
    duplicateRecord(databaseOf(context), input, context.clock()),
  'records.purge': (context, input) => ({
    purged: purgeRecords(databaseOf(context), input.ids, context.clock),
  }),
  'records.emptyTrash': (context, _input, control) =>
    emptyTrash(databaseOf(context), context.clock, control),
  'records.trash': (context, input) => {
    trashRecords(databaseOf(context), input.ids, context.clock());
    return {};
  },
  'records.restore': (context, input) => {
    restoreRecords(databaseOf(context), input.ids);
    return {};
  },
  'records.import': (context, input, control) => {
    const { db, info } = workspaceOf(context);
    refuseForeignKinds(info.kind, [input.kind, ...input.choices.map(({ kind }) => kind)]);
    return importFiles(db, input, context.clock, control);
  },
  'records.addSamples': (context, _input, control) =>
    addSamples(databaseOf(context), workspaceOf(context).info.kind, context.clock, control),
  'records.removeSamples': (context) => removeSamples(databaseOf(context)),
};
