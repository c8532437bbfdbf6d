import yauzl, { type Entry, type LocalFileHeader, type ZipFile } from 'yauzl';
import { Failure } from '../../../shared/errors.ts';
import { safeEntryName } from './entry-names.ts';
import { limits } from './limits.ts';
import type { AtRest } from './quarantine.ts';

/** General purpose flag: sizes and checksum follow the data. */
const DEFERRED = 8;

/** Names an entry a second time; some programs prefer that name (Info-ZIP's Unicode path and comment fields). */
const SECOND_NAMES = [0x7075, 0x6375];
/** Of one entry, in the directory or before its data. Real ones are below 100; with 20,000 entries they are all kept in memory. */
const MAX_EXTRA_BYTES = 1024;

/** An entry of the directory, with the bytes from its local header to the end of its data. */
export type CheckedEntry = { entry: Entry; name: string; start: number; end: number };

/**
 * One entry: a plain name, a regular file or folder, a bearable ratio, and a local header that says what the directory says.
 * Fails: `pack-archive-unsafe`, `pack-too-large`.
 */
export async function checkEntry(zip: ZipFile, entry: Entry): Promise<CheckedEntry> {
  const name = safeEntryName(entry.fileNameRaw, (entry.generalPurposeBitFlag & 0x800) !== 0);
  const unsafe = () => new Failure('pack-archive-unsafe', { entry: name });
  const isDirectory = name.endsWith('/');
  if (entry.isEncrypted() || !entry.canDecodeFileData()) throw unsafe();
  if (!isPlainExtra(entry.extraFieldRaw)) throw unsafe();
  if (entry.fileCommentLength > 0 || !isPlainType(entry, isDirectory)) throw unsafe();
  if (isDirectory && entry.uncompressedSize > 0) throw unsafe();
  if (
    entry.uncompressedSize > 1024 ** 2 &&
    entry.uncompressedSize > limits.ratio * entry.compressedSize
  ) {
    throw new Failure('pack-too-large', { entry: name });
  }
  const local = await zip.readLocalFileHeaderPromise(entry);
  if (!agrees(entry, local) || !isPlainExtra(local.extraField)) throw unsafe();
  const end = local.fileDataStart + entry.compressedSize;
  return { entry, name, start: entry.relativeOffsetOfLocalHeader, end };
}

function isPlainExtra(extra: Buffer): boolean {
  if (extra.length > MAX_EXTRA_BYTES) return false;
  return !yauzl.parseExtraFields(extra).some(({ id }) => SECOND_NAMES.includes(id));
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
export function refuseHiddenBytes(
  checked: readonly CheckedEntry[],
  directory: { start: number; end: number },
  quarantine: AtRest,
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
  const isWide = tail === END_RECORD + WIDE_END_RECORD && isWideEnd(quarantine, directory.end);
  if (tail !== END_RECORD && !isWide) throw new Failure('pack-archive-unsafe');
}

/** The zip64 end record and its locator, and not as many bytes of something else. */
function isWideEnd(quarantine: AtRest, start: number): boolean {
  const [record, locator] = [quarantine.read(start, 4), quarantine.read(start + 56, 4)];
  return record.readUInt32LE() === 0x06064b50 && locator.readUInt32LE() === 0x07064b50;
}

/** Whether the bytes from `start` to `end` are the entry's data descriptor: its mark (may be absent), checksum and two sizes. */
function isDescriptor(quarantine: AtRest, entry: Entry, start: number, end: number): boolean {
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
