import type { Database } from 'better-sqlite3';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const CACHE_IN_KIB = 4 * 1024;
/** The heap is collected when it is so much larger than after the last time; 0: as V8 sees fit, up to four times. */
const GROWS_BY = '--heap-growing-percent';
const IN_PER_CENT = 20;

/** How many are at it, and the cache that there was before the first. */
const streaming = new WeakMap<Database, { count: number; cache: number }>();

/**
 * For work that streams contents through the database: memory is not to grow with them. Pages that are read once would only drive the others
 * out of the cache; what else is asked meanwhile reads some of its pages again, and the collector has more to do.
 */
export async function inLittleMemory<T>(db: Database, work: () => Promise<T>): Promise<T> {
  const mine = streaming.get(db) ?? { count: 0, cache: 0 };
  streaming.set(db, mine);
  mine.count += 1;
  if (mine.count === 1) {
    mine.cache = db.pragma('cache_size', { simple: true }) as number;
    db.pragma(`cache_size=-${String(CACHE_IN_KIB)}`);
    db.pragma('shrink_memory');
    setFlagsFromString(`${GROWS_BY}=${String(IN_PER_CENT)}`);
    collectIfLarge();
  }
  try {
    return await work();
  } finally {
    mine.count -= 1;
    if (mine.count === 0) {
      if (db.open) db.pragma(`cache_size=${String(mine.cache)}`);
      setFlagsFromString(`${GROWS_BY}=0`);
    }
  }
}

/** Less is not worth stopping for. */
const LARGE_IN_BYTES = 56 * 1024 ** 2;
const MORE_IN_BYTES = 8 * 1024 ** 2;
const MORE_IN_PARTS = 1 + IN_PER_CENT / 100;
let collect: (() => void) | undefined;
/** What was in use after the last time: a store that holds much anyway is not searched through for every small pack. */
let kept = 0;

/**
 * Between two steps of such work: what the last one left is collected now, some 50 ms, instead of when the heap has grown by a fifth of
 * what was in use then.
 */
export function collectIfLarge(): void {
  const { heapUsed } = process.memoryUsage();
  kept = Math.min(kept, heapUsed);
  if (heapUsed < Math.max(LARGE_IN_BYTES, kept + MORE_IN_BYTES, kept * MORE_IN_PARTS)) return;
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
  kept = process.memoryUsage().heapUsed;
}
