import type { Seat } from '../e2e/pages/seat.ts';
import type { Album } from './album.ts';

/** What every step of the tour works with. `work` is a temporary folder that is gone afterwards. */
export type Tour = { seat: Seat; album: Album; work: string; passphrase: string };
