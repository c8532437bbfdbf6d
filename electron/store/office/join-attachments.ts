import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { SELECT_ATTACHMENTS, type AttachmentRow } from '../attachments/attachment-row.ts';
import { removeAttachments } from '../attachments/remove-attachments.ts';
import { restoreAttachments } from '../attachments/restore-attachments.ts';
import type { OfficeAttachment } from '../../../shared/packs/office-record.ts';
import type { DocumentTree } from '../../../shared/document/tree.ts';
import { attachmentsIn } from '../revisions/attachments-in-revisions.ts';

const Names = z.record(z.string(), z.string());

/** The attachments that both had, as a round keeps them, and those that the colleague has now. */
type Joined = { before: string; theirs: readonly OfficeAttachment[] };

/** The attachments of a round as it keeps them: see migration 0029. */
export function roundAttachments(attachments: readonly { id: string; name: string }[]): string {
  return JSON.stringify(Object.fromEntries(attachments.map(({ id, name }) => [id, name])));
}

/**
 * What the colleague took off since the record went over last is taken off here as well, to be brought back from the trash; unless it was given
 * another name here meanwhile, or the text here shows it. Call it when the texts are joined, or kept side by side. Inside a transaction.
 */
export function takeOff(
  db: Database,
  number: number,
  { before, theirs }: Joined,
  now: number,
): void {
  const names = Names.parse(JSON.parse(before));
  const there = new Set<string>(theirs.map(({ id }) => id));
  const shown = shownIn(db, number);
  const gone = attachmentsHere(db, number).filter(
    ({ id, name, removed_at: removedAt }) =>
      removedAt === null && names[id] === name && !there.has(id) && !shown.has(id),
  );
  removeAttachments(
    db,
    gone.map(({ id }) => id),
    now,
  );
}

/**
 * What the joined text shows comes back, whoever took it off; and what the colleague kept knowing that it was off here (`joined`), or renamed.
 * Inside a transaction.
 */
export function restoreShown(db: Database, number: number, joined?: Joined): void {
  const shown = shownIn(db, number);
  const names = Names.parse(JSON.parse(joined?.before ?? '{}'));
  const kept = new Set<string>(
    joined?.theirs.filter(({ id, name }) => names[id] !== name).map(({ id }) => id),
  );
  const back = attachmentsHere(db, number).filter(
    ({ id, removed_at: removedAt }) => removedAt !== null && (shown.has(id) || kept.has(id)),
  );
  restoreAttachments(
    db,
    back.map(({ id }) => id),
  );
}

function attachmentsHere(db: Database, number: number): AttachmentRow[] {
  return db
    .prepare<[number], AttachmentRow>(`${SELECT_ATTACHMENTS} WHERE link.record_number = ?`)
    .all(number);
}

function shownIn(db: Database, number: number): ReadonlySet<string> {
  const document = db.prepare('SELECT document FROM records WHERE number = ?').pluck().get(number);
  return attachmentsIn(JSON.parse(document as string) as DocumentTree);
}
