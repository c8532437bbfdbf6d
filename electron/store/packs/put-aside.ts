import type { BagFile } from './bag.ts';
import type { Quarantine } from './quarantine.ts';

/** Bytes of a pack wait in the encrypted file until they are written. Answers how to read them, once it is sealed. */
export function putAside(spool: Quarantine, bytes: Uint8Array): BagFile['read'] {
  const start = spool.size();
  spool.append(bytes);
  // Whoever reads them later does not hold them until then.
  const end = spool.size();
  return () => spool.stretch(start, end);
}
