import type { Attachment } from '../../../shared/contract/attachments.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import type { Inline } from '../../../shared/document/tree.ts';
import { cleanFileName, foldFileName } from '../../../shared/text/file-name.ts';
import { call } from '../../api/client.ts';
import { startJob } from '../../api/jobs.ts';
import { callCommand } from '../../api/use-command.ts';
import type { Stored } from './store-pasted.ts';

const isPicture = (path: string) => /\.(?:png|jpe?g|gif|webp|bmp)$/i.test(path);
const MOST_PICTURES = 100;

/**
 * The files that were just dropped on a text: pictures for the text itself, links to everything else, which is attached as by
 * the panel (its report says what was not taken). `divert` takes out what does not belong into a text. Throws `CallFailure`.
 */
export async function takeDropped(
  record: string,
  divert: (paths: readonly string[]) => readonly string[],
): Promise<{ stored: Stored[]; links: Inline[] }> {
  const recordId = RecordId.parse(record);
  const paths = divert((await call('window.takeDropped', {})).paths);
  const pictures = paths.filter(isPicture).slice(0, MOST_PICTURES);
  const others = paths.filter((path) => !isPicture(path));
  const stored =
    pictures.length === 0
      ? []
      : (await callCommand('attachments.addPictures', { recordId, paths: pictures })).pictures;
  if (others.length === 0) return { stored, links: [] };
  const report = await startJob('attachments.add', { recordId, paths: others });
  const known = report?.known === 0 ? [] : await namedAs(recordId, others);
  const added = [...(report?.added ?? []), ...known];
  const unique = new Map(added.map((one) => [one.id, one]));
  return { stored, links: [...unique.values()].flatMap(linkTo) };
}

/** Those that the record had already are found by their names. */
async function namedAs(recordId: RecordId, paths: readonly string[]): Promise<Attachment[]> {
  const names = new Set(
    paths.map((path) => foldFileName(cleanFileName(path.split(/[/\\]/).at(-1) ?? ''))),
  );
  const { items } = await call('attachments.list', { recordId, limit: 500 });
  return items.filter(({ name }) => names.has(foldFileName(name)));
}

function linkTo({ id, name }: Attachment, at: number): Inline[] {
  const link: Inline = { type: 'attachment-link', attachmentId: id, text: name };
  return at === 0 ? [link] : [{ type: 'text', text: '　' }, link];
}
