import type { Database } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { Failure } from '../../../shared/errors.ts';
import { isHeld } from './is-held.ts';
import { beginningOf, type Beginning } from './media-type.ts';
import { readBeginning } from './read-content.ts';
import { NotTaken, type Source } from './read-source.ts';
import { prepared } from '../database/prepared.ts';

/** Enough of the beginning to tell what a file is. */
const HEAD_IN_BYTES = 64 * 1024;

export type Arrived = { hash: string; sizeInBytes: number; beginning: Beginning };

/**
 * Brings the bytes of a file in, unless they are there. The file is read twice: first for the hash under which it is stored, then to
 * store it; other bytes the second time mean that it was being written. Until an attachment is tied to it the content is as if it
 * were not there; whatever ends this early leaves it to be collected. `onBytes` gets how many more bytes were gone through, the
 * file's size in all; it may throw to stop. Throws `NotTaken`.
 */
export async function storeContent(
  db: Database,
  source: Source,
  onBytes: (more: number) => void,
): Promise<Arrived> {
  const first = await digestOf(source, (chunk) => onBytes(chunk.length / 2));
  if (!isHere(db, first.hash)) {
    await storeKnown(db, first, source, (more) => onBytes(more / 2));
  } else onBytes(first.sizeInBytes / 2);
  return first;
}

/**
 * The same for bytes whose hash is known already, which are read once, chunk by chunk, each in a transaction of its own so that nothing
 * else waits. Only what is tied later has to outlast a power cut, and its transaction takes along whatever was written before it.
 */
export async function storeKnown(
  db: Database,
  known: { hash: string; sizeInBytes: number },
  source: Pick<Source, 'chunks'>,
  onBytes: (more: number) => void,
): Promise<Arrived> {
  if (isHere(db, known.hash)) {
    onBytes(known.sizeInBytes);
    const head = readBeginning(db, known.hash, HEAD_IN_BYTES);
    return { ...known, beginning: beginningOf(head) };
  }
  begin(db, known);
  const insert = db.prepare(
    'INSERT INTO attachment_chunks (hash, position, bytes) VALUES (?, ?, ?)',
  );
  let position = 0;
  const arrived = await digestOf(source, (chunk) => {
    db.pragma('synchronous=NORMAL');
    try {
      insert.run(known.hash, position, chunk);
    } finally {
      db.pragma('synchronous=FULL');
    }
    position += 1;
    onBytes(chunk.length);
  });
  if (arrived.hash !== known.hash) throw new NotTaken('file-changed');
  return arrived;
}

async function digestOf(
  source: Pick<Source, 'chunks'>,
  use: (chunk: Buffer) => void,
): Promise<Arrived> {
  const digest = createHash('sha256');
  let sizeInBytes = 0;
  let beginning = beginningOf(Buffer.alloc(0));
  for await (const chunk of source.chunks()) {
    digest.update(chunk);
    if (sizeInBytes === 0) beginning = beginningOf(chunk.subarray(0, HEAD_IN_BYTES));
    sizeInBytes += chunk.length;
    use(chunk);
    await turn();
  }
  return { hash: digest.digest('hex'), sizeInBytes, beginning };
}

/** A content that something is tied to is whole. */
function isHere(db: Database, hash: string): boolean {
  if (!db.open) throw new Failure('workspace-closed');
  return isHeld(db, hash);
}

/** Whatever an earlier arrival of the same bytes left is taken away first. */
function begin(db: Database, { hash, sizeInBytes }: Omit<Arrived, 'beginning'>): void {
  const start = db.transaction(() => {
    prepared(db, 'DELETE FROM attachments WHERE hash = ?').run(hash);
    prepared(db, 'INSERT INTO attachments (hash, size_in_bytes) VALUES (?, ?)').run(
      hash,
      sizeInBytes,
    );
  });
  start.immediate();
}
