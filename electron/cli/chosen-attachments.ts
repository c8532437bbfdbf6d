import { AttachmentId } from '../../shared/contract/attachments.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { Failure } from '../../shared/errors.ts';
import { many, type Arguments } from './arguments.ts';
import type { Caller } from './caller.ts';

const PAGE = 500;

/** `--attachments all` or their ids, as they stand in lists; without it none go along. `every` lists what `all` means. */
export async function chosenAttachments(
  args: Arguments,
  every: () => Promise<AttachmentId[]>,
): Promise<AttachmentId[]> {
  const named = many(args, 'attachments').flatMap((ids) => ids.split(','));
  if (named.includes('all')) return every();
  return named.map((text) => {
    const parsed = AttachmentId.safeParse(text);
    if (!parsed.success) throw new Failure('attachment-not-found');
    return parsed.data;
  });
}

/** Every file of records. */
export async function attachmentsOf(
  caller: Caller,
  recordIds: readonly RecordId[],
): Promise<AttachmentId[]> {
  const ids: AttachmentId[] = [];
  for (;;) {
    const page = await caller.call('attachments.ofRecords', {
      recordIds: [...recordIds],
      offset: ids.length,
      limit: PAGE,
    });
    ids.push(...page.items.map(({ id }) => id));
    if (page.items.length === 0 || ids.length >= page.total) return ids;
  }
}
