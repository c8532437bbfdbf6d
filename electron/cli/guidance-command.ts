import { resolve } from 'node:path';
import { AttachmentId } from '../../shared/contract/attachments.ts';
import { RecordId } from '../../shared/contract/records.ts';
import { many, one, required, UsageError } from './arguments.ts';
import { attachmentsOf, chosenAttachments } from './chosen-attachments.ts';
import type { Command } from './commands.ts';
import { decideByFile } from './preflight-command.ts';

/**
 * Guidance to all enrolled offices, or with `--to` to these. `--cards`: of offices, `own` for one's own. `--regarding`: received records that
 * it is about; then it goes to their sender alone.
 */
export const guideCommand: Command = {
  usage:
    'guide --out FILE [--records ID…] [--note TEXT] [--to OFFICE…] [--cards own|OFFICE…] [--regarding ID…] [--attachments all|ID…] [--decisions FILE]',
  options: {
    records: 'many',
    attachments: 'many',
    note: 'one',
    to: 'many',
    cards: 'many',
    regarding: 'many',
    out: 'one',
    decisions: 'one',
  },
  needsOpenWorkspace: true,
  run: async (caller, args) => {
    const recordIds = many(args, 'records').flatMap((ids) => ids.split(',').map(recordId));
    const attachmentIds: AttachmentId[] = await chosenAttachments(args, () =>
      attachmentsOf(caller, recordIds),
    );
    const decisions = one(args, 'decisions');
    if (decisions !== undefined && recordIds.length > 0) {
      await decideByFile(caller, { recordIds, attachmentIds }, decisions);
    }
    const to = many(args, 'to');
    return caller.call('guidance.write', {
      recordIds,
      attachmentIds,
      note: one(args, 'note') ?? '',
      cards: many(args, 'cards'),
      regarding: many(args, 'regarding').flatMap((ids) => ids.split(',').map(recordId)),
      ...(to.length === 0 ? {} : { to }),
      file: resolve(required(args, 'out')),
    });
  },
};

/** Calls known here; with the id of one of one's own, who has answered it and who has not. */
export const callsCommand: Command = {
  usage: 'calls [ID]',
  options: {},
  needsOpenWorkspace: true,
  run: (caller, args) => {
    const [id] = args.positionals;
    return id === undefined
      ? caller.call('guidance.calls', {})
      : caller.call('guidance.answers', { id: recordId(id) });
  },
};

function recordId(text: string): RecordId {
  const id = RecordId.safeParse(text.trim());
  if (!id.success) throw new UsageError(`${text} is not the id of a record`);
  return id.data;
}
