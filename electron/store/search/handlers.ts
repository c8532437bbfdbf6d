import type { Handlers } from '../../../shared/contract/define.ts';
import type { search } from '../../../shared/contract/search.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { checkIndex } from './check-index.ts';
import { find } from './find.ts';
import { rebuildIndex } from './rebuild-index.ts';
import { tidyIndex } from './tidy-index.ts';

export const searchHandlers: Handlers<typeof search, StoreContext> = {
  'search.find': (context, input) => find(databaseOf(context), input),
  'search.check': (context, _input, control) => checkIndex(databaseOf(context), control),
  'search.rebuild': (context, _input, control) => rebuildIndex(databaseOf(context), control),
  'search.tidy': (context) => ({ hasMore: tidyIndex(databaseOf(context)) }),
};
