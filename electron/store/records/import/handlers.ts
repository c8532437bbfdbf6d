import type { Handlers } from '../../../../shared/contract/define.ts';
import type { imports } from '../../../../shared/contract/imports.ts';
import { databaseOf, type StoreContext } from '../../context.ts';
import { previewImport } from './preview-import.ts';

export const importsHandlers: Handlers<typeof imports, StoreContext> = {
  'records.previewImport': (context, input, control) =>
    previewImport(databaseOf(context), input, control),
};
