import type { Handlers } from '../../../shared/contract/define.ts';
import type { links } from '../../../shared/contract/links.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { listBacklinks } from './list-backlinks.ts';
import { listTargets } from './list-targets.ts';

export const linksHandlers: Handlers<typeof links, StoreContext> = {
  'links.targets': (context, input) => ({ targets: listTargets(databaseOf(context), input.ids) }),
  'links.backlinks': (context, input) => listBacklinks(databaseOf(context), input),
};
