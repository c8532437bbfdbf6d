import * as z from 'zod';
import { rhythms } from '../caseload/period.ts';
import { Period } from './caseload.ts';
import { command, query, Instant, Nothing, Page, PageRequest } from './define.ts';
import { RecordId, RecordKind } from './records.ts';
import { RegionCode, RegistryId } from './registry.ts';

/** `2026-07`, of Beijing time. */
export const Month = z.string().regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/);

/** What is counted: submissions of these months (all without bounds), and figures of one period. */
const Scope = z.object({
  from: Month.optional(),
  to: Month.optional(),
  /** The newest with figures if none is given. */
  period: Period.optional(),
  /** A kind of figures, or `total`, the sum of the four functions. */
  kind: z.string().max(60).default('total'),
});

export const ReceivedState = z.enum(['received', 'accepted', 'returned', 'adopted']);
export type ReceivedState = z.output<typeof ReceivedState>;
/** How a received record is said to stand. `endorsed` 已复核转报: a provincial office forwarded it, and said nothing else of it since. */
export const ShownState = z.enum(['received', 'endorsed', 'accepted', 'returned', 'adopted']);
export type ShownState = z.output<typeof ShownState>;

const Numbers = {
  submissions: z.number().int(),
  adopted: z.number().int(),
  /** When the last pack came from there; null: none ever did. */
  lastAt: Instant.nullable(),
  /** Null: no figures. */
  caseload: z.number().int().nullable(),
};

export const RegionSituation = z.object({
  region: RegionCode,
  /** Offices of a batch. */
  points: z.number().int(),
  /** Of the points, those from which nothing came for as long as the settings say. */
  silent: z.number().int(),
  ...Numbers,
});
export type RegionSituation = z.output<typeof RegionSituation>;

export const OfficeSituation = z.object({
  id: RegistryId,
  name: z.string(),
  region: RegionCode,
  isPoint: z.boolean(),
  isSilent: z.boolean(),
  hasCard: z.boolean(),
  ...Numbers,
});
export type OfficeSituation = z.output<typeof OfficeSituation>;

export const SituationSettings = z.object({
  /** After so many days without a pack a point counts as silent. */
  silentAfterDays: z.number().int().min(1).max(3650),
  /** Whether lists of offices may be put in the order of a number. Off unless somebody wants it. */
  showsRanking: z.boolean(),
  /** The period that figures are typed in for, unless another is chosen. */
  rhythm: z.enum(rhythms),
});
export type SituationSettings = z.output<typeof SituationSettings>;

export const situation = {
  /**
   * Everything of the overview at once: every region, the months, the thirty most frequent keywords. `outside`: what came from
   * enrolled offices that no office of the registry is. Fails: `workspace-not-desk`.
   */
  'situation.overview': query(
    Scope,
    z.object({
      regions: z.array(RegionSituation),
      outside: z.object({ submissions: z.number().int(), adopted: z.number().int() }),
      months: z.array(
        z.object({ month: Month, submissions: z.number().int(), adopted: z.number().int() }),
      ),
      topics: z.array(z.object({ keyword: z.string(), count: z.number().int() })),
      /** With figures, newest first. */
      periods: z.array(Period),
      kinds: z.array(z.string()),
      /** The one that the figures here are of. */
      period: Period.nullable(),
      settings: SituationSettings,
    }),
  ),
  /**
   * Offices behind a number, by region and name. `measure` puts them in the order of that number, if the settings allow it and else
   * not. `only`: points, silent points, or points without a card. Fails: `workspace-not-desk`.
   */
  'situation.offices': query(
    PageRequest.extend({
      ...Scope.shape,
      region: RegionCode.optional(),
      only: z.enum(['points', 'silent', 'unlinked', 'with-caseload']).optional(),
      measure: z.enum(['submissions', 'adopted', 'lastAt', 'caseload']).optional(),
    }),
    Page(OfficeSituation),
  ),
  /**
   * Received records behind a number, newest first. `outside`: only from offices that the registry does not have.
   * `state`: `accepted` with what was forwarded.
   * Fails: `workspace-not-desk`, `registry-office-not-found`.
   */
  'situation.records': query(
    PageRequest.extend({
      from: Month.optional(),
      to: Month.optional(),
      region: RegionCode.optional(),
      officeId: RegistryId.optional(),
      outside: z.boolean().default(false),
      state: ReceivedState.optional(),
      keyword: z.string().max(200).optional(),
    }),
    Page(
      z.object({
        id: RecordId,
        kind: RecordKind,
        title: z.string(),
        office: z.string(),
        state: ShownState,
        receivedAt: Instant,
      }),
    ),
  ),
  /** Fails: `workspace-not-desk`. */
  'situation.settings': query(Nothing, SituationSettings),
  /** Fails: `workspace-not-desk`. */
  'situation.changeSettings': command(SituationSettings.partial(), SituationSettings),
};
