/** What still holds unsaved text. A flush answers whether everything is on the disk. */
type Flush = () => Promise<boolean>;
const flushes = new Set<Flush>();

export function registerFlush(flush: Flush): () => void {
  flushes.add(flush);
  return () => flushes.delete(flush);
}

/** Saves whatever is unsaved, before locking or closing. */
export async function flushAll(): Promise<boolean> {
  const answers = await Promise.all([...flushes].map((flush) => flush().catch(() => false)));
  return answers.every(Boolean);
}
