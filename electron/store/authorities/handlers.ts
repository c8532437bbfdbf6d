import type { authorities } from '../../../shared/contract/authorities.ts';
import type { Handlers } from '../../../shared/contract/define.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { countCiting, findCiting } from './find-citing.ts';

export const authoritiesHandlers: Handlers<typeof authorities, StoreContext> = {
  'authorities.counts': (context, input) => countCiting(databaseOf(context), input),
  'authorities.citing': (context, input) => findCiting(databaseOf(context), input),
};
