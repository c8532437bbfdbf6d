import { resolve } from 'node:path';
import type { AuditLine } from '../../shared/contract/audit.ts';
import { Failure } from '../../shared/errors.ts';
import { UsageError } from './arguments.ts';
import type { Command } from './commands.ts';

const PAGE = 500;

/** `audit list`, `audit verify`, `audit export FILE`. A broken chain is a refusal, `audit-broken`. */
export const auditCommand: Command = {
  usage: 'audit list|verify|export FILE',
  options: {},
  needsOpenWorkspace: true,
  run: async (caller, args) => {
    const [verb, file] = args.positionals;
    switch (verb) {
      case 'list': {
        const items: AuditLine[] = [];
        for (;;) {
          const page = await caller.call('audit.list', { offset: items.length, limit: PAGE });
          items.push(...page.items);
          if (page.items.length === 0 || items.length >= page.total) return { items };
        }
      }
      case 'verify': {
        const state = await caller.call('audit.verify', {});
        if (state.brokenAt !== null) throw new Failure('audit-broken', { number: state.brokenAt });
        return state;
      }
      case 'export':
        if (file === undefined) throw new UsageError('FILE is missing');
        return caller.call('audit.export', { file: resolve(file) });
      default:
        throw new UsageError('audit list, audit verify or audit export FILE');
    }
  },
};
