import { limitAllocations, MAX_ARRAY_IN_BYTES } from '../../../shared/pdf/limit-allocations.ts';
import { TOO_MUCH } from './too-much.ts';

limitAllocations(MAX_ARRAY_IN_BYTES, () => globalThis.postMessage(TOO_MUCH));
