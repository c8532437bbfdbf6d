import * as z from 'zod';
import { DocumentTree } from '../document/tree.ts';
import { command, job, query, Instant, Page, PageRequest } from './define.ts';

/** The kinds of `shared/templates`. Precedents are imported and read-only. */
export const RecordKind = z.enum([
  'typical-case',
  'guiding-case-nomination',
  'good-practice',
  'research-note',
  'work-report',
  'information-brief',
  'precedent',
]);
export type RecordKind = z.output<typeof RecordKind>;

/** UUIDv7, lower case. */
export const RecordId = z.uuid().brand<'RecordId'>();
export type RecordId = z.output<typeof RecordId>;

const Title = z.string().trim().min(1).max(500);
const Keywords = z.array(z.string().trim().min(1).max(100)).max(50);
const CaseNumbers = z.array(z.string().trim().min(1).max(100)).max(50);

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
  version: z.number().int(),
  createdAt: Instant,
  changedAt: Instant,
  trashedAt: Instant.nullable(),
  /** Invented, from the sample library; stays true when it was edited, until the samples are removed. */
  isSample: z.boolean(),
});
export type RecordSummary = z.output<typeof RecordSummary>;

/** A whole record. */
export const FullRecord = RecordSummary.extend({
  document: DocumentTree,
  /** Name of the file it was imported from, if any. Never leaves the workspace. */
  sourceName: z.string().nullable(),
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

export const ImportReport = z.object({
  imported: z.number().int(),
  recognisedAgain: z.number().int(),
  skipped: z.array(z.object({ file: z.string(), code: SkipCode })),
  /** The new records, in the order of the files. */
  records: z.array(z.object({ id: RecordId, title: z.string() })),
  /** What a file had that a record cannot keep, by file: `image`, `comment`, `link`, `formatting`, `active` (scripts, frames, forms). Foot notes become text. */
  notKept: z.array(z.object({ file: z.string(), what: z.string(), count: z.number().int() })),
});
export type ImportReport = z.output<typeof ImportReport>;

export const records = {
  /** Newest change first. `kinds` empty means every kind. */
  'records.list': query(
    PageRequest.extend({
      kinds: z.array(RecordKind).default([]),
      trashed: z.boolean().default(false),
    }),
    Page(RecordSummary),
  ),
  /** How many records there are of each kind, and in the trash. */
  'records.counts': query(
    z.object({}),
    z.object({ byKind: z.record(RecordKind, z.number().int()), trashed: z.number().int() }),
  ),
  /** Fails: `record-not-found`, `document-invalid`, `document-newer`. */
  'records.get': query(z.object({ id: RecordId }), FullRecord),
  /** Creates an empty record of a kind with its template's sections. Fails: `record-read-only` for precedents. */
  'records.create': command(
    z.object({ kind: RecordKind, title: Title }),
    z.object({ id: RecordId, version: z.number().int() }),
  ),
  /**
   * Stores a whole record; on the disk and findable when it answers. `version` is the one the change was made to.
   * Fails: `record-not-found`, `record-read-only`, `record-in-trash`, `record-changed-elsewhere`, `document-invalid`,
   * `document-newer`, `disk-full`.
   */
  'records.save': command(
    z.object({
      id: RecordId,
      version: z.number().int(),
      title: Title,
      keywords: Keywords,
      caseNumbers: CaseNumbers,
      /** Checked by `readDocument`, once, so that a bad tree gets its own code rather than `input-invalid`. */
      document: z.custom<DocumentTree>(),
    }),
    z.object({ version: z.number().int(), savedAt: Instant, characters: z.number().int() }),
  ),
  /** Moves to the trash; the record is no longer found. Fails: `record-not-found`. */
  'records.trash': command(z.object({ ids: z.array(RecordId).min(1).max(500) }), z.object({})),
  /** Back from the trash. Fails: `record-not-found`. */
  'records.restore': command(z.object({ ids: z.array(RecordId).min(1).max(500) }), z.object({})),
  /**
   * Imports `.txt`, `.md`, `.html` (UTF-8, UTF-16, GB 18030), `.csv` (a record a row) and `.docx` files, atomically by
   * file. A published batch becomes its cases and, before them, its notice and list. A text already in the workspace
   * under the same kind is recognised and not taken twice, so that an import that was stopped goes on where it was. A
   * file over 50 MB is `file-too-large`. A folder among the paths stands for the files directly and below it; links in
   * it are not followed. `choices` are what a preview was answered with: the kind of a part, or null to leave it out;
   * parts without a choice become `kind`. Cancelling keeps what was taken so far.
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
          }),
        )
        .max(100_000)
        .default([]),
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
