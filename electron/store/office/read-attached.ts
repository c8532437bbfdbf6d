import { crc32 } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import type { JobControl } from '../../../shared/contract/define.ts';
import type { AttachmentRow } from '../attachments/attachment-row.ts';
import { readContent } from '../attachments/read-content.ts';
import type { BagFile } from '../packs/bag.ts';
import { attachmentPath } from '../packs/pack-json.ts';
import { stopIfAsked } from '../packs/stop-if-asked.ts';

/**
 * The files of attachments as they lie here, each content once: a colleague gets the same bytes, names and data about the picture
 * included. They are read through once for the sum that a zip wants. Fails: `attachment-damaged`.
 */
export async function readAttached(
  db: Database,
  attached: readonly AttachmentRow[],
  control: JobControl,
): Promise<BagFile[]> {
  const files = new Map<string, BagFile>();
  for (const { hash, size_in_bytes: sizeInBytes } of attached) {
    if (files.has(hash)) continue;
    let checksum = 0;
    for await (const chunk of readContent(db, hash)) {
      stopIfAsked(control);
      checksum = crc32(chunk, checksum);
    }
    control.report({ done: files.size + 1, total: attached.length, phase: 'gathering' });
    const read = () => readContent(db, hash);
    files.set(hash, { path: attachmentPath(hash), sizeInBytes, sha256: hash, checksum, read });
  }
  return [...files.values()];
}
