import { crc32 } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import type { AttachmentId } from '../../../shared/contract/attachments.ts';
import { Failure } from '../../../shared/errors.ts';
import { freeFileName, portableFileName } from '../../../shared/text/file-name.ts';
import { findAttachment, type AttachmentRow } from '../attachments/attachment-row.ts';
import { readContent } from '../attachments/read-content.ts';
import type { BagFile } from './bag.ts';
import { limits } from './limits.ts';
import { attachmentPath, type PackedAttachment } from './pack-json.ts';

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

/** What the table of contents says of a record's attachments. */
export function packedAttachments(rows: readonly AttachmentRow[]): PackedAttachment[] {
  const packed: PackedAttachment[] = [];
  for (const { name, hash, size_in_bytes: sizeInBytes } of rows) {
    const free = freeFileName(
      writable(name),
      packed.map((other) => other.name),
    );
    packed.push({ name: writable(free), sha256: hash, sizeInBytes });
  }
  return packed;
}

/** Cutting a long name may leave another ending that some system refuses. */
function writable(name: string): string {
  const once = portableFileName(name);
  return once === name ? name : writable(once);
}

/**
 * The bytes of attachments as files of the payload, each content once. They are read through here, for their checksum and to
 * see that they are whole, and again when the bag is written; they never are in memory. Fails: `attachment-damaged`.
 */
export async function attachmentFiles(
  db: Database,
  chosen: ChosenAttachments,
  onChunk: (bytes: number) => void,
): Promise<BagFile[]> {
  const contents = new Map([...chosen.values()].flat().map((row) => [row.hash, row.size_in_bytes]));
  const files: BagFile[] = [];
  for (const [sha256, sizeInBytes] of contents) {
    let checksum = 0;
    for await (const chunk of readContent(db, sha256)) {
      checksum = crc32(chunk, checksum);
      onChunk(chunk.length);
    }
    const read = () => readContent(db, sha256);
    files.push({ path: attachmentPath(sha256), sizeInBytes, sha256, checksum, read });
  }
  return files;
}
