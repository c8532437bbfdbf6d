import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { attachments } from '../../../shared/contract/attachments.ts';
import { findAttachment } from './attachment-row.ts';
import { readPart } from './read-content.ts';

type Slice = (typeof attachments)['attachments.slice'];

/** See `attachments.slice`. */
export function readSlice(db: Database, { id, from, length }: InputOf<Slice>): OutputOf<Slice> {
  const { hash } = findAttachment(db, id);
  // A copy of its own: what is sent to another process takes its whole buffer along.
  return { bytes: Uint8Array.from(readPart(db, hash, from, length)) };
}
