import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/errors.ts';
import { applyDelta, makeDelta } from './delta.ts';
import { hashOf } from './record-content.ts';
import { prepared } from '../database/prepared.ts';

/** A row's body and what it is the difference to. */
export type Packed = { depth: 0 | 1 | 2; base: number | null; body: Buffer };

/** A damaged row costs those that are differences to it: so many hang on a whole copy at most, and on one of its differences. */
const ON_A_COPY = 64;
const ON_A_DIFFERENCE = 8;
/** A difference of more than this part of the copy is not worth having; the next one is taken to something nearer. */
const MOST_OF_COPY = 1 / 2;
const MOST_OF_COPY_BELOW = 1 / 12;
/** Nothing that a record can be is as large. */
const MOST_BYTES = 256 * 1024 * 1024;

type Link = { id: number; depth: number; base: number | null; size: number };

/**
 * Packs a state into the history of a record: whole, as the difference to the last whole one (`depth` 1), or as the difference to
 * the last of those (`depth` 2). So it takes three rows at most to read one, whatever their number.
 */
export function packInto(db: Database, recordNumber: number, state: Buffer): Packed {
  const links = latestLinks(db, recordNumber);
  const copyAt = links.findIndex(({ depth }) => depth === 0);
  const copy = links[copyAt];
  if (copy !== undefined) {
    const nearAt = links.slice(0, copyAt).findIndex(({ depth }) => depth === 1);
    const near = links[nearAt];
    if (near !== undefined && nearAt < ON_A_DIFFERENCE - 1) {
      const packed = differenceTo(db, near, state);
      if (packed !== null && packed.body.length <= copy.size * MOST_OF_COPY_BELOW) return packed;
    }
    const packed = differenceTo(db, copy, state);
    if (packed !== null && packed.body.length <= copy.size * MOST_OF_COPY) return packed;
  }
  return { depth: 0, base: null, body: deflateRawSync(state) };
}

/** The newest ones: if there is no whole copy among them, it is time for one. */
function latestLinks(db: Database, recordNumber: number): Link[] {
  return db
    .prepare<[number, number], Link>(
      `SELECT id, depth, base, length(body) AS size FROM revisions
       WHERE record_number = ? AND ifnull(origin, 0) = 0 ORDER BY number DESC LIMIT ?`,
    )
    .all(recordNumber, ON_A_COPY);
}

/** Null if the base cannot be read: what is kept now must not hang on something damaged. */
function differenceTo(db: Database, base: Link, state: Buffer): Packed | null {
  try {
    const body = deflateRawSync(makeDelta(unpack(db, base.id), state));
    return { depth: base.depth === 0 ? 1 : 2, base: base.id, body };
  } catch (error) {
    if (error instanceof Failure && error.code === 'revision-damaged') return null;
    throw error;
  }
}

/**
 * The bytes of a state, proved by its hash. Fails: `revision-not-found`, `revision-damaged` if this row or one that it is the
 * difference to is not what was stored.
 */
export function unpack(db: Database, id: number): Buffer {
  const row = prepared(db, 'SELECT hash, base, body, number FROM revisions WHERE id = ?').get(
    id,
  ) as { hash: Buffer; base: number | null; body: Buffer; number: number } | undefined;
  if (row === undefined) throw new Failure('revision-not-found');
  try {
    const bytes = inflateRawSync(row.body, { maxOutputLength: MOST_BYTES });
    const state = row.base === null ? bytes : applyDelta(unpack(db, row.base), bytes);
    if (hashOf(state).equals(row.hash)) return state;
  } catch (error) {
    if (!isOfDamage(error)) throw error;
  }
  throw new Failure('revision-damaged', { number: row.number });
}

function isOfDamage(error: unknown): boolean {
  if (error instanceof Failure) {
    return error.code === 'revision-damaged' || error.code === 'revision-not-found';
  }
  // Zlib says what is wrong with its input by a code of its own.
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return error instanceof RangeError || code.startsWith('Z_');
}
