import * as z from 'zod';
import { officeBatches, officeLevels, officeLimits } from '../registry/office-fields.ts';
import { regions } from '../templates/code-lists/regions.ts';
import { command, query, Instant, Nothing, Page, PageRequest } from './define.ts';

/** UUIDv7, lower case: of an office of the registry, which may have no card yet. */
export const RegistryId = z.uuid().lowercase().brand<'RegistryId'>();
export type RegistryId = z.output<typeof RegistryId>;

/** GB/T 2260 of the 31 provincial-level regions, or `bingtuan`. */
export const RegionCode = z.enum(regions.map(({ code }) => code));
export type RegionCode = z.output<typeof RegionCode>;
export const OfficeLevel = z.enum(officeLevels);
export const OfficeBatch = z.enum(officeBatches);

const Line = (most: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim())
    .pipe(z.string().max(most));

/** Only name and region must be given. Contacts are personal data and leave only in an export that a person asks for. */
export const OfficeFields = z.object({
  name: Line(officeLimits.name).pipe(z.string().min(1)),
  region: RegionCode,
  level: OfficeLevel.nullable(),
  batches: z.array(OfficeBatch).max(3),
  provincial: Line(officeLimits.name),
  demonstrationZone: Line(officeLimits.zone),
  contacts: z
    .array(z.object({ name: Line(officeLimits.contact), phone: Line(officeLimits.contact) }))
    .max(officeLimits.contacts),
  notes: z.string().max(officeLimits.notes),
});
export type OfficeFields = z.output<typeof OfficeFields>;

export const RegistryOffice = OfficeFields.extend({
  id: RegistryId,
  /** The enrolled office (`points.list`) that this one is. */
  cardOfficeId: z.string().nullable(),
  isSample: z.boolean(),
  version: z.number().int(),
  changedAt: Instant,
});
export type RegistryOffice = z.output<typeof RegistryOffice>;

/** Why a row of a file cannot be taken. */
export const RegistryProblem = z.enum([
  'name-missing',
  'name-twice',
  'region-missing',
  'region-unknown',
  'level-unknown',
  'batch-unknown',
  'text-too-long',
  'contacts-too-many',
]);
export type RegistryProblem = z.output<typeof RegistryProblem>;

const FieldName = z.enum([
  'name',
  'region',
  'level',
  'batches',
  'provincial',
  'demonstrationZone',
  'contacts',
  'notes',
]);

/** What an import would do with a row. `line` is that of the file, counted from 1. */
export const ImportRow = z.discriminatedUnion('state', [
  z.object({ state: z.literal('new'), line: z.number().int(), name: z.string() }),
  z.object({
    state: z.literal('changed'),
    line: z.number().int(),
    name: z.string(),
    /** As they are shown: codes of regions, levels and batches, else the words. */
    changes: z.array(z.object({ field: FieldName, before: z.string(), after: z.string() })),
  }),
  z.object({ state: z.literal('unchanged'), line: z.number().int(), name: z.string() }),
  z.object({
    state: z.literal('wrong'),
    line: z.number().int(),
    name: z.string(),
    problem: RegistryProblem,
    cell: z.string(),
  }),
]);
export type ImportRow = z.output<typeof ImportRow>;

export const RegistryOrder = z.enum(['region', 'name', 'changed']);
const TableFile = { file: z.string().min(1).max(4096) };
const Counted = z.record(z.string(), z.number().int());

/** Every operation here answers `workspace-not-desk` at a contact point: the registry is of desks and provincial offices. */
export const registry = {
  /**
   * Offices by region and then name, unless told otherwise. `text`: each of its words in the name, the provincial office, a contact or
   * the notes. An empty list of regions, levels or batches narrows nothing; the batch `none` is of those that are no contact points.
   */
  'registry.list': query(
    PageRequest.extend({
      text: z.string().max(500).default(''),
      regions: z.array(RegionCode).max(40).default([]),
      levels: z.array(OfficeLevel).max(10).default([]),
      batches: z
        .array(z.enum([...officeBatches, 'none']))
        .max(10)
        .default([]),
      isLinked: z.boolean().optional(),
      isInZone: z.boolean().optional(),
      order: RegistryOrder.default('region'),
    }),
    Page(RegistryOffice),
  ),
  /** How many there are: in all, by region, by level, by batch (`none`: no batch), without a card, and samples. */
  'registry.counts': query(
    Nothing,
    z.object({
      total: z.number().int(),
      byRegion: Counted,
      byLevel: Counted,
      byBatch: Counted,
      unlinked: z.number().int(),
      samples: z.number().int(),
    }),
  ),
  /** Fails: `registry-office-not-found`. */
  'registry.get': query(z.object({ id: RegistryId }), RegistryOffice),
  /** At most 10,000 offices. Fails: `registry-name-taken`, `registry-full`, `disk-full`. */
  'registry.create': command(OfficeFields, z.object({ id: RegistryId })),
  /**
   * `version` is the one the change was made to. Fails: `registry-office-not-found`, `registry-changed-elsewhere`,
   * `registry-name-taken`, `disk-full`.
   */
  'registry.save': command(
    OfficeFields.extend({ id: RegistryId, version: z.number().int() }),
    z.object({ version: z.number().int() }),
  ),
  /** Deletes offices for good with their figures and choices; what they sent stays. Fails: `registry-office-not-found`. */
  'registry.remove': command(z.object({ ids: z.array(RegistryId).min(1).max(500) }), Nothing),
  /**
   * Says which enrolled office an office is, or with null that none. A card belongs to one office: it leaves the one that had it.
   * Fails: `registry-office-not-found`, `recipient-not-enrolled`.
   */
  'registry.link': command(
    z.object({ id: RegistryId, cardOfficeId: z.string().max(100).nullable() }),
    Nothing,
  ),
  /**
   * Enrolled offices that no office of the registry is, each with at most three offices without a card whose names are most alike,
   * the best first. `likeness` from 0 to 1.
   */
  'registry.unlinkedCards': query(
    Nothing,
    z.object({
      items: z.array(
        z.object({
          cardOfficeId: z.string(),
          name: z.string(),
          suggestions: z.array(
            z.object({ id: RegistryId, name: z.string(), likeness: z.number() }),
          ),
        }),
      ),
    }),
  ),
  /**
   * What importing a CSV (UTF-8, UTF-16 or GB 18030) or XLSX file (its first sheet) would do, row by row. A cell that is empty changes
   * nothing; without a region column the region is taken from the name. `digest` is of the file, for `registry.import`.
   * At most 10 MB, 5,000 rows and 200 columns. Fails: `table-file-too-large`, `table-file-old`, `table-file-damaged`,
   * `table-columns-missing`, `file-unreadable`.
   */
  'registry.preview': query(
    z.object(TableFile),
    z.object({
      digest: z.string(),
      rows: z.array(ImportRow),
      /** Heads of columns that are not taken. */
      ignored: z.array(z.string()),
      /** Offices of the registry that the file does not name; they stay as they are. */
      absent: z.number().int(),
    }),
    { paths: ['file'] },
  ),
  /**
   * Takes a file in, all of it or nothing. With rows that are wrong it takes nothing, unless `withoutWrong`. `digest`: it must still
   * be that file. Fails: as `registry.preview`, `table-rows-wrong`, `table-file-changed`, `registry-full`, `disk-full`.
   */
  'registry.import': command(
    z.object({
      ...TableFile,
      digest: z.string().max(100).optional(),
      withoutWrong: z.boolean().default(false),
    }),
    z.object({
      added: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      wrong: z.number().int(),
    }),
    { paths: ['file'] },
  ),
  /**
   * Writes every office to a new CSV file (UTF-8 with a mark, as spreadsheets want it) that `registry.import` reads again. Contacts go
   * along: the audit trail says so. Fails: `file-exists`, `file-not-writable`, `disk-full`.
   */
  'registry.export': command(z.object(TableFile), z.object({ exported: z.number().int() }), {
    paths: ['file'],
  }),
  /** Invented offices with figures, to try things out with; those already there are passed over. Fails: `disk-full`. */
  'registry.addSamples': command(Nothing, z.object({ added: z.number().int() })),
  /** Takes the samples out, and their figures; one that somebody changed stays. */
  'registry.removeSamples': command(
    Nothing,
    z.object({ removed: z.number().int(), kept: z.number().int() }),
  ),
};
