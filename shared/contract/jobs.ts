import * as z from 'zod';
import { command, Nothing } from './define.ts';

export const jobs = {
  /** Asks a running job to stop; it answers `cancelled` at its next safe point. Fine if it has ended already. */
  'jobs.cancel': command(z.object({ jobId: z.string().min(1).max(100) }), Nothing),
};
