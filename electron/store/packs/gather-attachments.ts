import type { Database } from 'better-sqlite3';
import type { AttachmentId } from '../../../shared/contract/attachments.ts';
import { Failure } from '../../../shared/errors.ts';
import { freeFileName, portableFileName } from '../../../shared/text/file-name.ts';
import { findAttachment, type AttachmentRow } from '../attachments/attachment-row.ts';
import { readUnhashed } from '../attachments/read-content.ts';
import type { AttachedFile } from '../preflight/attached-file.ts';
import type { BagFile } from './bag.ts';
import { limits } from './limits.ts';
import { attachmentPath, type PackedAttachment } from './pack-json.ts';
import { putAside } from './put-aside.ts';
import type { Quarantine } from './quarantine.ts';

/** The attachments chosen to go along, by the id of their record, in the order in which they were added to it. */
export type ChosenAttachments = ReadonlyMap<string, readonly AttachmentRow[]>;

/** Fails: `attachment-not-found`, for one that was removed or whose record does not go as well; `pack-too-large`. */
export function findChosenAttachments(
  db: Database,
  ids: readonly AttachmentId[],
  recordIds: readonly string[],
): ChosenAttachments {
  const chosen = new Map<string, AttachmentRow[]>(recordIds.map((id) => [id, []]));
  for (const id of new Set(ids)) {
    const row = findAttachment(db, id);
    const ofRecord = chosen.get(row.record_id);
    if (ofRecord === undefined || row.removed_at !== null) {
      throw new Failure('attachment-not-found');
    }
    if (ofRecord.push(row) > limits.attachments) throw new Failure('pack-too-large');
  }
  const isBefore = (a: AttachmentRow, b: AttachmentRow) =>
    a.added_at - b.added_at || (a.id < b.id ? -1 : 1);
  return new Map([...chosen].map(([id, rows]) => [id, rows.toSorted(isBefore)]));
}

/** An attachment as it leaves, under the name that it has outside. */
export type AttachedHere = { row: AttachmentRow; file: AttachedFile; name: string };

/** What the table of contents says of a record's attachments. */
export function packedAttachments(attached: readonly AttachedHere[]): PackedAttachment[] {
  const packed: PackedAttachment[] = [];
  for (const { name, file } of attached) {
    const free = freeFileName(
      writable(name),
      packed.map((other) => other.name),
    );
    packed.push({ name: writable(free), sha256: file.sha256, sizeInBytes: file.sizeInBytes });
  }
  return packed;
}

/** Cutting a long name may leave another ending that some system refuses. */
function writable(name: string): string {
  const once = portableFileName(name);
  return once === name ? name : writable(once);
}

/**
 * Adds the bytes of attachments to the files of the payload, each content once: cleaned ones wait in `spool`, the others are read
 * where they lie; whoever writes the bag compares their hash.
 */
export async function addAttachments(
  db: Database,
  attached: readonly AttachedHere[],
  files: Map<string, BagFile>,
  spool: Quarantine,
  onBytes: (bytes: number) => void,
): Promise<void> {
  for (const { row, file } of attached) {
    const { sha256, sizeInBytes, checksum } = file;
    if (files.has(sha256)) continue;
    onBytes(sizeInBytes);
    const read = file.isChanged
      ? putAside(spool, await changed(file))
      : () => readUnhashed(db, row.hash);
    files.set(sha256, { path: attachmentPath(sha256), sizeInBytes, sha256, checksum, read });
  }
}

async function changed({ content }: AttachedFile): Promise<Uint8Array> {
  const { bytes } = await content();
  if (bytes === null) throw new Error('a changed file without bytes');
  return bytes;
}
