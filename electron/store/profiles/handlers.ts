import type { Handlers } from '../../../shared/contract/define.ts';
import type { ProfileId, profiles } from '../../../shared/contract/profiles.ts';
import { Failure } from '../../../shared/errors.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { readKeyFiles } from '../vault/key-files.ts';
import { addProfile, changeProfile, removeProfile } from './change-profiles.ts';
import { listProfiles } from './list-profiles.ts';

export const profilesHandlers: Handlers<typeof profiles, StoreContext> = {
  'profiles.ofFolder': (_, { folder }) => ({ items: profilesIn(folder) }),
  'profiles.list': (context) => ({ items: listProfiles(databaseOf(context)) }),
  'profiles.add': (context, input) => addProfile(context, input),
  'profiles.change': (context, input) => {
    changeProfile(context, input);
    return {};
  },
  'profiles.remove': async (context, input) => {
    await removeProfile(context, input);
    return {};
  },
};

function profilesIn(folder: string): { id: ProfileId; name: string | null }[] {
  try {
    const [newest] = readKeyFiles(folder).candidates;
    return (newest?.profiles ?? []).map(({ id, name }) => ({ id: id as ProfileId, name }));
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}
