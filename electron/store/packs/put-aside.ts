import type { BagFile } from './bag.ts';
import type { Quarantine } from './quarantine.ts';

/** Bytes of a pack wait in the encrypted file until they are written. Answers how to read them, once it is sealed. */
export function putAside(spool: Quarantine, bytes: Uint8Array): BagFile['read'] {
  const start = spool.size();
  spool.append(bytes);
  return () => spool.stretch(start, start + bytes.length);
}
