import { crc32 } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { Skipped } from './source-text.ts';

const MAX_ENTRIES = 5000;
const MAX_PART_IN_BYTES = 24 * 1024 * 1024;
const MAX_PARTS_IN_BYTES = 48 * 1024 * 1024;
/** Word's XML is repetitive; a real one stays below 60. */
const MAX_RATIO = 250;
/** Only larger parts are held to the ratio: a few kilobytes of the same character are no attack. */
const RATIO_FROM_IN_BYTES = 1024 * 1024;

/**
 * The XML parts of a Word file by name; pictures and everything else stay packed. A zip's own figures are not
 * believed: each part is counted while it is inflated and its checksum compared. Skips with `file-damaged` what is no
 * whole zip, with `file-too-large` what grows beyond measure.
 */
export async function unpackWord(bytes: Buffer): Promise<Map<string, Buffer>> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
    return await readParts(zip);
  } catch (error) {
    if (error instanceof Skipped) throw error;
    throw new Skipped('file-damaged', error);
  }
}

async function readParts(zip: ZipFile): Promise<Map<string, Buffer>> {
  if (zip.entryCount > MAX_ENTRIES) throw new Skipped('file-too-large');
  const parts = new Map<string, Buffer>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (!/\.(?:xml|rels)$/i.test(entry.fileName)) continue;
    if (parts.has(entry.fileName)) throw new Skipped('file-damaged');
    refuseBomb(entry);
    total += entry.uncompressedSize;
    if (total > MAX_PARTS_IN_BYTES) throw new Skipped('file-too-large');
    const part = await buffer(await zip.openReadStreamPromise(entry));
    if (crc32(part) !== entry.crc32) throw new Skipped('file-damaged');
    parts.set(entry.fileName, part);
  }
  return parts;
}

/** By the sizes the zip claims; yauzl then ends the stream with an error as soon as a part exceeds its claim. */
function refuseBomb(entry: Entry): void {
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > MAX_PART_IN_BYTES) throw new Skipped('file-too-large');
  if (
    uncompressedSize > RATIO_FROM_IN_BYTES &&
    uncompressedSize / Math.max(compressedSize, 1) > MAX_RATIO
  ) {
    throw new Skipped('file-too-large');
  }
}
