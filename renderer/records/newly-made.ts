import type { RecordId } from '../../shared/contract/records.ts';

let newlyMade: RecordId | null = null;

/** The record about to be opened was made just now: its writer wants the caret in it, not a click first. */
export function markNewlyMade(id: RecordId): void {
  newlyMade = id;
}

/** True once for the record that was just made. */
export function takeNewlyMade(id: RecordId): boolean {
  const isIt = newlyMade === id;
  newlyMade = null;
  return isIt;
}
