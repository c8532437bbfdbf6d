import { resolve } from 'node:path';
import { RecordId } from '../../shared/contract/records.ts';
import { MergeChoice } from '../../shared/contract/office.ts';
import { Failure } from '../../shared/errors.ts';
import { has, one, required, UsageError, type Arguments } from './arguments.ts';
import type { Caller } from './caller.ts';
import type { Command } from './commands.ts';

/**
 * `office send ID…` for review, or `--back` where they came from; what comes is taken in by `receive`. `office conflicts ID` shows what has to be
 * decided, `office merge ID --take ours|theirs|both` decides all of it alike.
 */
export const officeCommand: Command = {
  usage:
    'office send ID… --to OFFICE --out FILE [--back] [--note TEXT] | office status ID | office conflicts ID | office merge ID --take ours|theirs|both',
  options: { to: 'one', out: 'one', back: 'flag', note: 'one', take: 'one' },
  needsOpenWorkspace: true,
  run: (caller, args) => {
    const [verb, ...ids] = args.positionals;
    const [first] = ids;
    if (first === undefined) throw new UsageError('ID is missing');
    const id = recordId(first);
    switch (verb) {
      case 'send':
        return caller.call('office.send', {
          recordIds: ids.map(recordId),
          to: required(args, 'to'),
          file: resolve(required(args, 'out')),
          direction: has(args, 'back') ? 'back' : 'for-review',
          note: one(args, 'note') ?? '',
        });
      case 'status':
        return caller.call('office.rounds', { recordId: id });
      case 'conflicts':
        return caller.call('office.conflicts', { recordId: id });
      case 'merge':
        return mergeAll(caller, args, id);
      default:
        throw new UsageError('office send, office status, office conflicts or office merge');
    }
  },
};

async function mergeAll(caller: Caller, args: Arguments, id: RecordId): Promise<unknown> {
  const take = MergeChoice.safeParse(required(args, 'take'));
  if (!take.success) throw new UsageError('--take is ours, theirs or both');
  const { conflicts, saves } = await caller.call('office.conflicts', { recordId: id });
  // Of a title there are not both.
  const choices = Object.fromEntries(
    conflicts.map(({ key, choices: may }) => [key, may.includes(take.data) ? take.data : 'ours']),
  );
  return caller.call('office.merge', { recordId: id, saves, choices });
}

function recordId(text: string): RecordId {
  const parsed = RecordId.safeParse(text);
  if (!parsed.success) throw new Failure('record-not-found');
  return parsed.data;
}
