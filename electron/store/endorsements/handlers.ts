import type { Handlers } from '../../../shared/contract/define.ts';
import type { endorsements } from '../../../shared/contract/endorsements.ts';
import { databaseOf, workspaceOf, type StoreContext } from '../context.ts';
import { inPackTurn } from '../packs/in-pack-turn.ts';
import { recordNumber } from '../parties/party-row.ts';
import { endorse } from './endorse.ts';
import { giveOpinion, opinionsOfRecord } from './give-opinion.ts';
import { listPacks } from './list-packs.ts';
import { provinceDatabase } from './province-database.ts';

export const endorsementsHandlers: Handlers<typeof endorsements, StoreContext> = {
  'endorsements.packs': (context, input) => listPacks(provinceDatabase(context), input),
  'endorsements.give': (context, input) => {
    giveOpinion(provinceDatabase(context), context.clock, input);
    return {};
  },
  'endorsements.write': async (context, input, control) => {
    const db = provinceDatabase(context);
    const { info } = workspaceOf(context);
    return inPackTurn(db, () => endorse(db, context.clock, info, input, control));
  },
  'endorsements.ofRecord': (context, { id }) => {
    const { db, info } = workspaceOf(context);
    return opinionsOfRecord(db, info, recordNumber(databaseOf(context), id));
  },
};
