import { resolve } from 'node:path';
import { RecordId } from '../../shared/contract/records.ts';
import { many, one, required, UsageError } from './arguments.ts';
import type { Command } from './commands.ts';

/** What every office is owed, in one step; with `--office`, what these are. */
export const receiptsCommand: Command = {
  usage: 'receipts --out FOLDER [--office OFFICE…]',
  options: { out: 'one', office: 'many' },
  needsOpenWorkspace: true,
  run: (caller, args) => {
    const officeIds = many(args, 'office');
    const folder = resolve(required(args, 'out'));
    return caller.call('receipts.write', {
      folder,
      ...(officeIds.length === 0 ? {} : { officeIds }),
    });
  },
};

/** A question or an answer. `--about` names a record by its id here. */
export const messageCommand: Command = {
  usage: 'message --to OFFICE --text TEXT --out FILE [--about ID] [--thread ID]',
  options: { to: 'one', about: 'one', thread: 'one', text: 'one', out: 'one' },
  needsOpenWorkspace: true,
  run: (caller, args) => {
    const about = one(args, 'about');
    const threadId = one(args, 'thread');
    const named = about === undefined ? undefined : RecordId.safeParse(about);
    if (named?.success === false) throw new UsageError('--about is the id of a record');
    return caller.call('messages.send', {
      to: required(args, 'to'),
      text: required(args, 'text'),
      file: resolve(required(args, 'out')),
      ...(named === undefined ? {} : { about: named.data }),
      ...(threadId === undefined ? {} : { threadId }),
    });
  },
};
