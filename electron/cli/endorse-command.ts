import { resolve } from 'node:path';
import { Opinion, type EndorsablePack } from '../../shared/contract/endorsements.ts';
import { RecordId } from '../../shared/contract/records.ts';
import { has, one, required, UsageError, type Arguments } from './arguments.ts';
import type { Caller } from './caller.ts';
import type { Command } from './commands.ts';

const PAGE = 500;

/** What this provincial office says of a received record, by its id here. */
export const opinionCommand: Command = {
  usage: 'opinion ID recommended|not-recommended|none [--text TEXT]',
  options: { text: 'one' },
  needsOpenWorkspace: true,
  run: async (caller, args) => {
    const [id, word] = args.positionals;
    const recordId = RecordId.safeParse(id);
    const opinion = Opinion.safeParse(word);
    if (!recordId.success) throw new UsageError('ID is the id of a record');
    if (!opinion.success && word !== 'none') {
      throw new UsageError(`an opinion is one of ${Opinion.options.join(', ')}, none`);
    }
    const given = opinion.success ? { opinion: opinion.data, text: one(args, 'text') ?? '' } : null;
    await caller.call('endorsements.give', { recordId: recordId.data, given });
    return caller.call('endorsements.ofRecord', { id: recordId.data });
  },
};

/** Forwards the pack of a point with the opinions given; `list`: the packs that wait, or with `--done` those that went. */
export const endorseCommand: Command = {
  usage: 'endorse list [--done] | endorse PACK-ID --to OFFICE --out FILE [--note TEXT]',
  options: { to: 'one', out: 'one', note: 'one', done: 'flag' },
  needsOpenWorkspace: true,
  run: async (caller, args) => {
    const [packId] = args.positionals;
    if (packId === undefined) throw new UsageError('PACK-ID is missing');
    if (packId === 'list') return { items: await listAll(caller, args) };
    const { verification, ...written } = await caller.call('endorsements.write', {
      packId,
      to: required(args, 'to'),
      file: resolve(required(args, 'out')),
      note: one(args, 'note') ?? '',
    });
    return { ...written, original: verification.original, records: verification.contents.length };
  },
};

async function listAll(caller: Caller, args: Arguments): Promise<EndorsablePack[]> {
  const which = has(args, 'done') ? 'endorsed' : 'waiting';
  const items: EndorsablePack[] = [];
  for (;;) {
    const page = await caller.call('endorsements.packs', {
      which,
      offset: items.length,
      limit: PAGE,
    });
    items.push(...page.items);
    if (page.items.length === 0 || items.length >= page.total) return items;
  }
}
