import type { Database } from 'better-sqlite3';
import type { RecordId, RecordKind } from '../../../../shared/contract/records.ts';
import type { Clock } from '../../context.ts';
import { prepared } from '../../database/prepared.ts';
import { insertPrepared } from '../insert-record.ts';
import type { ReadFile } from './read-file.ts';

export type Taken = { records: { id: RecordId; title: string }[]; recognisedAgain: number };

/**
 * Stores the records of some files, but for those whose text is already there, in one transaction. It has no pause in
 * it, so that nothing can come between the look and the writing.
 * A sample that was thrown away counts as there: adding the samples again must not bring it back beside itself.
 */
export function storeFiles(
  db: Database,
  files: readonly ReadFile[],
  clock: Clock,
  isSample = false,
): Taken[] {
  const store = db.transaction(() =>
    files.map(({ records }): Taken => {
      const taken: Taken = { records: [], recognisedAgain: 0 };
      for (const { hash, ...record } of records) {
        if (isKnown(db, hash, record.kind, isSample)) {
          taken.recognisedAgain += 1;
          continue;
        }
        const id = insertPrepared(db, { ...record, isSample }, clock());
        taken.records.push({ id, title: record.title });
      }
      return taken;
    }),
  );
  return store.immediate();
}

const KNOWN = `SELECT 1 FROM records WHERE source_hash = ? AND kind = ? AND (trashed_at IS NULL OR ?) LIMIT 1`;

function isKnown(db: Database, hash: string, kind: RecordKind, inTrashToo: boolean): boolean {
  return prepared(db, KNOWN).get(hash, kind, inTrashToo ? 1 : 0) !== undefined;
}
