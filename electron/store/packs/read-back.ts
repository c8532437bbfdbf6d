import { closeSync, openSync, readSync } from 'node:fs';
import { CHUNK, TAG } from './chunk-cipher.ts';
import { decryptFailure } from './decrypt.ts';
import { openAge } from './open-age.ts';
import { readByBlock, type AtRest } from './quarantine.ts';

const SEALED = CHUNK + TAG;

/**
 * A pack that this process has just written, read where it lies, chunk by chunk as it is asked for: what is plain of it is never
 * more than a chunk. Only for one's own: what a stranger sent might change between two readings, and lies in quarantine
 * instead. Fails: as `decryptInto`.
 */
export async function readBack(file: string, identities: readonly string[]): Promise<AtRest> {
  try {
    const age = await openAge(file, identities);
    await age.close();
    const { cipher, start, sealedBytes, chunks } = age;
    // Closed in one step: where a file is open, some systems do not give it another name.
    const descriptor = openSync(file, 'r');
    const sealed = Buffer.alloc(SEALED);
    const readBlock = (number: number): Buffer => {
      const length = Math.min(SEALED, sealedBytes - number * SEALED);
      const chunk = sealed.subarray(0, length);
      try {
        if (readSync(descriptor, chunk, 0, length, start + number * SEALED) !== length) {
          throw new Error('the file became shorter');
        }
        const plain = cipher.open(chunk, number, number === chunks - 1);
        return Buffer.from(plain.buffer, plain.byteOffset, plain.length);
      } catch (error) {
        throw decryptFailure(error, file);
      }
    };
    return {
      ...readByBlock(readBlock),
      size: () => sealedBytes - chunks * TAG,
      close: () => closeSync(descriptor),
    };
  } catch (error) {
    throw decryptFailure(error, file);
  }
}
