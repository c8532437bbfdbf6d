import { CHUNK_IN_BYTES } from './read-content.ts';
import type { Source } from './read-source.ts';

/** Bytes that are at hand, as a file would give them. */
export function sourceOfBytes(bytes: Uint8Array): Source {
  return {
    chunks: async function* () {
      for (let at = 0; at < bytes.length; at += CHUNK_IN_BYTES)
        yield Buffer.from(bytes.subarray(at, at + CHUNK_IN_BYTES));
    },
    close: () => Promise.resolve(),
  };
}
