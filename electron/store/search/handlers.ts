import type { Handlers } from '../../../shared/contract/define.ts';
import type { search } from '../../../shared/contract/search.ts';
import { reindexPages } from '../attachments/text/reindex-pages.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { checkIndex, isIndexSound } from './check-index.ts';
import { isIndexComplete } from './completeness.ts';
import { countFacetsInSteps } from './count-facets.ts';
import { findInSteps } from './find.ts';
import { clearHistory, listHistory, rememberSearch } from './history.ts';
import { rebuildIndex } from './rebuild-index.ts';
import { createTurns, runInSteps } from './steps.ts';
import { tidyIndex } from './tidy-index.ts';

const takeTurn = createTurns();

export const searchHandlers: Handlers<typeof search, StoreContext> = {
  'search.find': (context, input) => {
    const isOvertaken = takeTurn(input.asker);
    return runInSteps(findInSteps(databaseOf(context), input), isOvertaken);
  },
  'search.facets': (context, input) => {
    const isOvertaken = takeTurn(input.asker);
    return runInSteps(countFacetsInSteps(databaseOf(context), input), isOvertaken);
  },
  'search.state': (context) => {
    const db = databaseOf(context);
    const isComplete = isIndexComplete(db);
    return { isComplete, isSound: isComplete && isIndexSound(db) };
  },
  'search.history': (context) => ({ queries: listHistory(databaseOf(context)) }),
  'search.remember': (context, input) => {
    rememberSearch(databaseOf(context), input.query, context.clock());
    return {};
  },
  'search.clearHistory': (context, input) => {
    clearHistory(databaseOf(context), input.query);
    return {};
  },
  'search.check': (context, _input, control) => checkIndex(databaseOf(context), control),
  'search.rebuild': async (context, _input, control) => {
    const db = databaseOf(context);
    await reindexPages(db, control);
    return rebuildIndex(db, control);
  },
  'search.tidy': (context) => ({ hasMore: tidyIndex(databaseOf(context)) }),
};
