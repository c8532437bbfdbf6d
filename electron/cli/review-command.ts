import { resolve } from 'node:path';
import { RecordId } from '../../shared/contract/records.ts';
import { review } from '../../shared/contract/review.ts';
import { Failure } from '../../shared/errors.ts';
import { one, required, UsageError, type Arguments } from './arguments.ts';
import type { Command } from './commands.ts';

/** `approve ID… [--out FOLDER]`: signed by whoever opened the workspace; with one ID, the proof is written out. */
export const approveCommand: Command = {
  usage: 'approve ID… --as PROFILE [--comment TEXT] [--out FOLDER]',
  options: { comment: 'one', out: 'one' },
  needsOpenWorkspace: true,
  run: async (caller, args) => {
    const ids = idsOf(args);
    const out = one(args, 'out');
    if (out !== undefined && ids.length !== 1) throw new UsageError('--out is for one ID');
    const approved: unknown[] = [];
    for (const id of ids) {
      const comment = one(args, 'comment') ?? '';
      const { approval } = await caller.call('review.step', { id, to: 'approved', comment });
      approved.push(approval);
      if (out !== undefined) {
        await caller.call('review.writeApproval', { id, folder: resolve(out) });
      }
    }
    return { approved };
  },
};

/** `status ID…` shows the way of records; `--to STATUS` takes them a step further. */
export const statusCommand: Command = {
  usage:
    'status ID… [--to draft|in-review|returned|received|adopted] [--comment TEXT] | status --needs-approval yes|no',
  options: { to: 'one', comment: 'one', 'needs-approval': 'one' },
  needsOpenWorkspace: true,
  run: async (caller, args) => {
    const rule = one(args, 'needs-approval');
    if (rule !== undefined) {
      if (rule !== 'yes' && rule !== 'no') throw new UsageError('--needs-approval is yes or no');
      await caller.call('review.setRule', { needsApproval: rule === 'yes' });
      return caller.call('review.rule', {});
    }
    const shown: unknown[] = [];
    for (const id of idsOf(args)) {
      if (one(args, 'to') !== undefined) {
        const step = { id, to: required(args, 'to'), comment: one(args, 'comment') ?? '' };
        const parsed = review['review.step'].input.safeParse(step);
        if (!parsed.success) throw new UsageError('--to is no step that can be taken by hand');
        await caller.call('review.step', parsed.data);
      }
      shown.push({ id, ...(await caller.call('review.steps', { id })) });
    }
    return shown;
  },
};

function idsOf(args: Arguments): RecordId[] {
  if (args.positionals.length === 0) throw new UsageError('ID is missing');
  return args.positionals.map((text) => {
    const parsed = RecordId.safeParse(text);
    if (!parsed.success) throw new Failure('record-not-found');
    return parsed.data;
  });
}
