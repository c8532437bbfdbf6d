/**
 * From now on, in this thread alone, no array of bytes longer than `limitInBytes` comes into being: asking for one is answered
 * as if memory had run out. And the engine's own inflater, which answers with any number of short arrays, is gone, so that
 * libraries fall back to their own. For threads that unpack what strangers packed: a few kilobytes of it may become
 * gigabytes, and no reader of PDF files sets a limit by itself. Readers go on past such an error, hence `onRefused`.
 */
export function limitAllocations(limitInBytes: number, onRefused: () => void): void {
  globalThis.Uint8Array = new Proxy(Uint8Array, {
    construct(target, args: [unknown], newTarget) {
      const [wanted] = args;
      if (typeof wanted === 'number' && wanted > limitInBytes) {
        onRefused();
        throw new RangeError('Array buffer allocation failed');
      }
      return Reflect.construct(target, args, newTarget) as object;
    },
  });
  Reflect.deleteProperty(globalThis, 'DecompressionStream');
}

/** Beyond nearly every page that somebody made to be read: one of A4 at 600 dots an inch in colour is 100 MB. */
export const MAX_ARRAY_IN_BYTES = 128 * 1024 ** 2;
