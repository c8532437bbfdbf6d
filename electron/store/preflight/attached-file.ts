import type { Database } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { AttachmentRow } from '../attachments/attachment-row.ts';
import { readContent } from '../attachments/read-content.ts';
import type { FileText } from '../attachments/text/file-text.ts';
import { isReadable } from '../attachments/text/is-readable.ts';
import { openTextReader, type TextReader } from '../attachments/text/text-reader.ts';
import { cleanFile } from './clean/clean-file.ts';

/** What is remembered of files read before; the others are read again. */
const MOST_HELD_IN_BYTES = 48 * 1024 ** 2;
/** Of a larger file neither the text is looked for nor the hidden data taken out. */
const LARGEST_IN_BYTES = 64 * 1024 ** 2;

/**
 * An attachment as it leaves: without hidden data where that could be taken out. `bytes` is null where it leaves as it is.
 * `isRead`: every word in it was read; a picture has none that anybody could read.
 */
export type AttachedFile = {
  sha256: string;
  sizeInBytes: number;
  checksum: number;
  isCleaned: boolean;
  bytes: Uint8Array | null;
  isRead: boolean;
  pages: FileText['pages'];
  /** Whether the bytes hold one of these words, in the usual encodings. */
  holds: (words: readonly string[]) => string[];
};

/** Reads attachments as they would be written. Close it. */
export type AttachedFiles = {
  read(row: AttachmentRow, isStopped: () => boolean): Promise<AttachedFile>;
  close(): void;
};

export function openAttachedFiles(db: Database): AttachedFiles {
  let reader: TextReader | undefined;
  let held = 0;
  const known = new Map<string, Promise<AttachedFile>>();
  return {
    read(row, isStopped) {
      const key = `${row.hash} ${row.media_type}`;
      const there = known.get(key);
      if (there !== undefined) return there;
      const found = readAttached(db, row, (reader ??= openTextReader()), isStopped);
      held += row.size_in_bytes;
      if (held <= MOST_HELD_IN_BYTES) known.set(key, found);
      return found;
    },
    close: () => reader?.close(),
  };
}

async function readAttached(
  db: Database,
  { hash, media_type: mediaType, size_in_bytes: sizeInBytes }: AttachmentRow,
  reader: TextReader,
  isStopped: () => boolean,
): Promise<AttachedFile> {
  if (sizeInBytes > LARGEST_IN_BYTES) return tooLarge(db, hash, sizeInBytes);
  const chunks: Buffer[] = [];
  for await (const chunk of readContent(db, hash)) chunks.push(chunk);
  const original = Buffer.concat(chunks);
  const cleaned = await cleanFile(original, mediaType);
  const bytes = cleaned ?? original;
  const text = await textOf(bytes, mediaType, reader, isStopped);
  const hasAllText = text.state === 'text' && text.blankPages === 0;
  const isEmptyText = text.state === 'no-text' && mediaType.startsWith('text/');
  return {
    sha256: cleaned === null ? hash : createHash('sha256').update(bytes).digest('hex'),
    sizeInBytes: bytes.length,
    checksum: crc32(bytes),
    isCleaned: cleaned !== null,
    bytes: cleaned,
    isRead: hasAllText || isEmptyText,
    pages: text.pages,
    holds: (words) => words.filter((word) => spellings(word).some((one) => bytes.includes(one))),
  };
}

async function tooLarge(db: Database, hash: string, sizeInBytes: number): Promise<AttachedFile> {
  let checksum = 0;
  for await (const chunk of readContent(db, hash)) checksum = crc32(chunk, checksum);
  return {
    sha256: hash,
    sizeInBytes,
    checksum,
    isCleaned: false,
    bytes: null,
    isRead: false,
    pages: [],
    holds: () => [],
  };
}

async function textOf(
  bytes: Buffer,
  mediaType: string,
  reader: TextReader,
  isStopped: () => boolean,
): Promise<FileText> {
  const none: FileText = { state: 'not-read', pages: [], blankPages: 0 };
  if (!isReadable(mediaType)) return none;
  // The thread takes what it is given for its own.
  return (await reader.read(new Uint8Array(bytes), mediaType, isStopped)) ?? none;
}

function spellings(word: string): Buffer[] {
  const wide = Buffer.from(word, 'utf16le');
  return [Buffer.from(word), wide, Buffer.from(wide).swap16()];
}
