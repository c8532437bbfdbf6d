import { resolve } from 'node:path';
import * as z from 'zod';
import type { StandingRecord } from '../../shared/contract/answers.ts';
import { RecordId } from '../../shared/contract/records.ts';
import { ReceivedState, ShownState } from '../../shared/contract/situation.ts';
import { Failure } from '../../shared/errors.ts';
import { has, one, UsageError, type Arguments } from './arguments.ts';
import type { Caller } from './caller.ts';

/**
 * Takes packs in, one after another; each is answered for by itself: `taken`, `again`, `held` (a new numbering that nobody has
 * confirmed; `--confirm-epoch` says that somebody telephoned) or `refused` with its `code`. If any was refused or held, the last
 * line of what went wrong is the failure of the command.
 */
export async function receive(caller: Caller, args: Arguments): Promise<unknown> {
  if (args.positionals.length === 0) throw new UsageError('FILE is missing');
  const answers: unknown[] = [];
  let failure: Failure | undefined;
  for (const path of args.positionals) {
    const file = resolve(path);
    try {
      answers.push({ file, ...(await takeIn(caller, file, has(args, 'confirm-epoch'))) });
    } catch (error) {
      if (!(error instanceof Failure) || error.code === 'cancelled') throw error;
      const state = error.code === 'epoch-unconfirmed' ? 'held' : 'refused';
      answers.push({ file, state, code: error.code });
      failure = error;
    }
  }
  // One file that is refused is a refusal; of several, each has its line.
  if (failure !== undefined && answers.length === 1) throw failure;
  return { items: answers };
}

async function takeIn(caller: Caller, file: string, confirms: boolean) {
  try {
    return await caller.call('inbox.takeIn', { file });
  } catch (error) {
    if (!confirms || !(error instanceof Failure) || error.code !== 'epoch-unconfirmed') throw error;
    const { channel, epoch } = error.detail;
    await caller.call('inbox.confirmEpoch', { channel: String(channel), epoch: String(epoch) });
    return caller.call('inbox.takeIn', { file });
  }
}

const PAGE = 500;

/**
 * `received list`: the records that came in, those due first, all or of one state or office (its id or its name); `received set`: what becomes of
 * some, by their ids here, told with the next receipt.
 */
export async function received(caller: Caller, args: Arguments): Promise<unknown> {
  if (args.positionals[0] === 'set') return setReceived(caller, args);
  if (args.positionals[0] !== 'list') throw new UsageError('received list | received set');
  const state = ShownState.safeParse(one(args, 'state') ?? undefined);
  if (one(args, 'state') !== undefined && !state.success) {
    throw new UsageError(`--state is one of ${ShownState.options.join(', ')}`);
  }
  const office = one(args, 'office');
  const senderId = office === undefined ? undefined : await senderNamed(caller, office);
  const items: StandingRecord[] = [];
  for (;;) {
    const page = await caller.call('received.states', {
      offset: items.length,
      limit: PAGE,
      ...(state.success ? { state: state.data } : {}),
      ...(senderId === undefined ? {} : { senderId }),
    });
    items.push(...page.items);
    if (page.items.length === 0 || items.length >= page.total) return { items };
  }
}

function setReceived(caller: Caller, args: Arguments): Promise<unknown> {
  const ids = z.array(RecordId).min(1).safeParse(args.positionals.slice(1));
  if (!ids.success) throw new UsageError('ID is the id of a record');
  const to = ReceivedState.safeParse(one(args, 'to'));
  if (!to.success) throw new UsageError(`--to is one of ${ReceivedState.options.join(', ')}`);
  const note = one(args, 'note') ?? '';
  return caller.call('received.setState', { ids: ids.data, to: to.data, note });
}

async function senderNamed(caller: Caller, office: string): Promise<string> {
  const { items } = await caller.call('inbox.senders', {});
  const found = items.find(({ id, name }) => id === office || name === office);
  if (found === undefined) throw new UsageError('--office names nobody who sent a pack');
  return found.id;
}
