import type { RecordId } from '../../shared/contract/records.ts';

const readers = new Map<RecordId, () => void>();

/** Whoever shows a record says how it is read again. Answers how to take that back. */
export function offerReading(id: RecordId, readAgain: () => void): () => void {
  readers.set(id, readAgain);
  return () => {
    if (readers.get(id) === readAgain) readers.delete(id);
  };
}

/** Something else than writing changed the text of a record: where it is open, it is read again. */
export function askToReadAgain(id: RecordId): void {
  readers.get(id)?.();
}
