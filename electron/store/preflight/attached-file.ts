import type { Database } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { AttachmentRow } from '../attachments/attachment-row.ts';
import { readContent } from '../attachments/read-content.ts';
import type { FileText } from '../attachments/text/file-text.ts';
import { openTextReader, type TextReader } from '../attachments/text/text-reader.ts';
import type { HiddenCount, HiddenText } from '../../../shared/preflight/hidden-part.ts';
import { memoryOf, type Remembered } from './remembered-files.ts';
import type { LeavingWish } from './clean/leaving-file.ts';

/** Of files that leave changed: what is remembered of them for the second look; the others are changed again. */
const MOST_HELD_IN_BYTES = 48 * 1024 ** 2;
/** No reader knows what to make of these. */
const opaque = /^(?:application\/octet-stream$|audio\/|video\/)/u;
/** Of a larger file neither the text is looked for nor the hidden data taken out. */
const LARGEST_IN_BYTES = 64 * 1024 ** 2;

/**
 * What is known of an attachment as it leaves: without hidden data where that could be taken out. `isChanged`: it leaves as other
 * bytes than it lies here.
 * `isRead`: every word in it was read; a picture has none that anybody could read. `isOpaque`: nobody looked into it. `removed`: what was hidden in it and does not leave;
 * `left`: what does; `remarks`: how many it has that may be kept, or leave already.
 */
export type FileFacts = {
  sha256: string;
  sizeInBytes: number;
  checksum: number;
  isChanged: boolean;
  isCleaned: boolean;
  isRead: boolean;
  isOpaque: boolean;
  removed: readonly HiddenCount[];
  left: readonly HiddenCount[];
  remarks: number;
};
/** `texts`: the words of what is hidden in it and leaves. `bytes`: all of them, or null of a file that is not looked into. */
export type FileContent = {
  pages: FileText['pages'];
  texts: readonly HiddenText[];
  bytes: Buffer | null;
};
export type AttachedFile = FileFacts & {
  /** Read when it is asked for. Fails: `attachment-damaged`. */
  content: () => Promise<FileContent>;
  found: Remembered;
};

/** Reads attachments as they would be written. Close it. */
export type AttachedFiles = {
  read(row: AttachmentRow, wish: LeavingWish, isStopped: () => boolean): Promise<AttachedFile>;
  close(): void;
};

export function openAttachedFiles(db: Database): AttachedFiles {
  let reader: TextReader | undefined;
  let held = 0;
  const memory = memoryOf(db);
  const changed = new Map<string, AttachedFile>();
  return {
    async read(row, wish, isStopped) {
      const key = `${row.hash} ${row.media_type} ${String(wish.keepsRemarks)}`;
      const there = changed.get(key);
      if (there !== undefined) return there;
      const readNow = () =>
        readAttached(db, row, () => (reader ??= openTextReader()), wish, isStopped);
      const known = memory.get(key);
      if (known !== undefined && !known.facts.isChanged) {
        return attachedFile(known, async () => (await readNow()).content());
      }
      const { facts, content, isSure } = await readNow();
      const file = attachedFile(isSure ? memory.learn(key, facts) : { facts, found: {} }, content);
      held += facts.isChanged ? facts.sizeInBytes : 0;
      if (facts.isChanged && held <= MOST_HELD_IN_BYTES) changed.set(key, file);
      return file;
    },
    close: () => reader?.close(),
  };
}

function attachedFile(
  { facts, found }: { facts: FileFacts; found: Remembered },
  read: () => Promise<FileContent>,
): AttachedFile {
  let content: Promise<FileContent> | undefined;
  return { ...facts, found, content: () => (content ??= read()) };
}

/** `isSure`: the next time it would be read the same. */
type ReadFile = { facts: FileFacts; content: () => Promise<FileContent>; isSure: boolean };

async function readAttached(
  db: Database,
  row: AttachmentRow,
  reader: () => TextReader,
  wish: LeavingWish,
  isStopped: () => boolean,
): Promise<ReadFile> {
  const { hash, media_type: mediaType, size_in_bytes: sizeInBytes } = row;
  if (sizeInBytes > LARGEST_IN_BYTES || opaque.test(mediaType)) return unread(db, row);
  const original = await wholeContent(db, hash, sizeInBytes);
  // The thread takes what it is given for its own.
  const left = await reader().leave(new Uint8Array(original), mediaType, wish, isStopped);
  const made = left?.bytes ?? null;
  const bytes = made === null ? original : Buffer.from(made.buffer, made.byteOffset, made.length);
  const sha256 = made === null ? hash : createHash('sha256').update(bytes).digest('hex');
  const text = left?.text ?? { state: 'not-read' as const, pages: [], blankPages: 0 };
  const hasAllText = text.state === 'text' && text.blankPages === 0 && left?.pictures === 0;
  const isEmptyText = text.state === 'no-text' && mediaType.startsWith('text/');
  const stays = left?.left ?? [];
  const facts = {
    ...asItLies(row, crc32(bytes)),
    sha256,
    sizeInBytes: bytes.length,
    isChanged: sha256 !== hash,
    // Remarks that stay were decided to.
    isCleaned: made !== null && stays.every(({ part }) => part === 'annotation'),
    isRead: hasAllText || isEmptyText,
    removed: left?.removed ?? [],
    left: stays,
    remarks: left?.remarks ?? 0,
  };
  const content = { pages: text.pages, texts: left?.texts ?? [], bytes };
  return {
    facts,
    content: () => Promise.resolve(content),
    isSure: left !== null && text.state !== 'too-large' && text.state !== 'damaged',
  };
}

/** What nobody looks into: only its sum is needed, and its bytes if names are looked for in them. */
async function unread(db: Database, row: AttachmentRow): Promise<ReadFile> {
  const { hash, size_in_bytes: sizeInBytes } = row;
  let checksum = 0;
  for await (const chunk of readContent(db, hash)) checksum = crc32(chunk, checksum);
  const content = async () => ({
    pages: [],
    texts: [],
    bytes: sizeInBytes > LARGEST_IN_BYTES ? null : await wholeContent(db, hash, sizeInBytes),
  });
  return { facts: { ...asItLies(row, checksum), isOpaque: true }, content, isSure: true };
}

function asItLies(
  { hash, size_in_bytes: sizeInBytes }: AttachmentRow,
  checksum: number,
): FileFacts {
  return {
    sha256: hash,
    sizeInBytes,
    checksum,
    isChanged: false,
    isCleaned: false,
    isRead: false,
    isOpaque: false,
    removed: [],
    left: [],
    remarks: 0,
  };
}

async function wholeContent(db: Database, hash: string, sizeInBytes: number): Promise<Buffer> {
  const whole = Buffer.allocUnsafeSlow(sizeInBytes);
  let length = 0;
  for await (const chunk of readContent(db, hash)) length += chunk.copy(whole, length);
  return whole.subarray(0, length);
}

/** Which of these words the bytes hold, in the usual encodings. */
export function heldIn({ bytes }: FileContent, words: readonly string[]): string[] {
  if (bytes === null) return [];
  return words.filter((word) => spellings(word).some((one) => bytes.includes(one)));
}

function spellings(word: string): Buffer[] {
  const wide = Buffer.from(word, 'utf16le');
  return [Buffer.from(word), wide, Buffer.from(wide).swap16()];
}
