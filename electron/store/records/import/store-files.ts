import type { Database } from 'better-sqlite3';
import type { RecordId, RecordKind } from '../../../../shared/contract/records.ts';
import { freeFileName } from '../../../../shared/text/file-name.ts';
import { namesTaken } from '../../attachments/attachment-row.ts';
import type { Clock } from '../../context.ts';
import { prepared } from '../../database/prepared.ts';
import type { Thread } from '../../../../shared/comments/thread.ts';
import { insertThread } from '../../comments/threads-of.ts';
import { inTurn } from '../../attachments/in-turn.ts';
import { sourceOfBytes } from '../../attachments/source-of-bytes.ts';
import { storeContent } from '../../attachments/store-content.ts';
import { insertPrepared } from '../insert-record.ts';
import { canMergeInto, mergeInto } from './merge-into.ts';
import type { KeptFile } from './pictures.ts';
import type { ReadFile } from './read-file.ts';

type Named = { id: RecordId; title: string };
export type Taken = { records: Named[]; merged: Named[]; recognisedAgain: number };

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
      const taken: Taken = { records: [], merged: [], recognisedAgain: 0 };
      for (const { hash, files: kept, into, threads, ...record } of records) {
        if (isKnown(db, hash, record.kind, isSample)) {
          taken.recognisedAgain += 1;
          continue;
        }
        const target = into !== null && canMergeInto(db, into) ? into : null;
        const id = target ?? insertPrepared(db, { ...record, isSample }, clock());
        attach(db, id, kept, clock);
        if (target !== null) mergeInto(db, target, record, clock());
        if (threads.length > 0) keepThreads(db, id, threads);
        taken[target === null ? 'records' : 'merged'].push({ id, title: record.title });
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

/** As `storeFiles`, for files whose records have files of their own: these arrive first, and nothing collects them meanwhile. */
export function storeWithFiles(
  db: Database,
  files: readonly ReadFile[],
  clock: Clock,
): Promise<Taken[]> {
  return inTurn(db, async () => {
    for (const { records } of files) {
      for (const { hash, kind, files: kept } of records) {
        if (isKnown(db, hash, kind, false)) continue;
        for (const file of kept) await storeContent(db, sourceOfBytes(file.bytes), () => undefined);
      }
    }
    return storeFiles(db, files, clock);
  });
}

const ATTACH = `INSERT INTO record_attachments (id, record_number, hash, name, media_type, added_at)
  VALUES (?, ?, ?, ?, ?, ?)`;

/** The files of an import have names of their own; a record that is merged into may have others. */
function attach(db: Database, record: RecordId, files: readonly KeptFile[], clock: Clock): void {
  if (files.length === 0) return;
  const number = db
    .prepare('SELECT number FROM records WHERE id = ?')
    .pluck()
    .get(record) as number;
  for (const { id, hash, name, mediaType } of files) {
    const free = freeFileName(name, namesTaken(db, number));
    prepared(db, ATTACH).run(id, number, hash, free, mediaType, clock());
  }
}

/** What others said in the file; a record that is merged into may have threads of its own. */
function keepThreads(db: Database, record: RecordId, threads: readonly Thread[]): void {
  const number = db
    .prepare('SELECT number FROM records WHERE id = ?')
    .pluck()
    .get(record) as number;
  for (const thread of threads) insertThread(db, number, thread);
}
