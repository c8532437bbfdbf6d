import type { Handlers } from '../../../shared/contract/define.ts';
import type { documents } from '../../../shared/contract/documents.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { keepPdf, makePage } from './make-page.ts';
import { notePrint } from './note-print.ts';
import { picturesOf } from './pictures-of.ts';
import { writeDocument } from './write-document.ts';

export const documentsHandlers: Handlers<typeof documents, StoreContext> = {
  'documents.pictures': (context, { recordIds }) => picturesOf(databaseOf(context), recordIds),
  'documents.makePage': (context, input, control) => makePage(context, input, control),
  'documents.notePrint': (context, input) => {
    notePrint(context, input);
    return {};
  },
  'documents.keepPdf': (context, input, control) => keepPdf(context, input, control),
  'documents.write': (context, input, control) => writeDocument(context, input, control),
};
