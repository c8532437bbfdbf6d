import type { Database } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { Failure } from '../../../shared/errors.ts';
import { isHeld } from './is-held.ts';
import { NotTaken, type Source } from './read-source.ts';

/** Enough of the beginning to tell what a file is. */
const HEAD_IN_BYTES = 64 * 1024;

export type Arrived = { hash: string; sizeInBytes: number; head: Buffer };

/**
 * Brings the bytes of a file in, unless they are there. The file is read twice: first for the hash under which it is stored, then to
 * store it, chunk by chunk, each in a transaction of its own so that nothing else waits. Other bytes the second time mean
 * that it was being written. Until an attachment is tied to it the content is as if it were not there; whatever ends this
 * early leaves it to be collected. `onBytes` gets how many more bytes were gone through, the file's size in all; it
 * may throw to stop. Throws `NotTaken`.
 */
export async function storeContent(
  db: Database,
  source: Source,
  onBytes: (more: number) => void,
): Promise<Arrived> {
  const first = await digestOf(source, (chunk) => onBytes(chunk.length / 2));
  if (isHere(db, first.hash)) {
    onBytes(first.sizeInBytes / 2);
    return first;
  }
  begin(db, first);
  const insert = db.prepare(
    'INSERT INTO attachment_chunks (hash, position, bytes) VALUES (?, ?, ?)',
  );
  let position = 0;
  const second = await digestOf(source, (chunk) => {
    insert.run(first.hash, position, chunk);
    position += 1;
    onBytes(chunk.length / 2);
  });
  if (second.hash !== first.hash) throw new NotTaken('file-changed');
  return first;
}

async function digestOf(source: Source, use: (chunk: Buffer) => void): Promise<Arrived> {
  const digest = createHash('sha256');
  let sizeInBytes = 0;
  let head = Buffer.alloc(0);
  for await (const chunk of source.chunks()) {
    digest.update(chunk);
    if (sizeInBytes === 0) head = Buffer.from(chunk.subarray(0, HEAD_IN_BYTES));
    sizeInBytes += chunk.length;
    use(chunk);
    await turn();
  }
  return { hash: digest.digest('hex'), sizeInBytes, head };
}

/** A content that something is tied to is whole. */
function isHere(db: Database, hash: string): boolean {
  if (!db.open) throw new Failure('workspace-closed');
  return isHeld(db, hash);
}

/** Whatever an earlier arrival of the same bytes left is taken away first. */
function begin(db: Database, { hash, sizeInBytes }: Arrived): void {
  const start = db.transaction(() => {
    db.prepare('DELETE FROM attachments WHERE hash = ?').run(hash);
    db.prepare('INSERT INTO attachments (hash, size_in_bytes) VALUES (?, ?)').run(
      hash,
      sizeInBytes,
    );
  });
  start.immediate();
}
