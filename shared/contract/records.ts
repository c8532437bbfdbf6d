import * as z from 'zod';
import { DocumentTree } from '../document/tree.ts';
import { Marking, RecordFields } from '../templates/record-fields.ts';
import { command, job, query, Instant, Page, PageRequest } from './define.ts';
import { packKinds } from '../packs/pack-kinds.ts';
import { RecordStatus } from './record-status.ts';

/** The kinds of `shared/templates`. Precedents are imported and read-only; notices and calls are written where guidance comes from. */
export const RecordKind = z.enum([
  'typical-case',
  'guiding-case-nomination',
  'good-practice',
  'research-note',
  'work-report',
  'information-brief',
  'precedent-search-report',
  'notice',
  'call',
  'precedent',
]);
export type RecordKind = z.output<typeof RecordKind>;

/**
 * Whose a record is: written, imported or kept here (`own`); submitted by another office (`received`); sent to guide (`guidance`).
 * Nobody writes in the text of the latter two, and no list of one's own shows them.
 */
export const Library = z.enum(['own', 'received', 'guidance']);
export type Library = z.output<typeof Library>;

/** UUIDv7, lower case. */
export const RecordId = z.uuid().brand<'RecordId'>();
export type RecordId = z.output<typeof RecordId>;

const Title = z.string().trim().min(1).max(500);
const Keywords = z.array(z.string().trim().min(1).max(100)).max(50);
const CaseNumbers = z.array(z.string().trim().min(1).max(100)).max(50);
/** A word of the workspace's own for putting records together. It never leaves. */
export const Tag = z
  .string()
  .transform((tag) => tag.normalize('NFC').replaceAll(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1).max(50));
const Tags = z.array(Tag).max(50);
const Ids = z.array(z.uuid().brand<'RecordId'>()).min(1).max(500);

/**
 * What lists can be filtered by: kinds, statuses, whether somebody has opened it (`unread`, the one code is
 * `unread`), whether a comment is open (`comments`, the one code is `open`), what waits for a reviewer (`waiting`, the one code is
 * what `review.waiting` says), codes
 * of the fields, the call that a record was written for (its id at who calls), and tags.
 */
export const MarkList = z.enum([
  'unread',
  'comments',
  'waiting',
  'kind',
  'status',
  'charge',
  'function',
  'right-type',
  'stage',
  'outcome',
  'region',
  'origin',
  'marking',
  'call',
  'tag',
]);
export type MarkList = z.output<typeof MarkList>;
/** Records that have one of these. */
export const MarkFilter = z.object({
  list: MarkList,
  codes: z.array(z.string().min(1).max(110)).min(1).max(100),
});
export type MarkFilter = z.output<typeof MarkFilter>;
/**
 * `title`: by pronunciation, as a Chinese dictionary has it. Lists of codes sort by the first of them, in the order of the
 * codes; what has none comes first.
 */
export const RecordOrder = z.enum([
  'changed',
  'created',
  'title',
  'kind',
  'status',
  'charge',
  'function',
  'right-type',
  'region',
  'case-number',
  'characters',
  'completeness',
  'tag',
]);
export type RecordOrder = z.output<typeof RecordOrder>;

/** What a list can be put into groups by. `month`: of the latest change or, in the order of creation, of that. */
export const GroupBy = z.enum([
  'kind',
  'status',
  'month',
  'function',
  'charge',
  'right-type',
  'region',
  'tag',
]);
export type GroupBy = z.output<typeof GroupBy>;

export const RecordSummary = z.object({
  id: RecordId,
  kind: RecordKind,
  title: z.string(),
  keywords: z.array(z.string()),
  caseNumbers: z.array(z.string()),
  /** Characters without white space, code points. */
  characters: z.number().int(),
  /** The opening words of the first section that has any, at most 120 characters. */
  opening: z.string(),
  /** Sorted; organising, not content: tagging is no change of the record. */
  tags: z.array(z.string()),
  charges: RecordFields.shape.charges.unwrap(),
  functions: RecordFields.shape.functions.unwrap(),
  rightTypes: RecordFields.shape.rightTypes.unwrap(),
  region: z.string().nullable(),
  marking: Marking.nullable(),
  library: Library,
  /** The office that sent it, by the name that it had then; null for one's own. */
  senderName: z.string().nullable(),
  /** Null for precedents and for what other offices sent: nobody here submits them, and their text is not ours to write in. */
  status: RecordStatus.nullable(),
  /** It came from outside and nobody has opened it. */
  isUnread: z.boolean(),
  /** Comment threads that nobody has settled yet. */
  openComments: z.number().int(),
  /** Whole per cent of what a finished one has; null for precedents. */
  completeness: z.number().int().nullable(),
  /** How often it was stored. A change says which of them it was made to. */
  saves: z.number().int(),
  /** The number of the latest revision that its history keeps; 0 if there is none yet. */
  revision: z.number().int(),
  createdAt: Instant,
  changedAt: Instant,
  trashedAt: Instant.nullable(),
  /** Invented, from the sample library; stays true when it was edited, until the samples are removed. */
  isSample: z.boolean(),
  /** Of whom it came to be reviewed: another computer of the house. Null for records of one's own. */
  reviewFor: z.string().nullable(),
});
export type RecordSummary = z.output<typeof RecordSummary>;

/** Where a record of another office came from. */
export const Provenance = z.object({
  senderId: z.string(),
  senderName: z.string(),
  /** The provincial office that forwarded it, if it came so; `senderName` is whoever signed the original. */
  forwardedBy: z.string().nullable(),
  /** Of the card under which the pack was signed: thirty digits. */
  senderFingerprint: z.string(),
  /** The same of the original that was forwarded. */
  originalFingerprint: z.string().nullable(),
  packId: z.string(),
  packKind: z.enum(packKinds),
  sequence: z.number().int(),
  /** When the sender made the pack, by their clock, and when it came. */
  createdAt: Instant,
  receivedAt: Instant,
  /** The number under which the sender's history keeps this text. */
  revision: z.number().int(),
  state: z.enum(['received', 'accepted', 'returned', 'adopted']),
  /** The covering note. */
  note: z.string(),
  /** One's own records that guidance is about. */
  regarding: z.array(z.object({ id: RecordId, title: z.string() })),
});
export type Provenance = z.output<typeof Provenance>;

/** A whole record. */
export const FullRecord = RecordSummary.extend({
  document: DocumentTree,
  fields: RecordFields,
  /** Name of the file it was imported from, if any. Never leaves the workspace. */
  sourceName: z.string().nullable(),
  /** Since when it has its status, and who gave it: `program` or the id of a profile. Null as long as it is as it began. */
  statusChange: z.object({ at: Instant, who: z.string() }).nullable(),
  /** Null for one's own. */
  provenance: Provenance.nullable(),
});
export type FullRecord = z.output<typeof FullRecord>;

/** Why an import did not take a file. */
export const SkipCode = z.enum([
  'file-empty',
  'file-not-text',
  'file-too-large',
  'file-unreadable',
  'file-kind-unknown',
  'file-damaged',
  'file-has-no-title',
  /** `.doc`, `.wps`, `.rtf`: to be saved as `.docx` first. */
  'file-old-word',
  /** Opened only with a password. */
  'file-protected',
  /** Bears the marking of a state secret: see `hasStateSecretMarking`. */
  'file-state-secret',
  /** Not the text that the preview showed. */
  'file-changed',
]);
export type SkipCode = z.output<typeof SkipCode>;

/** What becomes of tracked changes in Word files: the text with all of them accepted, or as it was before them. */
export const ChangesTaken = z.enum(['accepted', 'original']);
export type ChangesTaken = z.output<typeof ChangesTaken>;

/**
 * What others did in a Word file: passages inserted and struck out under tracked changes, and comments. `text`: which text is taken; the
 * other passages are attached as a text file. `comments`: threads at their passages, or in that file too.
 */
export const WordChanges = z.object({
  text: ChangesTaken,
  comments: z.enum(['threads', 'beside']),
});
export type WordChanges = z.output<typeof WordChanges>;

export const ImportReport = z.object({
  imported: z.number().int(),
  recognisedAgain: z.number().int(),
  /** Files that were not looked at any more after the import was cancelled. */
  notReached: z.number().int(),
  skipped: z.array(z.object({ file: z.string(), code: SkipCode })),
  /** Files that wait for an answer about what others did in them: nothing of them was taken. */
  asked: z.array(
    z.object({
      file: z.string(),
      insertions: z.number().int(),
      deletions: z.number().int(),
      comments: z.number().int(),
    }),
  ),
  /** Records that got a new version. */
  merged: z.array(z.object({ id: RecordId, title: z.string() })),
  /** The new records, in the order of the files. */
  records: z.array(z.object({ id: RecordId, title: z.string() })),
  /**
   * What a file had besides its text, by file. Lost: `image` (too large, too many, damaged, a chart), `remote-image` (on the network: never
   * fetched; `names` are the addresses, at most 20), `link`, `formatting`, `active` (scripts, frames, forms). By what was answered about them,
   * in the text, as comments, or in an attached text file: `comment`, `deletion`, `insertion` (tracked changes).
   */
  notKept: z.array(
    z.object({
      file: z.string(),
      what: z.string(),
      count: z.number().int(),
      names: z.array(z.string()),
    }),
  ),
});
export type ImportReport = z.output<typeof ImportReport>;

/** Which records a list shows. `kinds` empty means every kind. Every filter of `where` must hold. */
const ListQuestion = z.object({
  kinds: z.array(RecordKind).default([]),
  /** What lies in the trash is one's own. */
  library: Library.default('own'),
  trashed: z.boolean().default(false),
  where: z.array(MarkFilter).max(20).default([]),
  /** Words, each of which the title, a case number, a keyword or a tag holds, whatever the case. */
  words: z.string().max(200).default(''),
});
const ListOrder = {
  order: RecordOrder.default('changed'),
  isDescending: z.boolean().default(true),
};

/**
 * A line of a grouped list: the head of a group, or a record under it. `code` is what the group has in common: a code, a tag,
 * a kind, a status, `2026-11`; null heads what has none. A record that has several stands under each.
 */
export const GroupedLine = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('head'),
    code: z.string().nullable(),
    count: z.number().int(),
    isFolded: z.boolean(),
  }),
  z.object({ type: z.literal('record'), code: z.string().nullable(), record: RecordSummary }),
]);
/** More are not said at once; each comes with its page. */
export const MOST_HEADS = 2000;
export type GroupedLine = z.output<typeof GroupedLine>;

export const records = {
  /** `kinds` empty means every kind. Every filter of `where` must hold. Newest change first unless told otherwise. */
  'records.list': query(
    PageRequest.extend({ ...ListQuestion.shape, ...ListOrder }),
    Page(RecordSummary),
  ),
  /**
   * The same list in groups, heads and records in one count of lines. `folding`: the groups are open but for `except` or, with
   * `isFolded`, folded but for those; null is the group of what has none. `records`: how many different records there are.
   */
  'records.grouped': query(
    PageRequest.extend({
      ...ListQuestion.shape,
      ...ListOrder,
      by: GroupBy,
      folding: z
        .object({
          isFolded: z.boolean(),
          except: z.array(z.string().max(110).nullable()).max(5000),
        })
        .default({ isFolded: false, except: [] }),
    }),
    Page(GroupedLine).extend({
      records: z.number().int(),
      groups: z.number().int(),
      /** On which lines the first heads stand. */
      heads: z.array(z.number().int()).max(MOST_HEADS),
    }),
  ),
  /** Those of these records that are there, in the order asked for. */
  'records.summaries': query(z.object({ ids: Ids }), z.object({ items: z.array(RecordSummary) })),
  /** How many of one's own records there are of each kind, how many of them are unread, how many lie in the trash; what others sent. */
  'records.counts': query(
    z.object({}),
    z.object({
      byKind: z.record(RecordKind, z.number().int()),
      unreadByKind: z.record(RecordKind, z.number().int()),
      trashed: z.number().int(),
      received: z.object({ count: z.number().int(), unread: z.number().int() }),
      guidance: z.object({ count: z.number().int(), unread: z.number().int() }),
    }),
  ),
  /**
   * How many records, in the trash or out of it, have each tag, code, kind and status, of some kinds (none: every kind), the
   * most frequent first: at most 500 of each list.
   */
  'records.marks': query(
    z.object({
      kinds: z.array(RecordKind).default([]),
      library: Library.default('own'),
      trashed: z.boolean().default(false),
      /** Absent: every list. */
      lists: z.array(MarkList).min(1).max(20).optional(),
    }),
    z.object({
      marks: z.array(z.object({ list: MarkList, code: z.string(), count: z.number().int() })),
    }),
  ),
  /** Fails: `record-not-found`, `document-invalid`, `document-newer`. */
  'records.get': query(z.object({ id: RecordId }), FullRecord),
  /**
   * Creates an empty record of a kind with its template's sections. `call`: the call that it is written for, by its id at the office that calls.
   * Fails: `record-read-only` for precedents, `kind-not-written-here` for notices and calls at a contact point.
   */
  'records.create': command(
    z.object({ kind: RecordKind, title: Title, call: z.uuid().lowercase().optional() }),
    z.object({ id: RecordId, saves: z.number().int() }),
  ),
  /**
   * Stores a whole record; on the disk and findable when it answers. `saves` is what it was when the change was made. Of a
   * precedent the fields alone may differ from what stands there: its text is somebody else's, what is noted of it is not. Nothing
   * of what other offices sent. Fails: `record-not-found`, `record-read-only`, `record-in-trash`, `record-changed-elsewhere`, `document-invalid`,
   * `document-newer`, `code-unknown`, `disk-full`.
   */
  'records.save': command(
    z.object({
      id: RecordId,
      saves: z.number().int(),
      title: Title,
      keywords: Keywords,
      caseNumbers: CaseNumbers,
      /** Checked by `readDocument`, once, so that a bad tree gets its own code rather than `input-invalid`. */
      document: z.custom<DocumentTree>(),
      /** Absent: as they were. */
      fields: RecordFields.optional(),
    }),
    z.object({ saves: z.number().int(), savedAt: Instant, characters: z.number().int() }),
  ),
  /**
   * Adds and takes away tags, of all of the records or, if one is unknown, of none. No save is counted. Also of precedents and
   * records in the trash. At most 50 on a record. Fails: `record-not-found`, `record-has-too-many-tags`.
   */
  'records.tag': command(
    z.object({ ids: Ids, add: Tags.default([]), remove: Tags.default([]) }),
    z.object({}),
  ),
  /**
   * Marks records as read or as unread, all of them or, if one is unknown, none. It is no change of the record.
   * Fails: `record-not-found`.
   */
  'records.markRead': command(z.object({ ids: Ids, isRead: z.boolean() }), z.object({})),
  /** Marks as read all that a list shows; answers how many were unread. */
  'records.markAllRead': command(ListQuestion, z.object({ marked: z.number().int() })),
  /**
   * A new record with the text, fields and tags of another under the title given. Fails: `record-not-found`,
   * `record-in-trash`, `record-read-only` for precedents, `document-invalid`, `document-newer`, `disk-full`.
   */
  'records.duplicate': command(
    z.object({ id: RecordId, title: Title }),
    z.object({ id: RecordId, saves: z.number().int() }),
  ),
  /**
   * One new research note out of several records, in the order given: a part for each under its title, which begins by saying and
   * linking where it comes from, its own parts below as headings. Pictures come along. Fails: `record-not-found`,
   * `record-in-trash`, `document-invalid` if together they are too long, `document-newer`, `disk-full`.
   */
  'records.compile': command(
    z.object({ ids: z.array(RecordId).min(2).max(100), title: Title }),
    z.object({ id: RecordId, saves: z.number().int() }),
  ),
  /**
   * Destroys records that lie in the trash, all of them or none, with their index entries, and writes over where they
   * stood. It cannot be undone. Fails: `record-not-found`, `record-not-in-trash`.
   */
  'records.purge': command(z.object({ ids: Ids }), z.object({ purged: z.number().int() })),
  /** Destroys all that lies in the trash when it is called, as `records.purge`. Cancelling keeps what is not yet destroyed. */
  'records.emptyTrash': job(z.object({}), z.object({ purged: z.number().int() })),
  /** Moves to the trash; the record is no longer found. Fails: `record-not-found`, `record-read-only` for what other offices sent. */
  'records.trash': command(z.object({ ids: z.array(RecordId).min(1).max(500) }), z.object({})),
  /** Back from the trash. Fails: `record-not-found`. */
  'records.restore': command(z.object({ ids: z.array(RecordId).min(1).max(500) }), z.object({})),
  /**
   * Imports `.txt`, `.md`, `.html` (UTF-8, UTF-16, GB 18030), `.csv` (a record a row) and `.docx` files, atomically by
   * file. A published batch becomes its cases and, before them, its notice and list. A text already in the workspace
   * under the same kind is recognised and not taken twice, so that an import that was stopped goes on where it was. A
   * file over 50 MB is `file-too-large`. A folder among the paths stands for the files directly and below it; links in
   * it are not followed. `choices` are what a preview was answered with: the kind of a part, or null to leave it out;
   * parts without a choice become `kind`. With `into` a part becomes the newest version of that record, whose text before
   * stays in its history; if the record is gone meanwhile, the part becomes a record of its own. Pictures and remarks of a
   * file are attached to its record. Cancelling keeps what was taken so far, and it answers as it would at the end.
   * `changes` says what becomes of tracked changes and comments; null: files that have any are not taken, and `asked` names them. `only`: of
   * the files found, those and no others, so that an answer about some of them can be given.
   * Fails: `disk-full`, `kind-not-written-here`.
   */
  'records.import': job(
    z.object({
      kind: RecordKind,
      paths: z.array(z.string().min(1).max(4096)).min(1).max(10_000),
      choices: z
        .array(
          z.object({
            file: z.string().min(1).max(4096),
            part: z.number().int().min(0),
            hash: z.string().max(64),
            kind: RecordKind.nullable(),
            into: RecordId.nullable().default(null),
          }),
        )
        .max(100_000)
        .default([]),
      changes: WordChanges.nullable().default({ text: 'accepted', comments: 'beside' }),
      only: z.array(z.string().min(1).max(4096)).max(10_000).nullable().default(null),
    }),
    ImportReport,
    { paths: ['paths'] },
  ),
  /**
   * Adds the sample library that comes with the program: invented records of every kind, marked `isSample`. One that is
   * there already, be it in the trash, is not added again. Cancelling keeps what was added so far. Fails: `disk-full`.
   */
  'records.addSamples': job(z.object({}), z.object({ added: z.number().int() })),
  /**
   * Deletes the sample records for good, those in the trash too. One that somebody has edited is kept and no longer
   * counts as a sample: `kept` says how many.
   */
  'records.removeSamples': command(
    z.object({}),
    z.object({ removed: z.number().int(), kept: z.number().int() }),
  ),
};
