import * as z from 'zod';
import { MAX_DROPPED } from '../../shared/contract/window.ts';
import { Failure } from '../../shared/errors.ts';

/**
 * What was dropped on the window last, as its preload says: the page has no way to this. It is handed out once, and the
 * next drop takes its place.
 */
export type Dropped = { put(message: unknown): void; take(): string[] };

// A file that a page made, or a picture dragged about in it, has no place on the disk.
const Message = z.array(z.string().max(4096));

export function createDropped(): Dropped {
  let places: string[] = [];
  return {
    put: (message) => {
      const parsed = Message.safeParse(message);
      places = parsed.success ? parsed.data.filter((place) => place !== '') : [];
    },
    take: () => {
      const taken = places;
      places = [];
      if (taken.length > MAX_DROPPED)
        throw new Failure('dropped-too-many', { most: String(MAX_DROPPED) });
      return taken;
    },
  };
}
