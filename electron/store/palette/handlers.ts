import type { Handlers } from '../../../shared/contract/define.ts';
import type { palette } from '../../../shared/contract/palette.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { createTurns, runInSteps } from '../search/steps.ts';
import { paletteEntries } from './palette-entries.ts';
import { listUsed, noteUsed } from './used.ts';

const takeTurn = createTurns();

export const paletteHandlers: Handlers<typeof palette, StoreContext> = {
  'palette.entries': (context, input) =>
    runInSteps(paletteEntries(databaseOf(context), input), takeTurn(input.asker)),
  'palette.used': (context) => ({ keys: listUsed(databaseOf(context)) }),
  'palette.use': (context, { key }) => {
    noteUsed(databaseOf(context), key);
    return {};
  },
};
