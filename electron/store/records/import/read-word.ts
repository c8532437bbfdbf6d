import mammoth from 'mammoth';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { mapWord, type WordDocument } from './map-word.ts';
import type { WordChanges } from '../../../../shared/contract/records.ts';
import { openPictures } from './pictures.ts';
import { keepWordPictures, unpackMedia } from './word-pictures.ts';
import { resolveChanges } from './word-changes.ts';
import { wordRemarks } from './word-remarks.ts';
import { mendWordXml, type Count } from './mend-word-xml.ts';
import { AS_ACCEPTED, Skipped, type NotKept, type SourceText } from './source-text.ts';
import { unpackWord } from './unpack-word.ts';

const textParts = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/i;
const textRun = /<w:t(?:\s[^>]*)?>([^<]*)</g;
const pageParts = /^word\/(?:header|footer)\d*\.xml$/i;

/**
 * A `.docx` file. Its parts are unpacked under limits and handed on in a zip of our own making, which is all the Word
 * reader ever sees; of its answer only the document tree is taken. Skips with `file-damaged`, `file-too-large`, `file-protected`, `file-old-word`.
 */
export async function readWord(bytes: Buffer, taken = AS_ACCEPTED): Promise<SourceText> {
  const notKept = new Map<NotKept, number>();
  const count: Count = (what, times) => {
    if (times > 0) notKept.set(what, (notKept.get(what) ?? 0) + times);
  };
  refuseOldForms(bytes);
  const parts = await unpackWord(bytes);
  try {
    const [remarks, remote] = [wordRemarks(parts, taken, count), remotePictures(parts)];
    count('remote-image', remote.length);
    const media = await unpackMedia(bytes);
    const document = await readTree(await mended(parts, [...media.keys()], taken, count));
    const pictures = openPictures();
    const shown = await keepWordPictures(document, media, pictures, count, remote.length);
    const blocks = mapWord(document, count, shown);
    const { file, comments, counts: changes } = remarks;
    const files = file === null ? pictures.files : [...pictures.files, file];
    return { blocks, notKept, remote, files, comments, changes, pageLines: pageLinesOf(parts) };
  } catch (error) {
    // Nested without end: the stack has no more room.
    if (error instanceof RangeError) throw new Skipped('file-damaged', error);
    throw error;
  }
}

/**
 * The parts in a zip of our own. A part that declares a document type is refused, since entities can be made to grow
 * without bound and no Word file has any.
 */
async function mended(
  parts: ReadonlyMap<string, Buffer>,
  media: readonly string[],
  taken: WordChanges,
  count: Count,
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, part] of parts) {
    const xml = part.toString('utf8');
    if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Skipped('file-damaged');
    if (pageParts.test(name)) count('formatting', hasOwnText(xml) ? 1 : 0);
    const bytes = textParts.test(name)
      ? Buffer.from(mendWordXml(resolveChanges(xml, taken.text), count))
      : part;
    zip.addBuffer(bytes, name, { compress: false });
  }
  // In the place of a picture stands its name.
  for (const name of media) zip.addBuffer(Buffer.from(name), name, { compress: false });
  zip.end();
  return buffer(zip.outputStream);
}

/** The container of Word before 2007, in which a protected `.docx` is wrapped, too. It names its streams in UTF-16. */
function refuseOldForms(bytes: Buffer): void {
  if (!bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) return;
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    throw new Skipped('file-protected');
  if (bytes.includes(Buffer.from('WordDocument', 'utf16le'))) throw new Skipped('file-old-word');
}

/** The addresses of pictures that lie elsewhere. They are not fetched. */
function remotePictures(parts: ReadonlyMap<string, Buffer>): string[] {
  return [...parts]
    .filter(([name]) => name.startsWith('word/_rels/'))
    .flatMap(([, part]) => part.toString('utf8').match(/<Relationship\s[^>]*>/g) ?? [])
    .filter((tag) => /TargetMode="External"/.test(tag) && /Type="[^"]*\/image"/.test(tag))
    .map((tag) => /Target="([^"]*)"/.exec(tag)?.[1] ?? '');
}

/** The paragraphs above and below every page: a marking of secrecy may stand there. */
function pageLinesOf(parts: ReadonlyMap<string, Buffer>): string[] {
  return [...parts]
    .filter(([name]) => pageParts.test(name))
    .flatMap(([, part]) => part.toString('utf8').split(/<\/w:p>/u))
    .map((xml) => [...xml.matchAll(textRun)].map(([, text = '']) => text).join(''));
}

/** Page numbers alone are no loss. */
function hasOwnText(xml: string): boolean {
  const texts = [...xml.matchAll(textRun)].map(([, text = '']) => text);
  return /\p{L}/u.test(texts.join('').replaceAll(/第|页|共/g, ''));
}

async function readTree(bytes: Buffer): Promise<WordDocument> {
  let document: WordDocument | null = null;
  try {
    await mammoth.convertToHtml(
      { buffer: bytes },
      {
        externalFileAccess: false,
        includeDefaultStyleMap: false,
        includeEmbeddedStyleMap: false,
        transformDocument: (tree: WordDocument) => {
          document = tree;
          // Nothing is left to be turned into HTML.
          return { ...tree, children: [] };
        },
      },
    );
  } catch (error) {
    throw new Skipped('file-damaged', error);
  }
  if (document === null) throw new Skipped('file-damaged');
  return document;
}
