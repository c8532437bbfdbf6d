import type { Database } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { AttachmentRow } from '../attachments/attachment-row.ts';
import { readContent } from '../attachments/read-content.ts';
import type { FileText } from '../attachments/text/file-text.ts';
import { openTextReader, type TextReader } from '../attachments/text/text-reader.ts';
import type { HiddenCount, HiddenText } from '../../../shared/preflight/hidden-part.ts';
import type { LeavingWish } from './clean/leaving-file.ts';

/** What is remembered of files read before; the others are read again. */
const MOST_HELD_IN_BYTES = 48 * 1024 ** 2;
/** Of a larger file neither the text is looked for nor the hidden data taken out. */
const LARGEST_IN_BYTES = 64 * 1024 ** 2;

/**
 * An attachment as it leaves: without hidden data where that could be taken out. `bytes` is null where it leaves as it is.
 * `isRead`: every word in it was read; a picture has none that anybody could read. `removed`: what was hidden in it and does not leave;
 * `left`: what does; `texts`: the words of that. `remarks`: how many it has that may be kept, or leave already.
 */
export type AttachedFile = {
  sha256: string;
  sizeInBytes: number;
  checksum: number;
  isCleaned: boolean;
  bytes: Uint8Array | null;
  isRead: boolean;
  pages: FileText['pages'];
  texts: readonly HiddenText[];
  removed: readonly HiddenCount[];
  left: readonly HiddenCount[];
  remarks: number;
  /** Whether the bytes hold one of these words, in the usual encodings. */
  holds: (words: readonly string[]) => string[];
};

/** Reads attachments as they would be written. Close it. */
export type AttachedFiles = {
  read(row: AttachmentRow, wish: LeavingWish, isStopped: () => boolean): Promise<AttachedFile>;
  close(): void;
};

export function openAttachedFiles(db: Database): AttachedFiles {
  let reader: TextReader | undefined;
  let held = 0;
  const known = new Map<string, Promise<AttachedFile>>();
  return {
    read(row, wish, isStopped) {
      const key = `${row.hash} ${row.media_type} ${String(wish.keepsRemarks)}`;
      const there = known.get(key);
      if (there !== undefined) return there;
      const found = readAttached(db, row, (reader ??= openTextReader()), wish, isStopped);
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
  wish: LeavingWish,
  isStopped: () => boolean,
): Promise<AttachedFile> {
  if (sizeInBytes > LARGEST_IN_BYTES) return tooLarge(db, hash, sizeInBytes);
  const chunks: Buffer[] = [];
  for await (const chunk of readContent(db, hash)) chunks.push(chunk);
  const original = Buffer.concat(chunks);
  // The thread takes what it is given for its own.
  const left = await reader.leave(new Uint8Array(original), mediaType, wish, isStopped);
  const made = left?.bytes ?? null;
  const cleaned = made === null ? null : Buffer.from(made);
  const bytes = cleaned ?? original;
  const text = left?.text ?? { state: 'not-read' as const, pages: [], blankPages: 0 };
  const hasAllText = text.state === 'text' && text.blankPages === 0 && left?.pictures === 0;
  const isEmptyText = text.state === 'no-text' && mediaType.startsWith('text/');
  const stays = left?.left ?? [];
  return {
    sha256: cleaned === null ? hash : createHash('sha256').update(bytes).digest('hex'),
    sizeInBytes: bytes.length,
    checksum: crc32(bytes),
    // Remarks that stay were decided to.
    isCleaned: cleaned !== null && stays.every(({ part }) => part === 'annotation'),
    bytes: cleaned,
    isRead: hasAllText || isEmptyText,
    pages: text.pages,
    texts: left?.texts ?? [],
    removed: left?.removed ?? [],
    left: stays,
    remarks: left?.remarks ?? 0,
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
    texts: [],
    removed: [],
    left: [],
    remarks: 0,
    holds: () => [],
  };
}

function spellings(word: string): Buffer[] {
  const wide = Buffer.from(word, 'utf16le');
  return [Buffer.from(word), wide, Buffer.from(wide).swap16()];
}
