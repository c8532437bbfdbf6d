import type { Database } from 'better-sqlite3';
import { AttachmentId } from '../../../shared/contract/attachments.ts';
import { Failure } from '../../../shared/errors.ts';
import type { OfficeAttachment, OfficeRecord } from '../../../shared/packs/office-record.ts';
import { readSourceItem } from '../../../shared/sources/csl-item.ts';
import { tieAttachment } from '../attachments/tie-attachment.ts';
import type { Arrived } from '../attachments/store-content.ts';
import type { Clock } from '../context.ts';
import { columnsOf } from '../sources/source-row.ts';

/**
 * Attachments that the record does not have yet, under the ids that its text knows. What was taken off here stays off. Fails:
 * `input-invalid` if an id is another record's here.
 */
export function takeAttachments(
  db: Database,
  clock: Clock,
  recordNumber: number,
  attachments: readonly OfficeAttachment[],
  arrived: ReadonlyMap<string, Arrived>,
): void {
  const find = db
    .prepare<[string], number>('SELECT record_number FROM record_attachments WHERE id = ?')
    .pluck();
  for (const { id, name, sha256 } of attachments) {
    const owner = find.get(id) as number | undefined;
    if (owner === recordNumber) continue;
    const content = arrived.get(sha256);
    if (owner !== undefined || content === undefined) {
      throw new Failure('input-invalid', { operation: 'office', places: 'attachments' });
    }
    tieAttachment(db, clock, { recordNumber, name, id: AttachmentId.parse(id) }, content);
  }
}

/** Cited sources that are not here yet, under the ids that the text knows. What is here stays as it is. Fails: `source-invalid`. */
export function takeSources(db: Database, sources: OfficeRecord['sources'], now: number): void {
  const isHere = db.prepare('SELECT 1 FROM sources WHERE id = ?');
  for (const { id, item } of sources) {
    if (isHere.get(id) !== undefined) continue;
    const columns = {
      id,
      ...columnsOf(readSourceItem(parsed(item)).item),
      version: 1,
      created_at: now,
      changed_at: now,
      is_sample: 0,
    };
    const names = Object.keys(columns);
    db.prepare(
      `INSERT INTO sources (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
    ).run(columns);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('source-invalid', { member: '' });
  }
}
