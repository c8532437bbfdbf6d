import type { Database } from 'better-sqlite3';
import { createHash, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { attachments } from '../../../shared/contract/attachments.ts';
import type { InputOf, JobControl, OutputOf } from '../../../shared/contract/define.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { writeFailure } from '../files/file-failure.ts';
import { placeFile, refuseExisting } from '../files/place-file.ts';
import { refuseLocked } from '../preflight/locked.ts';
import { findAttachment } from './attachment-row.ts';
import { inPerCent } from './in-per-cent.ts';
import { CHUNK_IN_BYTES, readContent } from './read-content.ts';

type SaveAs = (typeof attachments)['attachments.saveAs'];

/**
 * Writes to a hidden file beside the target, reads that back, and only then gives it its name; a failure leaves
 * nothing behind. See `attachments.saveAs`.
 */
export async function saveAttachment(
  db: Database,
  clock: Clock,
  { id, file }: InputOf<SaveAs>,
  control: JobControl,
): Promise<OutputOf<SaveAs>> {
  const { hash, size_in_bytes: sizeInBytes, record_id: recordId } = findAttachment(db, id);
  refuseLocked(db, recordId);
  refuseExisting(file);
  const temporary = join(dirname(file), `.${randomBytes(8).toString('hex')}.part`);
  const progress = (phase: string) => (done: number) => {
    if (control.signal.aborted) throw new Failure('cancelled');
    control.report({ ...inPerCent(done, sizeInBytes), phase });
  };
  try {
    const handle = await open(temporary, 'wx+', 0o600);
    try {
      await write(handle, readContent(db, hash), progress('writing'));
      if ((await hashOf(handle, progress('comparing'))) !== hash) {
        throw new Failure('file-not-writable', {});
      }
    } finally {
      await handle.close();
    }
    // Before it has a name: nothing leaves without its line in the trail.
    appendAudit(db, clock, { action: 'attachment-saved-out', subject: id, detail: { hash } });
    placeFile(temporary, file);
  } catch (error) {
    throw writeFailure(error, file);
  } finally {
    rmSync(temporary, { force: true });
  }
  return { file, sizeInBytes };
}

async function write(
  handle: FileHandle,
  content: AsyncIterable<Buffer>,
  onBytes: (done: number) => void,
): Promise<void> {
  let done = 0;
  onBytes(done);
  for await (const chunk of content) {
    for (let written = 0; written < chunk.length;) {
      written += (await handle.write(chunk, written)).bytesWritten;
    }
    onBytes((done += chunk.length));
  }
  await handle.sync();
}

async function hashOf(handle: FileHandle, onBytes: (done: number) => void): Promise<string> {
  const digest = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK_IN_BYTES);
  for (let done = 0; ;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, done);
    if (bytesRead === 0) return digest.digest('hex');
    digest.update(buffer.subarray(0, bytesRead));
    onBytes((done += bytesRead));
  }
}
