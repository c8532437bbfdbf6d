import { fromBufferPromise, type Entry } from 'yauzl';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import type { WordDocument, WordNode, WordPictures } from './map-word.ts';
import type { Count } from './mend-word-xml.ts';
import {
  MAX_PICTURE_IN_BYTES,
  MAX_PICTURES_IN_BYTES,
  type Picture,
  type Pictures,
} from './pictures.ts';

const isMedia = /^word\/media\/[^/]+$/i;
/** Drawings of Windows pack well; more than this is no drawing. */
const MAX_RATIO = 250;
const RATIO_FROM_IN_BYTES = 1024 * 1024;

/** The pictures in a Word file by the names of its zip, as far as limits allow; null for one beyond them or not whole. */
export async function unpackMedia(bytes: Buffer): Promise<Map<string, Buffer | null>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
  const media = new Map<string, Buffer | null>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (!isMedia.test(entry.fileName) || media.has(entry.fileName)) continue;
    media.set(entry.fileName, null);
    if (!isBearable(entry) || total + entry.uncompressedSize > MAX_PICTURES_IN_BYTES) continue;
    total += entry.uncompressedSize;
    try {
      const part = await buffer(await zip.openReadStreamPromise(entry));
      if (crc32(part) === entry.crc32) media.set(entry.fileName, part);
    } catch {
      // Damaged: it is counted where it is missing.
    }
  }
  return media;
}

function isBearable({ uncompressedSize, compressedSize }: Entry): boolean {
  return (
    uncompressedSize <= MAX_PICTURE_IN_BYTES &&
    (uncompressedSize <= RATIO_FROM_IN_BYTES ||
      uncompressedSize / Math.max(compressedSize, 1) <= MAX_RATIO)
  );
}

/**
 * Keeps the pictures that a document shows, each file once. The Word reader was given the name of each in its place, so that it never
 * sees one. What is not kept is counted.
 */
export async function keepWordPictures(
  document: WordDocument,
  media: ReadonlyMap<string, Buffer | null>,
  pictures: Pictures,
  count: Count,
  remote: number,
): Promise<WordPictures> {
  let elsewhere = 0;
  const byNode = new Map<WordNode, Picture | null>();
  const byName = new Map<string, Picture | null>();
  for (const node of imagesIn(document)) {
    const name = await nameOf(node);
    const bytes = name === null ? null : (media.get(name) ?? null);
    if (name !== null && !byName.has(name)) {
      const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
      byName.set(name, bytes === null ? null : pictures.keep(bytes, extension));
    }
    const picture = name === null ? null : (byName.get(name) ?? null);
    if (name === null) elsewhere += 1;
    else if (picture === null) count('image', 1);
    byNode.set(node, picture);
  }
  // Those on the network are counted by their addresses; others without a name are missing from the file.
  count('image', elsewhere - remote);
  return byNode;
}

/** Without recursion through the language's own stack: documents are nested as their makers like. */
function imagesIn(document: WordDocument): WordNode[] {
  const found: WordNode[] = [];
  const rest: WordNode[] = [document];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node.type === 'image') found.push(node);
    for (const child of (node.children ?? []).toReversed()) rest.push(child);
  }
  return found;
}

/** Null for a picture that is not in the file. */
async function nameOf(node: WordNode): Promise<string | null> {
  try {
    return (await node.readAsBuffer?.())?.toString('utf8') ?? null;
  } catch {
    return null;
  }
}
