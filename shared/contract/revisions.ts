import * as z from 'zod';
import { DocumentTree } from '../document/tree.ts';
import { RecordFields } from '../templates/record-fields.ts';
import { command, query, Instant, Page, PageRequest } from './define.ts';
import { RecordId } from './records.ts';

/** Of the workspace; never given twice. */
export const RevisionId = z.number().int().min(1).brand<'RevisionId'>();
export type RevisionId = z.output<typeof RevisionId>;

/**
 * Why history keeps a state. `first`: it was there before anybody changed it; `pause`: nobody wrote for five minutes; `writing`:
 * somebody wrote for half an hour without one; `left`: the record, the workspace or the program was left; `status`: it became
 * something else in the course of work; `asked`: somebody kept it; `exported`: a pack was made of it; `before-restore` and
 * `restored`: an earlier one was restored; `joined`: it was the last of a history that was joined to another; `before-import` and
 * `imported`: an imported text was merged into the record; `before-search` and `searched`: what a search for precedents found was
 * written into it; `before-merge`, `from-colleague`, `merged`: a colleague's text came, was kept as it came, and was joined to what stood here.
 */
export const RevisionReason = z.enum([
  'first',
  'pause',
  'writing',
  'left',
  'status',
  'asked',
  'exported',
  'before-restore',
  'restored',
  'joined',
  'before-import',
  'imported',
  'before-search',
  'searched',
  'before-merge',
  'from-colleague',
  'merged',
]);
export type RevisionReason = z.output<typeof RevisionReason>;

export const RevisionName = z.string().trim().min(1).max(100);

export const Revision = z.object({
  id: RevisionId,
  /** 1, 2, 3, … of its record. What a pack says too. */
  number: z.number().int(),
  /** When this text was written last. */
  writtenAt: Instant,
  reason: RevisionReason,
  name: z.string().nullable(),
  /** The number of the revision that this one is again. */
  restoredFrom: z.number().int().nullable(),
  /** Characters without white space, code points. */
  characters: z.number().int(),
  /** How much was written and taken out since the revision before, likewise. */
  added: z.number().int(),
  removed: z.number().int(),
  /** The record it came from when two histories were joined; null if it is the record's own. */
  origin: z.object({ recordId: RecordId, title: z.string() }).nullable(),
  /** The packs in which exactly this left. */
  packs: z.array(
    z.object({ packId: z.string(), sequence: z.number().int(), recipientName: z.string() }),
  ),
});
export type Revision = z.output<typeof Revision>;

/** What a revision keeps of a record. Tags and attached files are about a record, and no part of it. */
export const RecordContent = z.object({
  title: z.string(),
  keywords: z.array(z.string()),
  caseNumbers: z.array(z.string()),
  fields: RecordFields,
  document: DocumentTree,
});
export type RecordContent = z.output<typeof RecordContent>;

export const ComparedSpan = z.object({
  op: z.enum(['same', 'removed', 'added']),
  text: z.string(),
});
export type ComparedSpan = z.output<typeof ComparedSpan>;

/** What a line of a comparison is in its record. */
export const LineKind = z.enum([
  'title',
  'keywords',
  'case-numbers',
  'section',
  'paragraph',
  'heading',
  'quote',
  'list-item',
  'table-row',
  'image',
  'footnote',
]);
export type LineKind = z.output<typeof LineKind>;

/**
 * One line as it was and is. `changed`: its text; `form`: the same text in another form (bold, a heading instead of a paragraph,
 * another link). `cells`: several of a table's row, keywords and case numbers, else one. Without the added spans it reads as
 * before, without the removed ones as after. `level`: of a heading 1–3, of a list item 0–7, else 0.
 */
export const ComparedLine = z.object({
  change: z.enum(['same', 'changed', 'form', 'added', 'removed']),
  kind: LineKind,
  level: z.number().int(),
  cells: z.array(z.array(ComparedSpan)),
});
export type ComparedLine = z.output<typeof ComparedLine>;

export const Comparison = z.object({
  /** In the order of the later text. `skipped`: so many lines that are the same. */
  lines: z.array(z.union([ComparedLine, z.object({ skipped: z.number().int() })])),
  /** Fields that differ, and what they were and are. */
  fields: z.array(z.string()),
  before: RecordFields,
  after: RecordFields,
  added: z.number().int(),
  removed: z.number().int(),
});
export type Comparison = z.output<typeof Comparison>;

/** A revision, or the record as it stands now. */
export const RevisionOrNow = z.union([RevisionId, z.literal('now')]);
export type RevisionOrNow = z.output<typeof RevisionOrNow>;

export const revisions = {
  /** What the history of a record keeps, also of one in the trash; newest first. Fails: `record-not-found`. */
  'revisions.list': query(PageRequest.extend({ recordId: RecordId }), Page(Revision)),
  /**
   * The revision of a record that bears a number, such as a pack says; wherever its history is joined to now. Fails:
   * `revision-not-found`.
   */
  'revisions.find': query(
    z.object({ recordId: RecordId, number: z.number().int().min(1) }),
    z.object({ recordId: RecordId, revision: Revision }),
  ),
  /** A revision whole. Fails: `revision-not-found`, `revision-damaged`, `document-invalid`, `document-newer`. */
  'revisions.get': query(
    z.object({ id: RevisionId }),
    z.object({ revision: Revision, content: RecordContent }),
  ),
  /**
   * Keeps the record as it stands, under a name. A state is kept once: if the latest revision is the same, that one gets the
   * name (`isNew` false). Fails: `record-not-found`, `record-in-trash`, `record-read-only`, `revision-unchanged` if that has a name already, `disk-full`.
   */
  'revisions.keep': command(
    z.object({ recordId: RecordId, name: RevisionName.nullable() }),
    z.object({ number: z.number().int(), isNew: z.boolean() }),
  ),
  /** Somebody goes to do something else: what was changed is kept, if anything was. An unknown record is none to keep. */
  'revisions.leave': command(z.object({ recordId: RecordId }), z.object({})),
  /** Gives a revision another name, or none. Fails: `revision-not-found`. */
  'revisions.rename': command(
    z.object({ id: RevisionId, name: RevisionName.nullable() }),
    z.object({}),
  ),
  /**
   * What changed from one text of a record to another. Lines that are the same are left out but for those around a change, unless
   * `isWhole`. Fails: `revision-not-found`, `revision-damaged`, `record-not-found`, `document-invalid`, `document-newer`,
   * `input-invalid` if both are not of the same history.
   */
  'revisions.compare': query(
    z.object({
      recordId: RecordId,
      before: RevisionOrNow,
      after: RevisionOrNow,
      isWhole: z.boolean().default(false),
    }),
    Comparison,
  ),
  /**
   * Makes the record what it was: a new revision, and what stood there is kept before. Pictures and files that the text shows
   * and that were taken off the record come back with it. Fails: `record-not-found`, `record-in-trash`, `record-read-only`,
   * `revision-not-found`, `revision-damaged`, `revision-unchanged` if that is what stands there, `document-invalid`, `document-newer`, `disk-full`.
   */
  'revisions.restore': command(
    z.object({ recordId: RecordId, id: RevisionId }),
    /** `before`: the revision that keeps what stood there, with which it can be undone. */
    z.object({ number: z.number().int(), before: RevisionId }),
  ),
};
