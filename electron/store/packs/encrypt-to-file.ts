import { hkdfSync, randomBytes } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { Encrypter, type Recipient } from 'age-encryption';
import { writeFailure } from '../files/file-failure.ts';
import { letGo } from '../files/let-go.ts';
import { CHUNK, chunkCipher, type ChunkCipher } from './chunk-cipher.ts';

/** What is handed to the system at a time. */
const WRITTEN_AT_ONCE = 1024 ** 2;

/**
 * Encrypts bytes to age recipients into a new file (mode 0600), through to the disk. The header is the age library's, which wraps
 * the key of the file; the payload is sealed here, since the library's own is ten times slower. `onBytes` gets how many bytes were
 * written so far, and may throw to stop. The caller removes the file after a failure. Fails: `file-exists`,
 * `file-not-writable`, `disk-full`.
 */
export async function encryptToFile(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  recipients: readonly string[],
  file: string,
  onBytes: (written: number) => void,
): Promise<void> {
  const { header, key } = await beginAge(recipients);
  const cipher = await chunkCipher(key);
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await writeAll(handle, withHeader(header, sealed(source, cipher)), onBytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw writeFailure(error, file);
  }
}

/** The header of a new file with the payload's nonce behind it, and the payload's key. */
export async function beginAge(
  recipients: readonly string[],
): Promise<{ header: Uint8Array; key: Uint8Array }> {
  const encrypter = new Encrypter();
  let fileKey: Uint8Array | undefined;
  const listener: Recipient = {
    wrapFileKey(key) {
      fileKey = Uint8Array.from(key);
      return [];
    },
  };
  encrypter.addRecipient(listener);
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const empty = await encrypter.encrypt(new Uint8Array());
  if (fileKey === undefined) throw new Error('age asked no recipient');
  // The library's payload, which is empty, is dropped with its nonce.
  const header = empty.subarray(0, headerLength(Buffer.from(empty)));
  const nonce = randomBytes(16);
  return { header: Buffer.concat([header, nonce]), key: payloadKey(fileKey, nonce) };
}

/** How many bytes of an age file are its header, or -1 if it does not end here. */
export function headerLength(opening: Buffer): number {
  const last = opening.indexOf('\n--- ', 0, 'latin1');
  return last === -1 ? -1 : opening.indexOf('\n', last + 1, 'latin1') + 1 || -1;
}

export function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
}

/** The payload as age has it: chunks of 64 KiB, the last of which is empty only if there is no other. */
export async function* sealed(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  cipher: ChunkCipher,
): AsyncGenerator<Uint8Array> {
  const waiting = Buffer.alloc(CHUNK);
  let length = 0;
  let number = 0;
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length;) {
      if (length === CHUNK) {
        yield* cipher.seal(waiting, number, false);
        number += 1;
        length = 0;
      }
      // Something follows, so it is not the last.
      if (length === 0 && bytes.length - at > CHUNK) {
        yield* cipher.seal(bytes.subarray(at, at + CHUNK), number, false);
        number += 1;
        at += CHUNK;
        continue;
      }
      const part = bytes.subarray(at, at + CHUNK - length);
      waiting.set(part, length);
      length += part.length;
      at += part.length;
    }
  }
  yield* cipher.seal(waiting.subarray(0, length), number, true);
}

async function* withHeader(
  header: Uint8Array,
  payload: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield header;
  yield* payload;
}

/** The system writes one buffer while the other fills. */
async function writeAll(
  handle: FileHandle,
  source: AsyncIterable<Uint8Array>,
  onBytes: (written: number) => void,
): Promise<void> {
  let filling = Buffer.allocUnsafe(WRITTEN_AT_ONCE);
  let other = Buffer.allocUnsafe(WRITTEN_AT_ONCE);
  let length = 0;
  let written = 0;
  let writing: Promise<void> = Promise.resolve();
  const flush = async () => {
    await writing;
    onBytes((written += length));
    writing = writeWhole(handle, filling.subarray(0, length));
    // Awaited before the next, and at the end; meanwhile it is nobody's.
    writing.catch(() => undefined);
    [filling, other] = [other, filling];
    length = 0;
  };
  try {
    for await (const piece of source) {
      for (let at = 0; at < piece.length;) {
        const part = piece.subarray(at, at + WRITTEN_AT_ONCE - length);
        filling.set(part, length);
        length += part.length;
        at += part.length;
        if (length === WRITTEN_AT_ONCE) await flush();
      }
      letGo(piece);
    }
    await flush();
  } finally {
    await writing;
  }
}

async function writeWhole(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += (await handle.write(bytes, at)).bytesWritten;
  }
}
