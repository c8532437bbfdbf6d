import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/errors.ts';
import { readPart, CHUNK_IN_BYTES } from '../attachments/read-content.ts';
import type { BagFile } from '../packs/bag.ts';
import { recordsNamed } from '../packs/check-original.ts';
import { ORIGINAL } from '../packs/check-statement.ts';
import type { OpenedPack } from '../packs/verify-pack.ts';
import type { OriginalFile } from './bring-original.ts';

/**
 * Ties the stored files of a bag to its pack, inside the transaction that takes it in. A bag with a record that its sender has taken
 * back meanwhile is not kept.
 */
export function keepOriginal(
  db: Database,
  { pack, statement }: OpenedPack,
  packNumber: number,
  files: readonly OriginalFile[],
): void {
  const isPurged = db.prepare('SELECT 1 FROM purged_records WHERE sender_id = ? AND record_id = ?');
  if (
    pack.kind !== 'withdrawal' &&
    recordsNamed(pack, statement).some((id) => isPurged.get(pack.sender.officeId, id) !== undefined)
  ) {
    return;
  }
  const keep = db.prepare(
    `INSERT INTO original_files (pack_number, path, hash, start, size, sha256, checksum)
     VALUES (@packNumber, @path, @hash, @start, @size, @sha256, @checksum)`,
  );
  for (const file of files) keep.run({ ...file, packNumber });
}

/** The files of a kept bag as they go into an endorsement; none if it is not here any more. */
export function originalFiles(db: Database, packNumber: number): BagFile[] {
  return db
    .prepare<[number], OriginalFile>(
      'SELECT path, hash, start, size, sha256, checksum FROM original_files WHERE pack_number = ? ORDER BY path',
    )
    .all(packNumber)
    .map((file) => ({
      path: `${ORIGINAL}${file.path}`,
      sizeInBytes: file.size,
      sha256: file.sha256,
      checksum: file.checksum,
      read: () => stretchOf(db, file),
    }));
}

/** Fails: `original-damaged`, at the end, if these are not the bytes that were verified. */
function* stretchOf(db: Database, file: OriginalFile): Generator<Buffer> {
  const { hash, start, size } = file;
  const digest = createHash('sha256');
  for (let at = 0; at < size; at += CHUNK_IN_BYTES) {
    const part = readPart(db, hash, start + at, Math.min(CHUNK_IN_BYTES, size - at));
    digest.update(part);
    yield part;
  }
  if (digest.digest('hex') !== file.sha256) throw new Failure('original-damaged');
}
