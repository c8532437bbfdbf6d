import type { Database } from 'better-sqlite3';
import type { Departure } from '../../../shared/document/export-tree.ts';
import { targetOf } from './list-targets.ts';

/**
 * A link leaves as text alone: the title that the window shows, which is the one the record has now. An older one may hold what
 * was taken out of it since.
 */
export function linkedDeparture(db: Database): Departure {
  return {
    linkText: ({ recordId, text }) => {
      const target = targetOf(db, recordId);
      return target.state === 'there' || target.state === 'trashed' ? target.title : text;
    },
  };
}
