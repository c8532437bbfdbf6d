import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import type { DocumentTree } from '../../../shared/document/tree.ts';
import { withAttachments } from '../../../shared/document/attachment-ids.ts';
import { attachmentsIn } from '../revisions/attachments-in-revisions.ts';

type Row = { id: string; removed_at: number | null };

/** The new id of each attachment that a copy of a record needs: those it has, and removed ones that its text still shows. */
export function planCopies(
  db: Database,
  recordId: string,
  document: DocumentTree,
  now: number,
): Map<string, string> {
  const named = attachmentsIn(document);
  const rows = db
    .prepare<[string], Row>(
      `SELECT link.id, link.removed_at FROM record_attachments AS link
       JOIN records ON records.number = link.record_number WHERE records.id = ?`,
    )
    .all(recordId);
  const needed = rows.filter(
    ({ id, removed_at: removedAt }) => removedAt === null || named.has(id),
  );
  return new Map(needed.map(({ id }) => [id, uuidv7({ msecs: now })]));
}

/** Gives them to the copy. The content is shared: equal bytes are stored once. To be called inside a transaction. */
export function copyAttachments(
  db: Database,
  copies: ReadonlyMap<string, string>,
  toRecordId: string,
): void {
  const copy = db.prepare(
    `INSERT INTO record_attachments (id, record_number, hash, name, media_type, added_at, removed_at)
     SELECT ?, (SELECT number FROM records WHERE id = ?), hash, name, media_type, added_at, removed_at
     FROM record_attachments WHERE id = ?`,
  );
  for (const [from, to] of copies) copy.run(to, toRecordId, from);
}

/** The document with the pictures and links of the copy. */
export function withCopies(
  document: DocumentTree,
  copies: ReadonlyMap<string, string>,
): DocumentTree {
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      blocks: withAttachments(section.blocks, (id) => ({ id: copies.get(id) ?? id })),
    })),
  };
}
