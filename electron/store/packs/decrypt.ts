import { basename } from 'node:path';
import { Failure } from '../../../shared/errors.ts';
import { errorCode, readFailure } from '../files/file-failure.ts';
import { limits } from './limits.ts';
import { openAge, openChunks } from './open-age.ts';
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
  try {
    const age = await openAge(file, identities);
    try {
      for await (const chunk of openChunks(age)) {
        quarantine.append(chunk);
        if (quarantine.size() > limits.packFile) throw new Failure('pack-too-large');
        onBytes(quarantine.size());
      }
    } finally {
      await age.close();
    }
    quarantine.seal();
  } catch (error) {
    throw decryptFailure(error, file);
  }
}

/** What went wrong with a file while it was decrypted. */
export function decryptFailure(error: unknown, file: string): unknown {
  if (error instanceof Failure) return error;
  if (errorCode(error) !== null) return readFailure(error, file);
  return new Failure('pack-not-decryptable', { file: basename(file) }, error);
}
