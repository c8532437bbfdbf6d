import { resolve } from 'node:path';
import * as z from 'zod';
import { RecordId } from '../../shared/contract/records.ts';
import { Failure } from '../../shared/errors.ts';
import { one, required, UsageError, type Arguments } from './arguments.ts';
import { chosenAttachments } from './chosen-attachments.ts';
import type { Command } from './commands.ts';
import { decideByFile } from './preflight-command.ts';

/** `document ID… --out FILE.docx`: records as official paper; `--attachments` says which of their pictures are shown. */
export const documentCommand: Command = {
  usage:
    'document ID… --out FILE.docx [--attachments all|ID…] [--date YYYY-MM-DD|none] [--decisions FILE]',
  options: { out: 'one', attachments: 'many', date: 'one', decisions: 'one' },
  needsOpenWorkspace: true,
  run: async (caller, args) => {
    const recordIds = args.positionals.map((text) => {
      const parsed = RecordId.safeParse(text);
      if (!parsed.success) throw new Failure('record-not-found');
      return parsed.data;
    });
    if (recordIds.length === 0) throw new UsageError('ID is missing');
    const file = resolve(required(args, 'out'));
    if (!/\.docx$/iu.test(file)) throw new UsageError('--out ends in .docx');
    const date = dateOf(args);
    const attachmentIds = await chosenAttachments(args, async () => {
      const { items } = await caller.call('documents.pictures', { recordIds });
      return items.map(({ id }) => id);
    });
    const leaving = { recordIds, attachmentIds };
    const decisions = one(args, 'decisions');
    if (decisions !== undefined) await decideByFile(caller, leaving, decisions);
    return caller.call('documents.write', { ...leaving, date, file });
  },
};

/** Undefined: today. Null: neither name nor date. */
function dateOf(args: Arguments): string | null | undefined {
  const text = one(args, 'date');
  if (text === undefined || text === 'none') return text === 'none' ? null : undefined;
  if (!z.iso.date().safeParse(text).success) {
    throw new UsageError('--date is none or a day such as 2026-11-23');
  }
  return text;
}
