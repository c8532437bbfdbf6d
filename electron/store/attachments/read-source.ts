import type { Stats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import {
  MAX_ATTACHMENT_IN_BYTES,
  type AttachmentSkipCode,
} from '../../../shared/contract/attachments.ts';
import { CHUNK_IN_BYTES } from './read-content.ts';

/** Why one file is not taken while the others go on. */
export class NotTaken extends Error {
  readonly code: AttachmentSkipCode;
  constructor(code: AttachmentSkipCode, cause?: unknown) {
    super(code, { cause });
    this.name = 'NotTaken';
    this.code = code;
  }
}

export type Source = {
  /**
   * Reads the file from its beginning in chunks of 1 MiB, the last one shorter. The buffer given is used again: whoever wants to
   * keep it copies it. Throws `NotTaken`.
   */
  chunks(): AsyncGenerator<Buffer>;
  close(): Promise<void>;
};

/** Opens a regular file of bearable size, or what a link chosen by hand leads to. Throws `NotTaken`. */
export async function openSource(file: string): Promise<Source> {
  const handle = await openRegular(file);
  const buffer = Buffer.allocUnsafe(CHUNK_IN_BYTES);
  const before = await handle.stat();
  return {
    chunks: async function* () {
      let size = 0;
      for (;;) {
        const length = await fill(handle, buffer, size);
        size += length;
        if (size > MAX_ATTACHMENT_IN_BYTES) throw new NotTaken('file-too-large');
        if (length > 0) yield buffer.subarray(0, length);
        if (length < buffer.length) break;
      }
      if (!isSame(before, await handle.stat())) throw new NotTaken('file-changed');
    },
    close: () => handle.close(),
  };
}

async function openRegular(file: string): Promise<FileHandle> {
  try {
    // Before it is opened: opening a pipe would wait for somebody to write into it.
    const facts = await stat(file);
    if (!facts.isFile()) throw new NotTaken('file-unreadable');
    if (facts.size > MAX_ATTACHMENT_IN_BYTES) throw new NotTaken('file-too-large');
    return await open(file, 'r');
  } catch (error) {
    throw error instanceof NotTaken ? error : new NotTaken('file-unreadable', error);
  }
}

/** Reads until the buffer is full or the file ends. */
async function fill(handle: FileHandle, buffer: Buffer, from: number): Promise<number> {
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await readAt(handle, buffer, length, from + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length;
}

async function readAt(handle: FileHandle, buffer: Buffer, offset: number, position: number) {
  try {
    return await handle.read(buffer, offset, buffer.length - offset, position);
  } catch (error) {
    throw new NotTaken('file-unreadable', error);
  }
}

function isSame(before: Stats, after: Stats): boolean {
  return before.size === after.size && before.mtimeMs === after.mtimeMs;
}
