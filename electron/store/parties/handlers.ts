import type { Handlers } from '../../../shared/contract/define.ts';
import type { parties } from '../../../shared/contract/parties.ts';
import { Failure } from '../../../shared/errors.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { linkMatter, unlinkMatter } from './link-matter.ts';
import { listParties } from './list-parties.ts';
import { setPseudonymStyle } from './pseudonym-style.ts';
import { saveParty } from './save-party.ts';
import { settleMatter } from './settle-matter.ts';

export const partiesHandlers: Handlers<typeof parties, StoreContext> = {
  'parties.list': (context, input) => listParties(databaseOf(context), input.recordId),
  'parties.save': (context, input) => saveParty(databaseOf(context), input, context.clock()),
  'parties.remove': (context, input) => {
    const { changes } = databaseOf(context)
      .prepare('DELETE FROM parties WHERE id = ?')
      .run(input.id);
    if (changes === 0) throw new Failure('party-not-found');
    return {};
  },
  'parties.settle': (context, input) => ({
    changed: settleMatter(databaseOf(context), input.recordId),
  }),
  'parties.link': (context, input) => {
    linkMatter(databaseOf(context), input);
    return {};
  },
  'parties.unlink': (context, input) => {
    unlinkMatter(databaseOf(context), input);
    return {};
  },
  'parties.setStyle': (context, input) => {
    setPseudonymStyle(databaseOf(context), input.style);
    return {};
  },
};
