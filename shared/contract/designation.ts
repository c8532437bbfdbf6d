import * as z from 'zod';
import { factors, MOST_WEIGHT } from '../designation/score.ts';
import { Period } from './caseload.ts';
import { command, query, Instant, Nothing, Page, PageRequest } from './define.ts';
import { OfficeBatch, OfficeLevel, RegionCode, RegistryId } from './registry.ts';

const Weight = z.number().int().min(0).max(MOST_WEIGHT);
export const Weights = z.object({
  caseload: Weight,
  comprehensive: Weight,
  demonstration: Weight,
  province: Weight,
  coverage: Weight,
});
const Parts = z.object({
  caseload: z.number(),
  comprehensive: z.number(),
  demonstration: z.number(),
  province: z.number(),
  coverage: z.number(),
});

/** A candidate with each factor as itself (null: not known) and what each adds to the sum. */
export const Candidate = z.object({
  id: RegistryId,
  name: z.string(),
  region: RegionCode,
  level: OfficeLevel.nullable(),
  batches: z.array(OfficeBatch),
  values: z.object({
    caseload: z.number().int().nullable(),
    comprehensive: z.number().int().nullable(),
    demonstration: z.boolean(),
    province: z.number().int().nullable(),
    coverage: z.number().int(),
  }),
  parts: Parts,
  sum: z.number(),
  isChosen: z.boolean(),
  note: z.string(),
});
export type Candidate = z.output<typeof Candidate>;

export const DesignationId = z.uuid().lowercase().brand<'DesignationId'>();

/** Every operation answers `workspace-not-desk` at a contact point. */
export const designation = {
  /**
   * The board that is open. Candidates are all offices of the registry that are not provincial ones; by region and name unless another
   * order is asked for. `uncovered`: regions in which nobody is chosen or, with `countsPoints`, is a contact point already.
   */
  'designation.board': query(
    PageRequest.extend({
      text: z.string().max(500).default(''),
      regions: z.array(RegionCode).max(40).default([]),
      show: z.enum(['all', 'without-batch', 'chosen']).default('all'),
      order: z.enum(['region', 'sum', ...factors]).default('region'),
    }),
    Page(Candidate).extend({
      weights: Weights,
      period: Period.nullable(),
      periods: z.array(Period),
      countsPoints: z.boolean(),
      chosen: z.number().int(),
      uncovered: z.array(RegionCode),
    }),
  ),
  /** Changes how the open board counts. */
  'designation.change': command(
    z.object({ weights: Weights, period: Period.nullable(), countsPoints: z.boolean() }).partial(),
    Nothing,
  ),
  /** Chooses offices, all of them or none. Fails: `registry-office-not-found`. */
  'designation.choose': command(
    z.object({ ids: z.array(RegistryId).min(1).max(500), isChosen: z.boolean() }),
    Nothing,
  ),
  /** A word on one candidate, kept with the choice and with the decision. Fails: `registry-office-not-found`. */
  'designation.note': command(z.object({ id: RegistryId, note: z.string().max(1000) }), Nothing),
  /**
   * Records the decision with its reasons: the weights, the period, every candidate with its factors as they were, and who was chosen.
   * It never changes again; the audit trail gets its hash. The board begins anew.
   * Fails: `designation-none-chosen`, `designation-reasons-missing`.
   */
  'designation.decide': command(
    z.object({ name: z.string().trim().min(1).max(100), reasons: z.string().max(20_000) }),
    z.object({ id: DesignationId }),
  ),
  /** Decisions, newest first. */
  'designation.decisions': query(
    PageRequest,
    Page(
      z.object({
        id: DesignationId,
        name: z.string(),
        decidedAt: Instant,
        chosen: z.number().int(),
        candidates: z.number().int(),
        uncovered: z.number().int(),
        reasons: z.string(),
      }),
    ),
  ),
  /**
   * Writes a decision, or without `id` the open board, to a new CSV file: a line of what was weighed how, then every candidate with its
   * factors, parts, sum, choice and word. Fails: `designation-not-found`, `file-exists`, `file-not-writable`, `disk-full`.
   */
  'designation.export': command(
    z.object({ id: DesignationId.optional(), file: z.string().min(1).max(4096) }),
    z.object({ candidates: z.number().int() }),
    { paths: ['file'] },
  ),
};
