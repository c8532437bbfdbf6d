import type { Database } from 'better-sqlite3';
import type { InputOf } from '../../../shared/contract/define.ts';
import type { records } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { wordsOf } from './record-row.ts';

const MAX_TAGS = 50;

/**
 * Adds and takes away tags of all of the records or, if one is unknown, of none. Tags are about a record, not part of it:
 * no save is counted, the time of change stays. Fails: `record-not-found`, `record-has-too-many-tags`.
 */
export function tagRecords(
  db: Database,
  { ids, add, remove }: InputOf<(typeof records)['records.tag']>,
): void {
  const find = db.prepare('SELECT number, tags FROM records WHERE id = ?');
  const store = db.prepare('UPDATE records SET tags = ? WHERE number = ?');
  const unmark = db.prepare("DELETE FROM record_marks WHERE list = 'tag' AND number = ?");
  const mark = db.prepare("INSERT INTO record_marks (list, code, number) VALUES ('tag', ?, ?)");
  const tagAll = db.transaction(() => {
    for (const id of ids) {
      const row = find.get(id) as { number: number; tags: string } | undefined;
      if (row === undefined) throw new Failure('record-not-found');
      const kept = wordsOf(row.tags).filter((tag) => !remove.includes(tag));
      const tags = [...new Set([...kept, ...add])].toSorted();
      if (tags.length > MAX_TAGS) throw new Failure('record-has-too-many-tags');
      store.run(JSON.stringify(tags), row.number);
      unmark.run(row.number);
      for (const tag of tags) mark.run(tag, row.number);
    }
  });
  tagAll.immediate();
}
