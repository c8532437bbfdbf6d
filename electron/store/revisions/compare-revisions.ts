import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type {
  RecordContent,
  RevisionId,
  RevisionOrNow,
  revisions,
} from '../../../shared/contract/revisions.ts';
import { compareContents } from '../../../shared/document/compare/compare-contents.ts';
import { skipSame } from '../../../shared/document/compare/skip-same.ts';
import { Failure } from '../../../shared/errors.ts';
import { recordNumberOf } from './list-revisions.ts';
import { unpack } from './packed.ts';
import { contentOf, readKept } from './record-content.ts';
import { findRevision, revisionOf } from './revision-row.ts';

type Compare = (typeof revisions)['revisions.compare'];
type Get = (typeof revisions)['revisions.get'];

/** See `revisions.get`. */
export function getRevision(db: Database, id: RevisionId): OutputOf<Get> {
  const revision = revisionOf(db, findRevision(db, id));
  return { revision, content: contentOf(unpack(db, id)) };
}

/** See `revisions.compare`. */
export function compareRevisions(db: Database, input: InputOf<Compare>): OutputOf<Compare> {
  const number = recordNumberOf(db, input.recordId);
  const comparison = compareContents(
    contentAt(db, number, input.before),
    contentAt(db, number, input.after),
  );
  return input.isWhole ? comparison : { ...comparison, lines: skipSame(comparison.lines) };
}

/** Fails: `revision-not-found`, also for one of another history, and as reading says. */
export function contentAt(db: Database, recordNumber: number, at: RevisionOrNow): RecordContent {
  if (at === 'now') return readKept(db, recordNumber).content;
  if (findRevision(db, at).record_number !== recordNumber) throw new Failure('revision-not-found');
  return contentOf(unpack(db, at));
}
