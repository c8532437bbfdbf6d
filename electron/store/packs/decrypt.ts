import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { Decrypter, type Identity } from 'age-encryption';
import { Failure } from '../../../shared/errors.ts';
import { errorCode, readFailure } from '../files/file-failure.ts';
import { limits } from './limits.ts';
import type { Quarantine } from './quarantine.ts';

/**
 * Steps 1 and 2: decrypts a pack into the quarantine, within the limits. `onBytes` gets how many plain bytes there are and
 * may throw to stop. A file that is age but for none of our identities is `pack-not-addressed-here`; a damaged recipient
 * line looks the same, since nothing else can tell. Fails: `file-unreadable`, `pack-too-large`, `pack-not-decryptable`,
 * `pack-not-addressed-here`, `disk-full`.
 */
export async function decryptInto(
  quarantine: Quarantine,
  file: string,
  identities: readonly string[],
  onBytes: (read: number) => void,
): Promise<void> {
  await checkOpening(file);
  const source = createReadStream(file, { end: limits.packFile });
  try {
    const plain = await openAge(source, identities);
    for await (const chunk of plain as NodeStream<Uint8Array>) {
      quarantine.append(chunk);
      if (quarantine.size() > limits.packFile) throw new Failure('pack-too-large');
      onBytes(quarantine.size());
    }
    quarantine.seal();
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (errorCode(error) !== null) throw readFailure(error, file);
    throw new Failure('pack-not-decryptable', { file: basename(file) }, error);
  } finally {
    source.destroy();
  }
}

async function openAge(
  source: Readable,
  identities: readonly string[],
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(fewRecipients);
  for (const identity of identities) decrypter.addIdentity(identity);
  decrypter.addIdentity(nobodyMatched);
  return decrypter.decrypt(Readable.toWeb(source) as ReadableStream<Uint8Array>);
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

/** The size, and that a header of bounded length is there at all: the parser would read a whole file looking for its end. */
async function checkOpening(file: string): Promise<void> {
  try {
    const facts = await stat(file);
    if (!facts.isFile()) throw new Failure('file-unreadable', { file: basename(file) });
    if (facts.size > limits.packFile) throw new Failure('pack-too-large', { file: basename(file) });
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(
        Buffer.alloc(limits.ageHeader),
        0,
        limits.ageHeader,
        0,
      );
      const opening = buffer.toString('latin1', 0, bytesRead);
      if (!opening.startsWith('age-encryption.org/v1\n') || !opening.includes('\n--- ')) {
        throw new Failure('pack-not-decryptable', { file: basename(file) });
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw readFailure(error, file);
  }
}
