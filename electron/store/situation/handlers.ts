import type { Handlers } from '../../../shared/contract/define.ts';
import type { situation } from '../../../shared/contract/situation.ts';
import type { StoreContext } from '../context.ts';
import { deskDatabase } from '../registry/desk-database.ts';
import { officesBehind, recordsBehind } from './behind-numbers.ts';
import { overviewOf } from './overview.ts';
import { changeSituationSettings, situationSettings } from './settings.ts';

export const situationHandlers: Handlers<typeof situation, StoreContext> = {
  'situation.overview': (context, input) =>
    overviewOf(deskDatabase(context), input, context.clock()),
  'situation.offices': (context, input) =>
    officesBehind(deskDatabase(context), input, context.clock()),
  'situation.records': (context, input) => recordsBehind(deskDatabase(context), input),
  'situation.settings': (context) => situationSettings(deskDatabase(context)),
  'situation.changeSettings': (context, change) =>
    changeSituationSettings(deskDatabase(context), change),
};
