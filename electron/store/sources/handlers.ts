import type { Handlers } from '../../../shared/contract/define.ts';
import type { sources } from '../../../shared/contract/sources.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { exportSources } from './export-sources.ts';
import { findTwins } from './find-twins.ts';
import { citedIn, entriesOf, getSource } from './get-source.ts';
import { importSources } from './import-sources.ts';
import { countSources, listSources } from './list-sources.ts';
import { purgeSources, restoreSources, trashSources } from './trash-sources.ts';
import { createSource, saveSource } from './write-source.ts';

export const sourcesHandlers: Handlers<typeof sources, StoreContext> = {
  'sources.list': (context, input) => listSources(databaseOf(context), input),
  'sources.counts': (context) => countSources(databaseOf(context)),
  'sources.get': (context, { id }) => getSource(databaseOf(context), id),
  'sources.entries': (context, { ids }) => ({ entries: entriesOf(databaseOf(context), ids) }),
  'sources.twins': (context, { item, except }) => ({
    twins: findTwins(databaseOf(context), item, except ?? null),
  }),
  'sources.citedIn': (context, input) => citedIn(databaseOf(context), input),
  'sources.create': (context, { item }) => createSource(databaseOf(context), item, context.clock()),
  'sources.save': (context, input) => saveSource(databaseOf(context), input, context.clock()),
  'sources.trash': (context, { ids }) => {
    trashSources(databaseOf(context), ids, context.clock());
    return {};
  },
  'sources.restore': (context, { ids }) => {
    restoreSources(databaseOf(context), ids);
    return {};
  },
  'sources.purge': (context, { ids }) => ({
    purged: purgeSources(databaseOf(context), ids, context.clock),
  }),
  'sources.import': (context, input, control) =>
    importSources(databaseOf(context), context.clock, input, control),
  'sources.export': async (context, input) =>
    exportSources(databaseOf(context), context.clock, input),
};
