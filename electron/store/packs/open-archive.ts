import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type LocalFileHeader, type ZipFile } from 'yauzl';
import { Failure } from '../../../shared/errors.ts';
import { refuseCollisions, safeEntryName } from './entry-names.ts';
import { limits } from './limits.ts';
import type { Quarantine } from './quarantine.ts';

/** The bag inside a pack, after the archive checks. Paths are without the top folder. */
export type Archive = {
  folder: string;
  /** Unpacked sizes in bytes. */
  sizes: ReadonlyMap<string, number>;
  /** A whole file of at most `limit` bytes. Fails: `pack-file-missing`, `pack-too-large`, `pack-archive-unsafe`. */
  read(path: string, limit: number): Promise<Buffer>;
  /** SHA-256 of a file, hex, without keeping it. */
  hash(path: string, onChunk: () => void): Promise<string>;
};

/** General purpose flag: sizes and checksum follow the data. */
const DEFERRED = 8;

type CheckedEntry = { entry: Entry; name: string; start: number; end: number };

/**
 * Step 3. Reads the directory of the zip and compares it with every local header; nothing is unpacked.
 * Fails: `pack-structure-invalid` (no zip, no single top folder), `pack-too-large`, `pack-archive-unsafe`.
 */
export async function openArchive(quarantine: Quarantine): Promise<Archive> {
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
    checked.filter(({ name }) => !name.endsWith('/')),
  );
}

async function openZip(quarantine: Quarantine): Promise<ZipFile> {
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

async function checkEntry(zip: ZipFile, entry: Entry): Promise<CheckedEntry> {
  const name = safeEntryName(entry.fileNameRaw, (entry.generalPurposeBitFlag & 0x800) !== 0);
  const unsafe = () => new Failure('pack-archive-unsafe', { entry: name });
  const isDirectory = name.endsWith('/');
  if (entry.isEncrypted() || !entry.canDecodeFileData()) throw unsafe();
  if (entry.fileCommentLength > 0 || !isPlainType(entry, isDirectory)) throw unsafe();
  if (isDirectory && entry.uncompressedSize > 0) throw unsafe();
  if (
    entry.uncompressedSize > 1024 ** 2 &&
    entry.uncompressedSize > limits.ratio * entry.compressedSize
  ) {
    throw new Failure('pack-too-large', { entry: name });
  }
  const local = await zip.readLocalFileHeaderPromise(entry);
  if (!agrees(entry, local)) throw unsafe();
  const end = local.fileDataStart + entry.compressedSize;
  return { entry, name, start: entry.relativeOffsetOfLocalHeader, end };
}

/** Regular files and folders; no link, device or pipe, as the Unix mode in the upper half of the attributes tells. */
function isPlainType(entry: Entry, isDirectory: boolean): boolean {
  const type = (entry.externalFileAttributes >>> 16) & 0xf000;
  return type === 0 || type === (isDirectory ? 0x4000 : 0x8000);
}

/**
 * Whether the local header says what the directory says. With flag bit 3 set, what was not known before the data stands as 0
 * and follows in a data descriptor.
 */
function agrees(entry: Entry, local: LocalFileHeader): boolean {
  const isDeferred = (local.generalPurposeBitFlag & DEFERRED) !== 0;
  const [unpacked, packed] = localSizes(local);
  const isSame = (stated: number, actual: number) =>
    stated === actual || (isDeferred && stated === 0);
  return (
    Buffer.compare(local.fileName, entry.fileNameRaw) === 0 &&
    local.compressionMethod === entry.compressionMethod &&
    local.generalPurposeBitFlag === entry.generalPurposeBitFlag &&
    isSame(local.crc32, entry.crc32) &&
    isSame(packed, entry.compressedSize) &&
    isSame(unpacked, entry.uncompressedSize)
  );
}

function localSizes(local: LocalFileHeader): [unpacked: number, packed: number] {
  const { uncompressedSize, compressedSize } = local;
  if (uncompressedSize !== 0xffffffff && compressedSize !== 0xffffffff) {
    return [uncompressedSize, compressedSize];
  }
  const wide = yauzl.parseExtraFields(local.extraField).find((field) => field.id === 1);
  if (wide === undefined || wide.data.length < 16) return [uncompressedSize, compressedSize];
  return [Number(wide.data.readBigUInt64LE(0)), Number(wide.data.readBigUInt64LE(8))];
}

/**
 * Entries must follow one another from the first byte to the directory, and the directory must reach to the end: what
 * overlaps, or lies in between unlisted, is read by one program and not by another. Only an entry's own data descriptor may
 * stand between.
 */
function refuseHiddenBytes(
  checked: readonly CheckedEntry[],
  directory: { start: number; end: number },
  quarantine: Quarantine,
): void {
  const ordered = checked.toSorted((a, b) => a.start - b.start);
  if ((ordered[0]?.start ?? directory.start) !== 0) throw new Failure('pack-archive-unsafe');
  for (const [index, { entry, name, end }] of ordered.entries()) {
    const next = ordered[index + 1]?.start ?? directory.start;
    const isSnug = next === end && (entry.generalPurposeBitFlag & DEFERRED) === 0;
    if (!isSnug && !isDescriptor(quarantine, entry, end, next)) {
      throw new Failure('pack-archive-unsafe', { entry: name });
    }
  }
  const END_RECORD = 22;
  const WIDE_END_RECORD = 56 + 20;
  const tail = quarantine.size() - directory.end;
  if (tail !== END_RECORD && tail !== END_RECORD + WIDE_END_RECORD) {
    throw new Failure('pack-archive-unsafe');
  }
}

/** Whether the bytes from `start` to `end` are the entry's data descriptor: its mark (may be absent), checksum and two sizes. */
function isDescriptor(quarantine: Quarantine, entry: Entry, start: number, end: number): boolean {
  const length = end - start;
  if ((entry.generalPurposeBitFlag & DEFERRED) === 0) return false;
  if (![12, 16, 20, 24].includes(length)) return false;
  const found = quarantine.read(start, length);
  const hasMark = length === 16 || length === 24;
  const body = hasMark ? found.subarray(4) : found;
  if (hasMark && found.readUInt32LE(0) !== 0x08074b50) return false;
  const isWide = body.length === 20;
  const packed = isWide ? Number(body.readBigUInt64LE(4)) : body.readUInt32LE(4);
  const unpacked = isWide ? Number(body.readBigUInt64LE(12)) : body.readUInt32LE(8);
  return (
    body.readUInt32LE(0) === entry.crc32 &&
    packed === entry.compressedSize &&
    unpacked === entry.uncompressedSize
  );
}

function archiveOf(zip: ZipFile, files: readonly CheckedEntry[]): Archive {
  const folder = files[0]?.name.split('/')[0] ?? '';
  const entries = new Map<string, Entry>();
  for (const { name, entry } of files) {
    if (!name.startsWith(`${folder}/`))
      throw new Failure('pack-structure-invalid', { entry: name });
    entries.set(name.slice(folder.length + 1), entry);
  }
  async function forEachChunk(path: string, use: (chunk: Buffer) => void): Promise<void> {
    const entry = entries.get(path);
    if (entry === undefined) throw new Failure('pack-file-missing', { file: path });
    let checksum = 0;
    await unsafeUnlessRead(async () => {
      for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
        checksum = crc32(chunk, checksum);
        use(chunk);
      }
    });
    if (checksum !== entry.crc32) throw new Failure('pack-archive-unsafe', { entry: path });
  }
  return {
    folder,
    sizes: new Map([...entries].map(([path, entry]) => [path, entry.uncompressedSize])),
    async read(path, limit) {
      const chunks: Buffer[] = [];
      if ((entries.get(path)?.uncompressedSize ?? 0) > limit) {
        throw new Failure('pack-too-large', { file: path });
      }
      await forEachChunk(path, (chunk) => chunks.push(chunk));
      return Buffer.concat(chunks);
    },
    async hash(path, onChunk) {
      const digest = createHash('sha256');
      await forEachChunk(path, (chunk) => {
        digest.update(chunk);
        onChunk();
      });
      return digest.digest('hex');
    },
  };
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
