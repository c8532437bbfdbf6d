import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { revisions } from '../../../shared/contract/revisions.ts';
import { Failure } from '../../../shared/errors.ts';
import { isOthers } from '../inbox/is-others.ts';
import { templates } from '../../../shared/templates/index.ts';
import { keepRecord, keepRevision } from './keep-revision.ts';
import { readKept, type KeptRecord } from './record-content.ts';
import { findRevision } from './revision-row.ts';

type Keep = (typeof revisions)['revisions.keep'];
type Rename = (typeof revisions)['revisions.rename'];

/** See `revisions.keep`. */
export function keepNamed(db: Database, { recordId, name }: InputOf<Keep>): OutputOf<Keep> {
  const keep = db.transaction(() => {
    const record = readWritable(db, recordId);
    const { id, number, isNew } = keepRecord(db, record, { reason: 'asked', name });
    if (!isNew) nameOldOne(db, { id, number, name });
    return { number, isNew };
  });
  return keep.immediate();
}

/** The same text is not kept twice, but the one that is kept may get the name, if it has none. */
function nameOldOne(
  db: Database,
  { id, number, name }: { id: number; number: number; name: string | null },
): void {
  const named =
    name === null
      ? 0
      : db.prepare('UPDATE revisions SET name = ? WHERE id = ? AND name IS NULL').run(name, id)
          .changes;
  if (named === 0) throw new Failure('revision-unchanged', { number });
}

/** Fails: `record-not-found`, `record-in-trash`, `record-read-only`. */
export function readWritable(db: Database, recordId: RecordId): KeptRecord {
  const record = readKept(db, recordId);
  if (templates[record.kind].isReadOnly || isOthers(db, record.number)) {
    throw new Failure('record-read-only');
  }
  if (record.trashedAt !== null) {
    throw new Failure('record-in-trash', { title: record.content.title });
  }
  return record;
}

/** See `revisions.leave`. */
export function keepOnLeaving(db: Database, recordId: RecordId): void {
  const keep = db.transaction(() => {
    const number = db
      .prepare('SELECT number FROM records WHERE id = ? AND saves <> kept_saves')
      .pluck()
      .get(recordId);
    if (typeof number === 'number') keepRevision(db, number, { reason: 'left' });
  });
  keep.immediate();
}

/** See `revisions.rename`. */
export function renameRevision(db: Database, { id, name }: InputOf<Rename>): void {
  findRevision(db, id);
  db.prepare('UPDATE revisions SET name = ? WHERE id = ?').run(name, id);
}
