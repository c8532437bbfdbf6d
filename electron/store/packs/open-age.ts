import { open, stat, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { Decrypter, type Identity } from 'age-encryption';
import { Failure } from '../../../shared/errors.ts';
import { readFailure } from '../files/file-failure.ts';
import { letGo } from '../files/let-go.ts';
import { CHUNK, TAG, chunkCipher, type ChunkCipher } from './chunk-cipher.ts';
import { headerLength, payloadKey } from './encrypt-to-file.ts';
import { limits } from './limits.ts';

const SEALED = CHUNK + TAG;
const NONCE = 16;

/** An age file that one of our identities opens. Its payload: `chunks` sealed ones from `start`; all but the last are full. */
export type AgeFile = {
  handle: FileHandle;
  cipher: ChunkCipher;
  start: number;
  sealedBytes: number;
  chunks: number;
  close(): Promise<void>;
};

/**
 * Opens a file within the limits by its header; nothing of the payload is read. Close it. Fails: `file-unreadable`,
 * `pack-too-large`, `pack-not-addressed-here`; throws what is no failure for what is damaged.
 */
export async function openAge(file: string, identities: readonly string[]): Promise<AgeFile> {
  const handle = await openWithin(file);
  try {
    const { size } = await handle.stat();
    const opening = await readAt(handle, 0, Math.min(size, limits.ageHeader + NONCE));
    const length = headerLength(opening.subarray(0, limits.ageHeader));
    const isAge = opening.toString('latin1', 0, 22) === 'age-encryption.org/v1\n';
    if (!isAge || length === -1) throw damaged(file);
    const fileKey = await decrypterOf(identities).decryptHeader(opening.subarray(0, length));
    const nonce = opening.subarray(length, length + NONCE);
    const start = length + NONCE;
    const sealedBytes = size - start;
    if (nonce.length < NONCE || sealedBytes < TAG) throw damaged(file);
    const cipher = await chunkCipher(payloadKey(fileKey, nonce));
    const chunks = Math.ceil(sealedBytes / SEALED);
    return { handle, cipher, start, sealedBytes, chunks, close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** How many sealed chunks are read from the file at a time. */
const READ_AT_ONCE = 16;

/** The payload, chunk after chunk, each until the next is asked for. Throws as soon as one is not what was sealed. */
export async function* openChunks({
  handle,
  cipher,
  start,
  sealedBytes,
  chunks,
}: Omit<AgeFile, 'close'>): AsyncGenerator<Uint8Array> {
  const stretch = READ_AT_ONCE * SEALED;
  // The system reads the next stretch while this one is opened, into the other buffer.
  const buffers = [Buffer.allocUnsafe(stretch), Buffer.allocUnsafe(stretch)] as const;
  const read = (from: number) => {
    const length = Math.min(stretch, sealedBytes - from);
    const into = buffers[(from / stretch) % 2 === 0 ? 0 : 1].subarray(0, length);
    const reading = readInto(handle, into, start + from);
    reading.catch(() => undefined);
    return reading;
  };
  let next = read(0);
  for (let from = 0; from < sealedBytes; from += stretch) {
    const bytes = await next;
    if (from + stretch < sealedBytes) next = read(from + stretch);
    for (let at = 0; at < bytes.length; at += SEALED) {
      const number = (from + at) / SEALED;
      const plain = cipher.open(bytes.subarray(at, at + SEALED), number, number === chunks - 1);
      if (plain.length === 0 && number > 0) throw new Error('the last chunk is empty');
      yield plain;
      letGo(plain);
    }
  }
}

function decrypterOf(identities: readonly string[]): Decrypter {
  const decrypter = new Decrypter();
  decrypter.addIdentity(fewRecipients);
  for (const identity of identities) decrypter.addIdentity(identity);
  decrypter.addIdentity(nobodyMatched);
  return decrypter;
}

// Asked before the real identities: each recipient line costs each of them a multiplication.
const fewRecipients: Identity = {
  unwrapFileKey(stanzas) {
    if (stanzas.length > limits.recipients) throw new Failure('pack-not-decryptable');
    return null;
  },
};

// Asked last, so it is reached only when none of the real ones fits.
const nobodyMatched: Identity = {
  unwrapFileKey() {
    throw new Failure('pack-not-addressed-here');
  },
};

/** A regular file of bearable size: opening a pipe would wait for somebody to write into it. */
async function openWithin(file: string): Promise<FileHandle> {
  try {
    const facts = await stat(file);
    if (!facts.isFile()) throw new Failure('file-unreadable', { file: basename(file) });
    if (facts.size > limits.packFile) throw new Failure('pack-too-large', { file: basename(file) });
    return await open(file, 'r');
  } catch (error) {
    throw readFailure(error, file);
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  return readInto(handle, Buffer.alloc(length), position);
}

async function readInto(handle: FileHandle, into: Buffer, position: number): Promise<Buffer> {
  for (let at = 0; at < into.length;) {
    const { bytesRead } = await handle.read(into, at, into.length - at, position + at);
    if (bytesRead === 0) throw new Error('the file became shorter');
    at += bytesRead;
  }
  return into;
}

function damaged(file: string): Failure {
  return new Failure('pack-not-decryptable', { file: basename(file) });
}
