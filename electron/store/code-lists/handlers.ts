import type { codeLists } from '../../../shared/contract/code-lists.ts';
import type { Handlers } from '../../../shared/contract/define.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { extendCodeList } from './extend-code-list.ts';
import { listCodes } from './list-codes.ts';

export const codeListsHandlers: Handlers<typeof codeLists, StoreContext> = {
  'codeLists.list': (context) => ({ entries: listCodes(databaseOf(context)) }),
  'codeLists.extend': (context, input) => ({
    code: extendCodeList(databaseOf(context), input, context.clock()),
  }),
};
