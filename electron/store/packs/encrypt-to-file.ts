import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { Encrypter } from 'age-encryption';
import { writeFailure } from '../files/file-failure.ts';

/**
 * Encrypts a stream to age recipients into a new file (mode 0600), through to the disk. `onBytes` gets how many bytes were
 * written so far, and may throw to stop. The caller removes the file after a failure. Fails: `file-exists`,
 * `file-not-writable`, `disk-full`.
 */
export async function encryptToFile(
  source: Readable,
  recipients: readonly string[],
  file: string,
  onBytes: (written: number) => void,
): Promise<void> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const encrypted = await encrypter.encrypt(Readable.toWeb(source) as ReadableStream<Uint8Array>);
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(counted(encrypted as NodeStream<Uint8Array>, onBytes));
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    source.destroy();
    throw writeFailure(error, file);
  }
}

async function* counted(
  stream: NodeStream<Uint8Array>,
  onBytes: (written: number) => void,
): AsyncGenerator<Uint8Array> {
  let written = 0;
  for await (const chunk of stream) {
    yield chunk;
    written += chunk.length;
    onBytes(written);
  }
}
