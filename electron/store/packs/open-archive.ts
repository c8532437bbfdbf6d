import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { Failure } from '../../../shared/errors.ts';
import { wholeOf } from '../files/let-go.ts';
import { checkEntry, refuseHiddenBytes, type CheckedEntry } from './check-entry.ts';
import { refuseCollisions } from './entry-names.ts';
import { limits } from './limits.ts';
import type { AtRest } from './quarantine.ts';

/** The bag inside a pack, after the archive checks. Paths are without the top folder. */
export type Archive = {
  folder: string;
  /** Unpacked sizes in bytes. */
  sizes: ReadonlyMap<string, number>;
  /** CRC-32 of a file, as the directory has it; what is read is held to it. */
  checksum(path: string): number;
  /** A whole file of at most `limit` bytes. Fails: `pack-file-missing`, `pack-too-large`, `pack-archive-unsafe`. */
  read(path: string, limit: number): Promise<Buffer>;
  /** SHA-256 of a file, hex, without keeping it. */
  hash(path: string, onChunk: () => void): Promise<string>;
  /** The bytes of a file in pieces of whatever length, each until the next is asked for. Fails: as `read`, at the latest at the end. */
  chunks(path: string): AsyncGenerator<Buffer>;
};

/**
 * Step 3. Reads the directory of the zip and compares it with every local header; nothing is unpacked.
 * Fails: `pack-structure-invalid` (no zip, no single top folder), `pack-too-large`, `pack-archive-unsafe`.
 */
export async function openArchive(quarantine: AtRest): Promise<Archive> {
  const zip = await openZip(quarantine);
  if (zip.entryCount > limits.entries) throw new Failure('pack-too-large');
  // The types call it a boolean.
  const directoryStart = Number(zip.readEntryCursor);
  const checked = await unsafeUnlessRead(async () => {
    const entries: CheckedEntry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(await checkEntry(zip, entry));
    return entries;
  });
  const directory = { start: directoryStart, end: Number(zip.readEntryCursor) };
  refuseHiddenBytes(checked, directory, quarantine);
  refuseCollisions(checked.map(({ name }) => name));
  const total = checked.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  if (total > limits.unpacked) throw new Failure('pack-too-large');
  return archiveOf(
    zip,
    quarantine,
    checked.filter(({ name }) => !name.endsWith('/')),
  );
}

async function openZip(quarantine: AtRest): Promise<ZipFile> {
  try {
    return await yauzl.fromRandomAccessReaderPromise(quarantine.reader(), quarantine.size(), {
      autoClose: false,
      // Names stay bytes; entry-names.ts reads them more strictly than yauzl would.
      decodeStrings: false,
    });
  } catch (error) {
    throw new Failure('pack-structure-invalid', {}, error);
  }
}

function archiveOf(zip: ZipFile, bytes: AtRest, files: readonly CheckedEntry[]): Archive {
  const folder = files[0]?.name.split('/')[0] ?? '';
  const entries = new Map<string, CheckedEntry>();
  for (const checked of files) {
    const { name } = checked;
    if (!name.startsWith(`${folder}/`))
      throw new Failure('pack-structure-invalid', { entry: name });
    entries.set(name.slice(folder.length + 1), checked);
  }
  async function* chunks(path: string): AsyncGenerator<Buffer> {
    const checked = entries.get(path);
    if (checked === undefined) throw new Failure('pack-file-missing', { file: path });
    const { entry } = checked;
    const isStored = entry.compressionMethod === STORED;
    let checksum = 0;
    for await (const piece of isStored ? stored(bytes, checked) : unpacked(zip, entry)) {
      checksum = crc32(piece, checksum);
      yield piece;
    }
    if (checksum !== entry.crc32) throw new Failure('pack-archive-unsafe', { entry: path });
  }
  return {
    folder,
    sizes: new Map([...entries].map(([path, { entry }]) => [path, entry.uncompressedSize])),
    checksum(path) {
      const checked = entries.get(path);
      if (checked === undefined) throw new Failure('pack-file-missing', { file: path });
      return checked.entry.crc32;
    },
    async read(path, limit) {
      if ((entries.get(path)?.entry.uncompressedSize ?? 0) > limit) {
        throw new Failure('pack-too-large', { file: path });
      }
      return wholeOf(chunks(path));
    },
    async hash(path, onChunk) {
      const digest = createHash('sha256');
      for await (const chunk of chunks(path)) {
        digest.update(chunk);
        onChunk();
      }
      return digest.digest('hex');
    },
    chunks,
  };
}

const STORED = 0;
/** Pieces of 64 KiB after which other work gets its turn. */
const PIECES_AT_ONCE = 16;

/** The bytes of an entry that is not deflated lie there as they are. */
async function* stored(bytes: AtRest, { entry, name, end }: CheckedEntry): AsyncGenerator<Buffer> {
  if (entry.compressedSize !== entry.uncompressedSize) {
    throw new Failure('pack-archive-unsafe', { entry: name });
  }
  let pieces = 0;
  for (const piece of bytes.stretch(end - entry.compressedSize, end)) {
    yield piece;
    pieces += 1;
    if (pieces % PIECES_AT_ONCE === 0) await turn();
  }
}

async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const stream = await unsafeUnlessRead(() => zip.openReadStreamPromise(entry));
  const read = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  for (;;) {
    const next = await unsafeUnlessRead(() => read.next());
    if (next.done === true) return;
    yield next.value;
  }
}

/** yauzl and zlib say in prose what is wrong with an archive; to us it is all one. */
async function unsafeUnlessRead<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('pack-archive-unsafe', {}, error);
  }
}
