import { resolve } from 'node:path';
import type { RegistryOffice } from '../../shared/contract/registry.ts';
import { has, UsageError } from './arguments.ts';
import type { Command } from './commands.ts';

const PAGE = 500;

/**
 * `registry import FILE [--without-wrong] [--preview]`, `registry list`, `registry export FILE`: the offices of a desk. What is wrong with
 * a file is answered row by row by `--preview`, which changes nothing.
 */
export const registryCommand: Command = {
  usage: 'registry list | import FILE [--preview] [--without-wrong] | export FILE',
  options: { preview: 'flag', 'without-wrong': 'flag' },
  needsOpenWorkspace: true,
  run: async (caller, args) => {
    const [verb, name] = args.positionals;
    if (verb === 'list') {
      const items: RegistryOffice[] = [];
      for (;;) {
        const page = await caller.call('registry.list', { offset: items.length, limit: PAGE });
        items.push(...page.items);
        if (page.items.length === 0 || items.length >= page.total) return { items };
      }
    }
    if (verb !== 'import' && verb !== 'export') {
      throw new UsageError('registry list, registry import FILE or registry export FILE');
    }
    if (name === undefined) throw new UsageError('FILE is missing');
    const file = resolve(name);
    if (verb === 'export') return caller.call('registry.export', { file });
    return has(args, 'preview')
      ? caller.call('registry.preview', { file })
      : caller.call('registry.import', { file, withoutWrong: has(args, 'without-wrong') });
  },
};
