import * as z from 'zod';
import { SourceType, type SourceItem } from '../sources/csl-item.ts';
import { command, job, query, Instant, Nothing, Page, PageRequest } from './define.ts';
import { RecordId, RecordKind } from './records.ts';

/** UUIDv7, lower case. */
export const SourceId = z.uuid().lowercase().brand<'SourceId'>();
export type SourceId = z.output<typeof SourceId>;

/** `title` and `creator`: by pronunciation, as a Chinese dictionary has it. */
export const SourceOrder = z.enum(['changed', 'title', 'creator', 'year']);
export type SourceOrder = z.output<typeof SourceOrder>;

export const SourceSummary = z.object({
  id: SourceId,
  type: SourceType,
  title: z.string(),
  /** At most ten names. */
  creators: z.array(z.string()),
  year: z.number().int().nullable(),
  /** What it appeared in: the journal, newspaper or book; else its publisher; else empty. */
  container: z.string(),
  /** How many records out of the trash cite it. */
  citedBy: z.number().int(),
  version: z.number().int(),
  changedAt: Instant,
  trashedAt: Instant.nullable(),
  /** Invented, from the sample library. */
  isSample: z.boolean(),
});
export type SourceSummary = z.output<typeof SourceSummary>;

/** Checked by `readSourceItem`, so that a bad one gets its own code rather than `input-invalid`. */
const Item = z.custom<SourceItem>();

export const Source = SourceSummary.extend({
  item: Item,
  /** As GB/T 7714-2015 has it, without a number. */
  entry: z.string(),
});
export type Source = z.output<typeof Source>;

/** Why another source is taken for the same. */
export const TwinReason = z.enum(['doi', 'isbn', 'title']);
export type TwinReason = z.output<typeof TwinReason>;

/** Why an item of a file was not taken: not as CSL-JSON has it, or without a title. */
export const SourceSkipCode = z.enum(['source-invalid', 'source-has-no-title']);
export type SourceSkipCode = z.output<typeof SourceSkipCode>;

const Ids = z.object({ ids: z.array(SourceId).min(1).max(500) });

export const sources = {
  /**
   * The library of sources. `text`: only those that have each of its words in title, names, year, place of publication,
   * DOI, ISBN or address. `types` empty: every type. Newest change first unless told otherwise.
   */
  'sources.list': query(
    PageRequest.extend({
      trashed: z.boolean().default(false),
      text: z.string().max(1000).default(''),
      types: z.array(SourceType).max(50).default([]),
      order: SourceOrder.default('changed'),
      isDescending: z.boolean().default(true),
    }),
    Page(SourceSummary),
  ),
  /** How many there are of each type, and in the trash. */
  'sources.counts': query(
    Nothing,
    z.object({ byType: z.partialRecord(SourceType, z.number().int()), trashed: z.number().int() }),
  ),
  /** Fails: `source-not-found`, `source-invalid`. */
  'sources.get': query(z.object({ id: SourceId }), Source),
  /**
   * The entries of sources for a list of references (GB/T 7714-2015, numeric), each in the language of its source. One that is in
   * the trash or gone for good is left out.
   */
  'sources.entries': query(
    z.object({ ids: z.array(SourceId).max(2000) }),
    z.object({
      entries: z.array(z.object({ id: SourceId, title: z.string(), entry: z.string() })),
    }),
  ),
  /**
   * Sources out of the trash that are probably the same as this one: the same DOI, ISBN (of a book), or title, year and
   * first name. At most ten. Fails: `source-invalid`.
   */
  'sources.twins': query(
    z.object({ item: Item, except: SourceId.optional() }),
    z.object({ twins: z.array(z.object({ source: SourceSummary, reason: TwinReason })) }),
  ),
  /** The records that cite a source and are not in the trash, newest change first. Fails: `source-not-found`. */
  'sources.citedIn': query(
    PageRequest.extend({ id: SourceId }),
    Page(z.object({ id: RecordId, kind: RecordKind, title: z.string() })),
  ),
  /** Fails: `source-invalid`, `disk-full`. */
  'sources.create': command(
    z.object({ item: Item }),
    z.object({ id: SourceId, version: z.number().int() }),
  ),
  /**
   * `version` is the one the change was made to. Fails: `source-not-found`, `source-in-trash`,
   * `source-changed-elsewhere`, `source-invalid`, `disk-full`.
   */
  'sources.save': command(
    z.object({ id: SourceId, version: z.number().int(), item: Item }),
    z.object({ version: z.number().int() }),
  ),
  /** Moves all of them to the trash, or none. Texts that cite them say so. Fails: `source-not-found`. */
  'sources.trash': command(Ids, Nothing),
  /** Back from the trash. Fails: `source-not-found`. */
  'sources.restore': command(Ids, Nothing),
  /** Deletes for good what lies in the trash, all of these or none. Fails: `source-not-found`, `source-not-in-trash`. */
  'sources.purge': command(Ids, z.object({ purged: z.number().int() })),
  /**
   * Takes the items of a CSL-JSON file (UTF-8, at most 20 MB and 20,000 items) into the library. One that is there already,
   * be it in other words, counts as `known` and is not taken. Members that the schema does not know are not kept and
   * named in `notKept`. `place` counts the items of the file from 1. Cancelling keeps what was taken so far; the next import goes on there.
   * Fails: `file-unreadable`, `source-file-too-large`, `source-file-unknown`, `disk-full`, `cancelled`.
   */
  'sources.import': job(
    z.object({ file: z.string().min(1).max(4096) }),
    z.object({
      imported: z.number().int(),
      known: z.number().int(),
      skipped: z.array(
        z.object({ place: z.number().int(), code: SourceSkipCode, member: z.string() }),
      ),
      notKept: z.array(
        z.object({ place: z.number().int(), title: z.string(), members: z.array(z.string()) }),
      ),
    }),
    { paths: ['file'] },
  ),
  /**
   * Writes sources out of the trash, all of them if `ids` is empty, to a new CSL-JSON file: each with the members and the `id` it
   * came with. It leaves the vault: the audit trail says so. `leftOut`: those that name a party of a record, or have a personal number, an address or a
   * marking in them, stay. Fails: `source-not-found`, `file-exists`, `file-not-writable`,
   * `disk-full`.
   */
  'sources.export': job(
    z.object({ ids: z.array(SourceId).max(50_000).default([]), file: z.string().min(1).max(4096) }),
    z.object({ exported: z.number().int(), leftOut: z.number().int(), file: z.string() }),
    { paths: ['file'] },
  ),
};
