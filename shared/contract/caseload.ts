import * as z from 'zod';
import { isCaseloadKind, MOST_FIGURE } from '../caseload/kinds.ts';
import { isPeriod } from '../caseload/period.ts';
import { command, query, Instant, Nothing } from './define.ts';
import { RegistryId } from './registry.ts';

/** `2026`, `2026-H1`, `2026-Q3` or `2026-04`. */
export const Period = z.string().refine(isPeriod);
export const CaseloadKind = z.string().max(60).refine(isCaseloadKind);
export const Figure = z.object({
  kind: CaseloadKind,
  count: z.number().int().min(0).max(MOST_FIGURE),
});
export type Figure = z.output<typeof Figure>;

/** `typed`: by hand. `file`: imported. `pack`: it came from the office itself. */
export const CaseloadOrigin = z.enum(['typed', 'file', 'pack']);
export const PeriodFigures = z.object({
  period: Period,
  figures: z.array(Figure),
  origin: CaseloadOrigin,
  changedAt: Instant,
  /** What packs of the office said of the period beside what stands, the latest word first, at most 20: corrected since, or late. */
  otherWords: z.array(z.object({ figures: z.array(Figure), receivedAt: Instant })),
});
export type PeriodFigures = z.output<typeof PeriodFigures>;

export const CaseloadRowProblem = z.enum([
  'office-missing',
  'office-unknown',
  'period-unknown',
  'count-wrong',
  'row-twice',
  'empty',
]);

const TableFile = { file: z.string().min(1).max(4096) };

/** Figures of offices at the desk. Every operation answers `workspace-not-desk` at a contact point. */
export const caseload = {
  /** The figures of one office, newest period first. Fails: `registry-office-not-found`. */
  'caseload.ofOffice': query(
    z.object({ officeId: RegistryId }),
    z.object({ periods: z.array(PeriodFigures) }),
  ),
  /** The periods of which there are figures, newest first, and the kinds that occur. */
  'caseload.periods': query(
    Nothing,
    z.object({
      periods: z.array(z.object({ period: Period, offices: z.number().int() })),
      kinds: z.array(z.string()),
    }),
  ),
  /** Puts these figures in the place of what the office had for the period; none at all removes it. Fails: `registry-office-not-found`. */
  'caseload.set': command(
    z.object({ officeId: RegistryId, period: Period, figures: z.array(Figure).max(100) }),
    Nothing,
  ),
  /**
   * What importing a CSV or XLSX file would do: a row is an office and a period (columns 单位 and 期间; `period` is taken for rows that name
   * none), a column a kind. Limits and failures as `registry.preview`.
   */
  'caseload.preview': query(
    z.object({ ...TableFile, period: Period.optional() }),
    z.object({
      digest: z.string(),
      kinds: z.array(z.string()),
      rows: z.array(
        z.discriminatedUnion('state', [
          z.object({
            state: z.enum(['new', 'changed', 'unchanged']),
            line: z.number().int(),
            name: z.string(),
            period: Period,
            figures: z.array(Figure),
          }),
          z.object({
            state: z.literal('wrong'),
            line: z.number().int(),
            name: z.string(),
            problem: CaseloadRowProblem,
            cell: z.string(),
          }),
        ]),
      ),
    }),
    { paths: ['file'] },
  ),
  /** Takes such a file in, all of it or nothing, as `registry.import` does. Fails: as that. */
  'caseload.import': command(
    z.object({
      ...TableFile,
      period: Period.optional(),
      digest: z.string().max(100).optional(),
      withoutWrong: z.boolean().default(false),
    }),
    z.object({ taken: z.number().int(), unchanged: z.number().int(), wrong: z.number().int() }),
    { paths: ['file'] },
  ),
};
