import type { Handlers } from '../../../shared/contract/define.ts';
import type { documents } from '../../../shared/contract/documents.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { picturesOf } from './pictures-of.ts';
import { writeDocument } from './write-document.ts';

export const documentsHandlers: Handlers<typeof documents, StoreContext> = {
  'documents.pictures': (context, { recordIds }) => picturesOf(databaseOf(context), recordIds),
  'documents.write': (context, input, control) => writeDocument(context, input, control),
};
