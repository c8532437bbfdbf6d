import type { Database, Statement } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { Failure } from '../../../shared/errors.ts';
import { letGo } from '../files/let-go.ts';
import { preparedValue } from '../database/prepared.ts';

/** The size of every chunk of a content but the last. */
export const CHUNK_IN_BYTES = 1024 ** 2;

/**
 * The bytes of a content, chunk by chunk; other work gets its turn in between. A chunk is let go when the next is asked for: whoever
 * wants to keep it copies it. After the last the hash is compared.
 * Fails: `attachment-damaged`, `workspace-closed`.
 */
export async function* readContent(db: Database, hash: string): AsyncGenerator<Buffer> {
  const digest = createHash('sha256');
  for await (const chunk of readUnhashed(db, hash)) {
    digest.update(chunk);
    yield chunk;
  }
  if (digest.digest('hex') !== hash) throw new Failure('attachment-damaged');
}

/** The same for whoever compares the hash himself. */
export async function* readUnhashed(db: Database, hash: string): AsyncGenerator<Buffer> {
  const total = sizeOf(db, hash);
  const read = chunks(db);
  for (let position = 0; position * CHUNK_IN_BYTES < total; position += 1) {
    if (!db.open) throw new Failure('workspace-closed');
    const chunk = wholeChunk(read.get(hash, position));
    yield chunk;
    letGo(chunk);
    await turn();
  }
}

/** The first bytes of a content, at most `length`. Fails: `attachment-damaged`. */
export function readBeginning(db: Database, hash: string, length: number): Buffer {
  const wanted = Math.min(length, sizeOf(db, hash));
  const chunks: Buffer[] = [];
  for (let position = 0; position * CHUNK_IN_BYTES < wanted; position += 1) {
    chunks.push(readChunk(db, hash, position));
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length < wanted) throw new Failure('attachment-damaged');
  return bytes.subarray(0, wanted);
}

/** The bytes from an offset, at most `length`; fewer only at the end of the content. Fails: `attachment-damaged`. */
export function readPart(db: Database, hash: string, from: number, length: number): Buffer {
  const end = Math.min(from + length, sizeOf(db, hash));
  const chunks: Buffer[] = [];
  const first = Math.floor(from / CHUNK_IN_BYTES);
  for (let position = first; position * CHUNK_IN_BYTES < end; position += 1) {
    chunks.push(readChunk(db, hash, position));
  }
  const start = first * CHUNK_IN_BYTES;
  return Buffer.concat(chunks).subarray(from - start, Math.max(end, from) - start);
}

function sizeOf(db: Database, hash: string): number {
  const size = preparedValue<number>(
    db,
    'SELECT size_in_bytes FROM attachments WHERE hash = ?',
  ).get(hash);
  if (size === undefined) throw new Failure('attachment-not-found');
  return size;
}

function readChunk(db: Database, hash: string, position: number): Buffer {
  return wholeChunk(chunks(db).get(hash, position));
}

function chunks(db: Database): Statement<[string, number], Buffer> {
  return db
    .prepare<[string, number], Buffer>(
      'SELECT bytes FROM attachment_chunks WHERE hash = ? AND position = ?',
    )
    .pluck();
}

function wholeChunk(chunk: Buffer | undefined): Buffer {
  if (chunk === undefined) throw new Failure('attachment-damaged');
  return chunk;
}
