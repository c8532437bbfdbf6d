import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';
import { writeFailure } from '../files/file-failure.ts';

const BLOCK = 64 * 1024;
const TAG = 16;
const PREFIX = '.quarantine-';

/**
 * A place for bytes nobody vouches for yet: a file in the workspace's folder, encrypted in blocks of 64 KiB under a key
 * that exists only in this object (AES-256-GCM, the block's number as nonce; the key is used for one file). What a stranger
 * sent is never plain on the disk, and memory does not grow with it. Where the system allows, the file has no name from
 * the first moment, so that not even a power cut leaves it behind. The records of a pack wait in such a file too until it is written.
 */
export type Quarantine = {
  append(chunk: Uint8Array): void;
  /** Ends the writing. */
  seal(): void;
  size(): number;
  read(position: number, length: number): Buffer;
  /** The bytes from one position up to another, block by block. */
  stretch(start: number, end: number): Iterable<Buffer>;
  reader(): RandomAccessReader;
  close(): void;
};

export function openQuarantine(folder: string): Quarantine {
  sweep(folder);
  const file = join(folder, `${PREFIX}${String(process.pid)}-${randomBytes(8).toString('hex')}`);
  const descriptor = create(file);
  const key = randomBytes(32);
  const pending = Buffer.alloc(BLOCK);
  let pendingLength = 0;
  let blocks = 0;
  let size = 0;

  function writeBlock(): void {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(blocks));
    const sealed = Buffer.concat([
      cipher.update(pending.subarray(0, pendingLength)),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    try {
      writeAt(descriptor, sealed, blocks * (BLOCK + TAG));
    } catch (error) {
      throw writeFailure(error, file);
    }
    blocks += 1;
    pendingLength = 0;
  }

  function readBlock(number: number): Buffer {
    const length = Math.min(BLOCK, size - number * BLOCK) + TAG;
    const sealed = Buffer.alloc(length);
    if (readSync(descriptor, sealed, 0, length, number * (BLOCK + TAG)) !== length) {
      throw new Error('the quarantine is shorter than it was');
    }
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number));
    decipher.setAuthTag(sealed.subarray(length - TAG));
    return Buffer.concat([decipher.update(sealed.subarray(0, length - TAG)), decipher.final()]);
  }

  return {
    append(chunk) {
      let rest = chunk;
      while (rest.length > 0) {
        const part = rest.subarray(0, BLOCK - pendingLength);
        pending.set(part, pendingLength);
        pendingLength += part.length;
        size += part.length;
        rest = rest.subarray(part.length);
        if (pendingLength === BLOCK) writeBlock();
      }
    },
    seal() {
      if (pendingLength > 0) writeBlock();
      pending.fill(0);
    },
    size: () => size,
    read: (position, length) => Buffer.concat([...stretch(readBlock, position, position + length)]),
    stretch: (start, end) => stretch(readBlock, start, end),
    reader: () => new BlockReader(cached(readBlock)),
    close() {
      closeSync(descriptor);
      rmSync(file, { force: true });
      key.fill(0);
      pending.fill(0);
    },
  };
}

/** yauzl wants a subclass. It reads many small neighbouring stretches, hence the one block kept. */
class BlockReader extends RandomAccessReader {
  readonly readBlock: (number: number) => Buffer;
  constructor(readBlock: (number: number) => Buffer) {
    super();
    this.readBlock = readBlock;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(stretch(this.readBlock, start, end), { objectMode: false });
  }
}

function* stretch(readBlock: (number: number) => Buffer, start: number, end: number) {
  for (let position = start; position < end;) {
    const number = Math.floor(position / BLOCK);
    const block = readBlock(number);
    const from = position - number * BLOCK;
    const part = block.subarray(from, Math.min(block.length, end - number * BLOCK));
    if (part.length === 0) throw new Error('reading past the end of the quarantine');
    yield part;
    position += part.length;
  }
}

function cached(readBlock: (number: number) => Buffer): (number: number) => Buffer {
  let last: { number: number; block: Buffer } | null = null;
  return (number) => {
    if (last?.number !== number) last = { number, block: readBlock(number) };
    return last.block;
  };
}

function create(file: string): number {
  try {
    const descriptor = openSync(file, 'wx+', 0o600);
    // An open file without a name vanishes with the process. Windows keeps the name until the file is closed.
    if (process.platform !== 'win32') rmSync(file);
    return descriptor;
  } catch (error) {
    throw writeFailure(error, file);
  }
}

/** Removes what another run of the program left on a system that could not unlink an open file. */
function sweep(folder: string): void {
  const own = `${PREFIX}${String(process.pid)}-`;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(PREFIX) && !name.startsWith(own)) {
      rmSync(join(folder, name), { force: true });
    }
  }
}

function writeAt(descriptor: number, bytes: Buffer, position: number): void {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(descriptor, bytes, written, bytes.length - written, position + written);
  }
}

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 6, 6);
  return nonce;
}
