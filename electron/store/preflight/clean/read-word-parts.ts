import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';

const MAX_PARTS = 5000;

/** The parts of a Word file by name, each unpacked and whole, in their order; null for what is no whole zip or larger than that. */
export async function readWordParts(
  bytes: Buffer,
  mostInBytes: number,
): Promise<Map<string, Buffer> | null> {
  const parts = new Map<string, Buffer>();
  let total = 0;
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
    if (zip.entryCount > MAX_PARTS) return null;
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      total += entry.uncompressedSize;
      if (total > mostInBytes || parts.has(entry.fileName)) return null;
      const part = await buffer(await zip.openReadStreamPromise(entry));
      if (crc32(part) !== entry.crc32) return null;
      parts.set(entry.fileName, part);
    }
  } catch {
    // No whole zip: somebody has to look at it.
    return null;
  }
  return parts;
}
