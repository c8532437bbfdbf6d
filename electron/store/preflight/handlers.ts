import type { Handlers } from '../../../shared/contract/define.ts';
import type { preflight } from '../../../shared/contract/preflight.ts';
import { inLittleMemory } from '../database/in-little-memory.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { decide } from './decide.ts';
import { lockingWords } from './locked.ts';
import { look, show } from './look.ts';

export const preflightHandlers: Handlers<typeof preflight, StoreContext> = {
  'preflight.look': (context, input, control) => {
    const db = databaseOf(context);
    return inLittleMemory(db, () => look(db, input, control));
  },
  'preflight.decide': (context, input) => decide(databaseOf(context), context.clock, input),
  'preflight.lock': (context, { id }) => ({ words: lockingWords(databaseOf(context), id) }),
  'preflight.show': (context, input) => show(databaseOf(context), input),
};
