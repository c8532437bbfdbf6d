import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import type { InputOf } from '../../../shared/contract/define.ts';
import { SourceId, type sources } from '../../../shared/contract/sources.ts';
import { Failure } from '../../../shared/errors.ts';
import { readSourceItem, type SourceItem } from '../../../shared/sources/csl-item.ts';
import { columnsOf, findSource } from './source-row.ts';

/** Fails: `source-invalid`. */
export function createSource(
  db: Database,
  input: unknown,
  now: number,
): { id: SourceId; version: number } {
  return { id: insertSource(db, readSourceItem(input).item, now), version: 1 };
}

/** A new source, of an item that was checked. */
export function insertSource(db: Database, item: SourceItem, now: number, isSample = false) {
  const id = SourceId.parse(uuidv7({ msecs: now }));
  const columns = {
    id,
    ...columnsOf(item),
    version: 1,
    created_at: now,
    changed_at: now,
    is_sample: isSample ? 1 : 0,
  };
  const names = Object.keys(columns);
  db.prepare(
    `INSERT INTO sources (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  ).run(columns);
  return id;
}

/** Fails: `source-not-found`, `source-in-trash`, `source-changed-elsewhere`, `source-invalid`. */
export function saveSource(
  db: Database,
  input: InputOf<(typeof sources)['sources.save']>,
  now: number,
): { version: number } {
  const { item } = readSourceItem(input.item);
  const save = db.transaction(() => {
    const current = findSource(db, input.id);
    if (current.trashed_at !== null) throw new Failure('source-in-trash');
    if (current.version !== input.version) throw new Failure('source-changed-elsewhere');
    const columns = { ...columnsOf(item), version: current.version + 1, changed_at: now };
    const changes = Object.keys(columns).map((name) => `${name} = @${name}`);
    db.prepare(`UPDATE sources SET ${changes.join(', ')} WHERE number = @number`).run({
      ...columns,
      number: current.number,
    });
    return { version: current.version + 1 };
  });
  return save.immediate();
}
