import { parentPort } from 'node:worker_threads';
import { limitAllocations, MAX_ARRAY_IN_BYTES } from '../../../../shared/pdf/limit-allocations.ts';

// A reader may go on after being refused; the file is not worth it.
limitAllocations(MAX_ARRAY_IN_BYTES, () =>
  parentPort?.postMessage({ state: 'too-large', pages: [], blankPages: 0 }),
);
