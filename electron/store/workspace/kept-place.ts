import type { Database } from 'better-sqlite3';
import { Place } from '../../../shared/contract/workspace.ts';
import { readFacts, writeFact } from './facts.ts';

const NAME = 'place';

/** See `workspace.place`. What cannot be read is as if nobody had been anywhere. */
export function readPlace(db: Database): Place | null {
  const text = readFacts(db).get(NAME);
  if (text === undefined) return null;
  const parsed = Place.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

/** See `workspace.keepPlace`. */
export function keepPlace(db: Database, place: Place): void {
  writeFact(db, NAME, JSON.stringify(place));
}
