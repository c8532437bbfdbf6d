import type { Database } from 'better-sqlite3';
import type { AttachmentHit, attachments } from '../../../../shared/contract/attachments.ts';
import type { InputOf, OutputOf } from '../../../../shared/contract/define.ts';
import { planSearch, type SearchPlan } from '../../search/plan-search.ts';
import { proveQuery, subjectOf, type Subject } from '../../search/prove.ts';
import { makeSnippet } from '../../search/snippet.ts';
import type { Steps } from '../../search/steps.ts';
import { attachmentOf, SELECT_ATTACHMENTS, type AttachmentRow } from '../attachment-row.ts';
import { contentsWith, type ContentCondition } from './contents-with.ts';

type Search = (typeof attachments)['attachments.search'];
type Answer = OutputOf<Search>;

/** Up to here totals are exact. */
const COUNTED_EXACTLY = 1000;
const PROVED_AT_ONCE = 10;

/** See `attachments.search`. */
export function* searchAttachmentsInSteps(
  db: Database,
  { query, kinds, offset, limit }: InputOf<Search>,
): Steps<Answer> {
  const plan = planSearch(db, { query, kinds: [] });
  const condition = plan.isEmpty ? null : contentsWith(plan.query);
  if (condition === null) return { hits: [], total: 0, isExact: true };
  const ids = listIds(db, condition, kinds);
  const found: { id: string; subject: Subject }[] = [];
  const kept: string[] = [];
  for (const [index, id] of ids.entries()) {
    const isShown = kept.length >= offset && kept.length < offset + limit;
    // What is exact needs no proof; it is read only to be shown.
    if (!condition.isExact || isShown) {
      const subject = readSubject(db, id, plan);
      if (proveQuery(plan.query, subject, plan.marks) === null) continue;
      if (isShown) found.push({ id, subject });
      if (index % PROVED_AT_ONCE === 0) yield undefined;
    }
    kept.push(id);
    if (kept.length === COUNTED_EXACTLY) break;
  }
  return {
    hits: found.map(({ id, subject }) => hitOf(db, id, subject)),
    total: kept.length,
    isExact: kept.length < COUNTED_EXACTLY,
  };
}

/** Attachments that are there, of records that are there; the record changed last first. */
function listIds(
  db: Database,
  { sql, values }: ContentCondition,
  kinds: readonly string[],
): string[] {
  return db
    .prepare<unknown[], string>(
      `SELECT link.id FROM attachment_texts AS read
       JOIN record_attachments AS link ON link.hash = read.hash AND link.removed_at IS NULL
       JOIN records ON records.number = link.record_number AND records.trashed_at IS NULL
       WHERE read.state IN ('text', 'cut') AND ${sql}
         AND (? = '[]' OR records.kind IN (SELECT value FROM json_each(?)))
       ORDER BY records.changed_at DESC, records.number DESC, link.added_at, link.id`,
    )
    .pluck()
    .all(...values, JSON.stringify(kinds), JSON.stringify(kinds)) as string[];
}

/** Each page is a segment; its place is its number. */
function readSubject(db: Database, id: string, { marks }: SearchPlan): Subject {
  const pages = db
    .prepare<[string], { page: number; text: string }>(
      `SELECT page, text FROM attachment_pages
       WHERE hash = (SELECT hash FROM record_attachments WHERE id = ?) ORDER BY page`,
    )
    .all(id);
  const segments = pages.map(({ page, text }) => ({ place: String(page), heading: ' ', text }));
  return subjectOf(segments, marks, () => false);
}

/** Shown with the page that has the most different words of what was asked for, the first of those. */
function hitOf(db: Database, id: string, subject: Subject): AttachmentHit {
  const row = db
    .prepare<[string], AttachmentRow>(`${SELECT_ATTACHMENTS} WHERE link.id = ?`)
    .get(id);
  if (row === undefined) throw new Error('an attachment that was found is there');
  const terms = ({ hits }: Subject['segments'][number]) =>
    new Set(hits.map(({ term }) => term)).size;
  const [best] = subject.segments.toSorted((one, other) => terms(other) - terms(one));
  const page = Number(best?.segment.place ?? 0);
  return {
    attachment: attachmentOf(row),
    recordTitle: row.record_title,
    page: page === 0 ? null : page,
    snippet: makeSnippet(best?.segment.text ?? '', best?.hits ?? []),
  };
}
