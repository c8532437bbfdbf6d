import { createHash } from 'node:crypto';
import { Failure } from '../../../shared/errors.ts';
import { readWordParts } from '../preflight/clean/read-word-parts.ts';
import { leftoversIn } from '../preflight/leftovers.ts';
import { eachOnce, type Cleared } from '../preflight/rescan.ts';
import { fontNames } from './word-styles.ts';

/** The parts that a document of ours has; no properties, no comments, nothing embedded. */
const known =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/_rels\/document\.xml\.rels|word\/(?:document|styles|fontTable|settings|footnotes|footer1|footer2)\.xml)$/u;
const media = /^word\/media\/[0-9a-f]{64}\.(?:png|jpeg)$/u;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/**
 * The last look at a Word file as it is about to be written: unpacked again and read as text, by code that knows nothing of how it was
 * made. Whatever was not decided to stay, a picture that nobody looked through, a part that does not belong there, or words in
 * a tag refuse the whole. Fails: `state-secret-marked`, `preflight-open`.
 */
export async function rescanWord(
  bytes: Buffer,
  cleared: readonly Cleared[],
  mostInBytes: number,
): Promise<void> {
  const names = eachOnce(cleared.flatMap((one) => one.names));
  const kept = cleared.flatMap((one) => one.kept);
  const lookedThrough = new Set(cleared.flatMap((one) => one.files));
  const parts = await readWordParts(bytes, mostInBytes);
  if (parts === null || !parts.has('word/document.xml')) return refuse('document.xml');
  for (const [name, part] of parts) {
    if (media.test(name)) {
      const hash = createHash('sha256').update(part).digest('hex');
      if (!lookedThrough.has(hash)) refuse(name);
      continue;
    }
    const xml = part.toString('utf8');
    if (!known.test(name) || !Buffer.from(xml).equals(part)) return refuse(name);
    if (saysSomething(xml)) refuse(name);
    const left = leftoversIn(textOfPart(xml), names, kept);
    if (left.some(({ kind }) => kind === 'secrecy-marking'))
      throw new Failure('state-secret-marked');
    if (left.length > 0) refuse(name, left.length);
  }
}

/** A line for each paragraph, notes and cells among them. */
export function textOfPart(xml: string): string {
  return xml
    .replaceAll(/<\/w:p>|<w:br\/>|<w:tab\/>/gu, '\n')
    .replaceAll(/<[^<>]*>/gu, '')
    .replaceAll(/&(amp|lt|gt|quot);/gu, (_whole, name: string) => entities[name] ?? '');
}

/** Whether a tag holds words other than names of fonts: all that is in a tag of ours is written in ASCII. */
function saysSomething(xml: string): boolean {
  const tags = (xml.match(/<[^<>]*>/gu) ?? []).join('\n');
  const rest = fontNames.reduce((text, font) => text.replaceAll(font, ''), tags);
  return /[^\x20-\x7e\n]/u.test(rest);
}

function refuse(part: string, open = 1): never {
  throw new Failure('preflight-open', { open, file: part.split('/').at(-1) ?? part });
}
