import type { attachments } from '../../../shared/contract/attachments.ts';
import type { Handlers } from '../../../shared/contract/define.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { addAttachments } from './add-attachments.ts';
import { addBytes, addPictures } from './add-pictures.ts';
import { adoptAttachments } from './adopt-attachments.ts';
import { attachmentsOfRecords } from './attachments-of-records.ts';
import { startCollecting } from './collect-released.ts';
import { listAttachments } from './list-attachments.ts';
import { previewAttachment } from './preview-attachment.ts';
import { purgeAttachments } from './purge-attachments.ts';
import { removeAttachments } from './remove-attachments.ts';
import { renameAttachment } from './rename-attachment.ts';
import { restoreAttachments } from './restore-attachments.ts';
import { readSlice } from './read-slice.ts';
import { saveAttachment } from './save-attachment.ts';
import { createTurns, runInSteps } from '../search/steps.ts';
import { readTexts } from './text/read-texts.ts';
import { searchAttachmentsInSteps } from './text/search-attachments.ts';
import { countWaiting } from './text/store-text.ts';

const takeTurn = createTurns();

export const attachmentsHandlers: Handlers<typeof attachments, StoreContext> = {
  'attachments.list': (context, input) => listAttachments(databaseOf(context), input),
  'attachments.ofRecords': (context, input) => attachmentsOfRecords(databaseOf(context), input),
  'attachments.add': (context, input, control) =>
    addAttachments(databaseOf(context), context.clock, input, control),
  'attachments.addPictures': (context, input) =>
    addPictures(databaseOf(context), context.clock, input),
  'attachments.addText': (context, { recordId, name, text }) =>
    addBytes(databaseOf(context), context.clock, recordId, { name, bytes: Buffer.from(text) }),
  'attachments.adopt': (context, input) =>
    adoptAttachments(databaseOf(context), context.clock, input),
  'attachments.saveAs': (context, input, control) =>
    saveAttachment(databaseOf(context), context.clock, input, control),
  'attachments.preview': (context, { id }) => previewAttachment(databaseOf(context), id),
  'attachments.slice': (context, input) => readSlice(databaseOf(context), input),
  'attachments.readTexts': (context, _input, control) => readTexts(databaseOf(context), control),
  'attachments.textState': (context) => ({ waiting: countWaiting(databaseOf(context)) }),
  'attachments.search': (context, input) =>
    runInSteps(searchAttachmentsInSteps(databaseOf(context), input), takeTurn(input.asker)),
  'attachments.rename': (context, { id, name }) => renameAttachment(databaseOf(context), id, name),
  'attachments.remove': (context, { ids }) => {
    removeAttachments(databaseOf(context), ids, context.clock());
    return {};
  },
  'attachments.restore': (context, { ids }) => {
    restoreAttachments(databaseOf(context), ids);
    return {};
  },
  'attachments.purge': (context, { ids }) => {
    const db = databaseOf(context);
    purgeAttachments(db, context.clock, ids);
    startCollecting(db);
    return {};
  },
};
