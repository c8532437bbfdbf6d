import type { Profile } from '../../shared/contract/profiles.ts';
import { Failure } from '../../shared/errors.ts';
import { has, UsageError } from './arguments.ts';
import type { Caller } from './caller.ts';
import type { Command } from './commands.ts';
import { readNewPassphrase } from './passphrase.ts';

/** `profiles list`, `profiles add NAME`, `profiles change NAME [NEW-NAME]`, `profiles remove NAME`. */
export const profilesCommand: Command = {
  usage:
    'profiles list | add NAME [--reviewer] [--new-passphrase-fd N] | change NAME [NEW-NAME] [--reviewer|--no-reviewer] | remove NAME',
  options: { reviewer: 'flag', 'no-reviewer': 'flag', 'new-passphrase-fd': 'one' },
  needsOpenWorkspace: true,
  run: async (caller, args, passphrase) => {
    const [verb, name, newName] = args.positionals;
    if (verb === 'list') return caller.call('profiles.list', {});
    if (name === undefined) throw new UsageError('NAME is missing');
    switch (verb) {
      case 'add':
        return caller.call('profiles.add', {
          name,
          isReviewer: has(args, 'reviewer'),
          passphrase: await passphrase(),
          newPassphrase: await readNewPassphrase(args),
        });
      case 'change': {
        const profile = await find(caller, name);
        const isReviewer =
          has(args, 'reviewer') || (profile.isReviewer && !has(args, 'no-reviewer'));
        const change = { id: profile.id, name: newName ?? profile.name ?? name, isReviewer };
        return caller.call('profiles.change', change);
      }
      case 'remove': {
        const { id } = await find(caller, name);
        return caller.call('profiles.remove', { id, passphrase: await passphrase() });
      }
      default:
        throw new UsageError('profiles list, add, change or remove');
    }
  },
};

async function find(caller: Caller, who: string): Promise<Profile> {
  const { items } = await caller.call('profiles.list', {});
  const here = items.filter(({ removedAt }) => removedAt === null);
  const found = here.find(({ id, name }) => id === who || name === who);
  if (found === undefined) throw new Failure('profile-unknown', { profile: who });
  return found;
}
