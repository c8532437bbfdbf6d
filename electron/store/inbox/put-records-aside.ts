import { deserialize, serialize } from 'node:v8';
import { openQuarantine } from '../packs/quarantine.ts';
import type { TakenRecord } from './take-records.ts';

/** Records that wait, encrypted, for the transaction that takes them in, so that no more than one of them is in memory. Close it. */
export type RecordsAside = {
  add(record: TakenRecord): void;
  /** In the order in which they were added. Nothing is added afterwards. */
  all(): Iterable<TakenRecord>;
  close(): void;
};

export function putRecordsAside(folder: string): RecordsAside {
  const aside = openQuarantine(folder);
  const ends: number[] = [];
  return {
    add(record) {
      aside.append(serialize(record));
      ends.push(aside.size());
    },
    *all() {
      aside.seal();
      for (const [at, end] of ends.entries()) {
        const start = ends[at - 1] ?? 0;
        // Written here a moment ago, and sealed since.
        yield deserialize(aside.read(start, end - start)) as TakenRecord;
      }
    },
    close: () => aside.close(),
  };
}
