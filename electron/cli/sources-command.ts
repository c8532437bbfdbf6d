import { resolve } from 'node:path';
import { UsageError } from './arguments.ts';
import type { Command } from './commands.ts';

/** `sources import FILE`, `sources export FILE`: the library of sources as CSL-JSON. */
export const sourcesCommand: Command = {
  usage: 'sources import|export FILE',
  options: {},
  needsOpenWorkspace: true,
  run: (caller, args) => {
    const [verb, file] = args.positionals;
    if (verb !== 'import' && verb !== 'export') {
      throw new UsageError('sources import FILE or sources export FILE');
    }
    if (file === undefined) throw new UsageError('FILE is missing');
    return verb === 'import'
      ? caller.call('sources.import', { file: resolve(file) })
      : caller.call('sources.export', { file: resolve(file) });
  },
};
