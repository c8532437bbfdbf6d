import type { Database } from 'better-sqlite3';
import type { Arrived } from '../attachments/store-content.ts';
import { tieAttachment } from '../attachments/tie-attachment.ts';
import type { Clock } from '../context.ts';
import type { TakenRecord } from './take-records.ts';

/**
 * The text that is here came once more, with other files: those of the pack that was sent last are its files. What stays keeps its id, since
 * the text may show it. Answers whether anything changed.
 */
export function followFiles(
  db: Database,
  clock: Clock,
  recordNumber: number,
  { attachments }: TakenRecord,
  arrived: ReadonlyMap<string, Arrived>,
): boolean {
  const here = db
    .prepare<[number], { id: string; name: string; hash: string }>(
      'SELECT id, name, hash FROM record_attachments WHERE record_number = ? AND removed_at IS NULL',
    )
    .all(recordNumber);
  const isSame = (file: (typeof here)[number], { name, sha256 }: (typeof attachments)[number]) =>
    file.name === name && file.hash === sha256;
  const gone = here.filter((file) => !attachments.some((one) => isSame(file, one)));
  const fresh = attachments.filter((one) => !here.some((file) => isSame(file, one)));
  if (gone.length + fresh.length === 0) return false;
  const remove = db.prepare('UPDATE record_attachments SET removed_at = ? WHERE id = ?');
  const rename = db.prepare('UPDATE record_attachments SET name = ? WHERE id = ?');
  const renamed = new Map<string, string>();
  for (const one of fresh) {
    const file = gone.find(({ id, hash }) => hash === one.sha256 && !renamed.has(id));
    if (file !== undefined) renamed.set(file.id, one.name);
    else {
      const content = arrived.get(one.sha256);
      if (content === undefined) throw new Error('an attachment of the pack did not arrive');
      tieAttachment(db, clock, { recordNumber, name: one.name, id: one.id }, content);
    }
  }
  for (const { id } of gone) {
    const name = renamed.get(id);
    if (name === undefined) remove.run(clock(), id);
    else rename.run(name, id);
  }
  return true;
}
