import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync, rmSync, writeSync, writevSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';
import { writeFailure } from '../files/file-failure.ts';
import { letGo } from '../files/let-go.ts';

const BLOCK = 64 * 1024;
const TAG = 16;
const PREFIX = '.quarantine-';

/**
 * A place for bytes nobody vouches for yet: a file in the workspace's folder, encrypted in blocks of 64 KiB under a key
 * that exists only in this object (AES-256-GCM, the block's number as nonce; the key is used for one file). What a stranger
 * sent is never plain on the disk, and memory does not grow with it. Where the system allows, the file has no name from
 * the first moment, so that not even a power cut leaves it behind. The records of a pack wait in such a file too until it is written.
 */
export type Quarantine = AtRest & {
  append(chunk: Uint8Array): void;
  /** Ends the writing. */
  seal(): void;
};
/** Bytes of which any stretch can be read. Close it. */
export type AtRest = {
  size(): number;
  read(position: number, length: number): Buffer;
  /** The bytes from one position up to another, block by block, each until the next is asked for. */
  stretch(start: number, end: number): Iterable<Buffer>;
  reader(): RandomAccessReader;
  close(): void;
};

export function openQuarantine(folder: string): Quarantine {
  sweep(folder);
  const file = join(folder, `${PREFIX}${String(process.pid)}-${randomBytes(8).toString('hex')}`);
  const descriptor = create(file);
  // An object of the library's own: given as bytes, the key would be made one anew for every block.
  const bytes = randomBytes(32);
  const key = createSecretKey(bytes);
  bytes.fill(0);
  const pending = Buffer.alloc(BLOCK);
  let pendingLength = 0;
  let blocks = 0;
  let size = 0;

  function writeBlock(plain: Uint8Array): void {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(blocks));
    const sealed = cipher.update(plain);
    cipher.final();
    try {
      writeAt(descriptor, [sealed, cipher.getAuthTag()], blocks * (BLOCK + TAG));
    } catch (error) {
      throw writeFailure(error, file);
    }
    letGo(sealed);
    blocks += 1;
  }

  function writePending(): void {
    writeBlock(pending.subarray(0, pendingLength));
    pendingLength = 0;
  }

  const block = Buffer.alloc(BLOCK + TAG);
  function readBlock(number: number): Buffer {
    const length = Math.min(BLOCK, size - number * BLOCK) + TAG;
    const sealed = block.subarray(0, length);
    if (readSync(descriptor, sealed, 0, length, number * (BLOCK + TAG)) !== length) {
      throw new Error('the quarantine is shorter than it was');
    }
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number));
    decipher.setAuthTag(sealed.subarray(length - TAG));
    const plain = decipher.update(sealed.subarray(0, length - TAG));
    // Throws unless the tag is right; nothing more comes of it.
    decipher.final();
    return plain;
  }

  return {
    append(chunk) {
      let rest = chunk;
      while (rest.length > 0) {
        if (pendingLength === 0 && rest.length >= BLOCK) {
          writeBlock(rest.subarray(0, BLOCK));
          size += BLOCK;
          rest = rest.subarray(BLOCK);
          continue;
        }
        const part = rest.subarray(0, BLOCK - pendingLength);
        pending.set(part, pendingLength);
        pendingLength += part.length;
        size += part.length;
        rest = rest.subarray(part.length);
        if (pendingLength === BLOCK) writePending();
      }
    },
    seal() {
      if (pendingLength > 0) writePending();
      pending.fill(0);
    },
    ...readByBlock(readBlock),
    size: () => size,
    close() {
      closeSync(descriptor);
      rmSync(file, { force: true });
      pending.fill(0);
    },
  };
}

/** Any stretch, of blocks of 64 KiB. */
export function readByBlock(
  readBlock: (number: number) => Buffer,
): Pick<AtRest, 'read' | 'stretch' | 'reader'> {
  return {
    read(position, length) {
      const whole = Buffer.allocUnsafe(length);
      let at = 0;
      for (const part of stretch(readBlock, position, position + length))
        at += part.copy(whole, at);
      return whole;
    },
    stretch: (start, end) => stretch(readBlock, start, end),
    reader: () => new BlockReader(readBlock),
  };
}

/** yauzl wants a subclass. It reads many small stretches that often lie in one block, hence the one that is kept. */
class BlockReader extends RandomAccessReader {
  readonly readBlock: (number: number) => Buffer;
  readonly readKept: (number: number) => Buffer;
  constructor(readBlock: (number: number) => Buffer) {
    super();
    this.readBlock = readBlock;
    this.readKept = keptUntilNext(readBlock);
  }
  /** Without the streams that yauzl would make for each: a pack has thousands of headers. */
  override read(
    into: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    let failure: unknown = null;
    try {
      let at = offset;
      for (const part of stretch(this.readKept, position, position + length, keep)) {
        at += part.copy(into, at);
      }
    } catch (error) {
      failure = error;
    }
    setImmediate(() => callback(failure as Error | null));
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(stretch(this.readBlock, start, end, keep), { objectMode: false });
  }
}

/** A stream hands pieces on that it has not done with; what is kept is let go elsewhere. */
const keep = () => undefined;

function* stretch(
  readBlock: (number: number) => Buffer,
  start: number,
  end: number,
  onRead: (block: Buffer) => void = letGo,
) {
  for (let position = start; position < end;) {
    const number = Math.floor(position / BLOCK);
    const block = readBlock(number);
    const from = position - number * BLOCK;
    const part = block.subarray(from, Math.min(block.length, end - number * BLOCK));
    if (part.length === 0) throw new Error('reading past the end of the quarantine');
    position += part.length;
    yield part;
    onRead(block);
  }
}

/** The block read last is kept, and let go when another is read. */
function keptUntilNext(readBlock: (number: number) => Buffer): (number: number) => Buffer {
  let last: { number: number; block: Buffer } | null = null;
  return (number) => {
    if (last?.number === number) return last.block;
    if (last !== null) letGo(last.block);
    last = { number, block: readBlock(number) };
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

function writeAt(descriptor: number, pieces: readonly Uint8Array[], position: number): void {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  let written = writevSync(descriptor, pieces, position);
  // What the system did not take at once.
  const rest = written < length ? Buffer.concat(pieces) : null;
  while (rest !== null && written < length) {
    written += writeSync(descriptor, rest, written, length - written, position + written);
  }
}

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 6, 6);
  return nonce;
}
