import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { MOST_USED } from '../../../shared/contract/palette.ts';
import { readFacts, writeFact } from '../workspace/facts.ts';

const NAME = 'palette-used';
const Keys = z.array(z.string());

/** See `palette.used`. What cannot be read is as if nothing had been used. */
export function listUsed(db: Database): string[] {
  const text = readFacts(db).get(NAME);
  if (text === undefined) return [];
  const keys = Keys.safeParse(JSON.parse(text));
  return keys.success ? keys.data : [];
}

/** See `palette.use`. */
export function noteUsed(db: Database, key: string): void {
  const keys = [key, ...listUsed(db).filter((one) => one !== key)].slice(0, MOST_USED);
  writeFact(db, NAME, JSON.stringify(keys));
}
