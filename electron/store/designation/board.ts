import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { functionsAtWork } from '../../../shared/caseload/kinds.ts';
import { Period } from '../../../shared/contract/caseload.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import { Weights, type Candidate, type designation } from '../../../shared/contract/designation.ts';
import { RegionCode } from '../../../shared/contract/registry.ts';
import { factors, partsOf, sumOf, usualWeights } from '../../../shared/designation/score.ts';
import { fold } from '../../../shared/text/fold.ts';
import { batchesOfRow, type OfficeRow } from '../registry/office-row.ts';
import { figuresByOffice, periodsWithFigures } from '../situation/gather.ts';
import { caseloadOfRegion } from '../situation/overview.ts';
import { writeFact } from '../workspace/facts.ts';

type Board = (typeof designation)['designation.board'];
/** How the open board counts. `period` null: the newest with figures. */
const Counting = z.object({
  weights: Weights,
  period: Period.nullable(),
  countsPoints: z.boolean(),
});
export type Counting = z.output<typeof Counting>;

const FACT = 'designation_board';
const usual: Counting = { weights: usualWeights, period: null, countsPoints: true };

export function countingOf(db: Database): Counting {
  const value = db.prepare('SELECT value FROM workspace_facts WHERE name = ?').pluck().get(FACT);
  if (typeof value !== 'string') return usual;
  return Counting.safeParse({ ...usual, ...JSON.parse(value) }).data ?? usual;
}

export function changeCounting(db: Database, change: Partial<Counting>): void {
  writeFact(db, FACT, JSON.stringify({ ...countingOf(db), ...change }));
}

/** Every candidate with its factors, by region and name, and what the choice leaves uncovered. */
export function wholeBoard(db: Database): {
  counting: Counting;
  period: string | null;
  candidates: Candidate[];
  uncovered: RegionCode[];
} {
  const counting = countingOf(db);
  const periods = periodsWithFigures(db);
  const period =
    counting.period !== null && periods.includes(counting.period)
      ? counting.period
      : (periods[0] ?? null);
  const rows = db
    .prepare<
      [],
      Pick<OfficeRow, 'id' | 'name' | 'region' | 'level' | 'batches' | 'zone'> & {
        is_chosen: number | null;
        note: string | null;
      }
    >(
      `SELECT id, name, region, level, batches, zone, is_chosen, note FROM registry_offices
       LEFT JOIN designation_choices ON office_id = id ORDER BY region, sort_key, number`,
    )
    .all();
  const totals = figuresByOffice(db, period ?? undefined, 'total');
  const atWork = functionsByOffice(db, period);
  const regions = new Map(
    RegionCode.options.map((region) => {
      const own = rows.filter((row) => row.region === region);
      const counted = own.map((row) => ({
        caseload: totals.get(row.id) ?? null,
        isProvincial: row.level === 'province',
      }));
      const points = own.filter(({ batches }) => batches !== '').length;
      return [region, { caseload: caseloadOfRegion(counted), points }];
    }),
  );
  const known = rows
    .filter(({ level }) => level !== 'province')
    .map((row) => ({
      row,
      values: {
        caseload: totals.get(row.id) ?? null,
        comprehensive: atWork.get(row.id) ?? null,
        demonstration: row.zone !== '',
        province: regions.get(row.region)?.caseload ?? null,
        coverage: regions.get(row.region)?.points ?? 0,
      },
    }));
  const most = {
    caseload: Math.max(0, ...known.map(({ values }) => values.caseload ?? 0)),
    province: Math.max(0, ...known.map(({ values }) => values.province ?? 0)),
  };
  const candidates = known.map(({ row, values }): Candidate => {
    const parts = partsOf(values, most, counting.weights);
    return {
      id: row.id,
      name: row.name,
      region: row.region,
      level: row.level,
      batches: batchesOfRow(row.batches),
      values,
      parts,
      sum: sumOf(parts),
      isChosen: row.is_chosen === 1,
      note: row.note ?? '',
    };
  });
  const covered = new Set(
    candidates
      .filter(({ isChosen, batches }) => isChosen || (counting.countsPoints && batches.length > 0))
      .map(({ region }) => region),
  );
  const uncovered = RegionCode.options.filter((region) => !covered.has(region));
  return { counting, period, candidates, uncovered };
}

/** See `designation.board`. */
export function boardPage(db: Database, input: InputOf<Board>): OutputOf<Board> {
  const { counting, period, candidates, uncovered } = wholeBoard(db);
  const words = fold(input.text).toLowerCase().split(/\s+/u).filter(Boolean);
  const shown = candidates.filter(
    (candidate) =>
      (input.regions.length === 0 || input.regions.includes(candidate.region)) &&
      (input.show !== 'chosen' || candidate.isChosen) &&
      (input.show !== 'without-batch' || candidate.batches.length === 0) &&
      words.every((word) => fold(candidate.name).toLowerCase().includes(word)),
  );
  const { order } = input;
  const items =
    order === 'region'
      ? shown
      : shown.toSorted((one, other) => worth(other, order) - worth(one, order));
  return {
    items: items.slice(input.offset, input.offset + input.limit),
    offset: input.offset,
    total: items.length,
    weights: counting.weights,
    period,
    periods: periodsWithFigures(db),
    countsPoints: counting.countsPoints,
    chosen: candidates.filter(({ isChosen }) => isChosen).length,
    uncovered,
  };
}

function worth(candidate: Candidate, order: 'sum' | (typeof factors)[number]): number {
  if (order === 'sum') return candidate.sum;
  // Fewer points in the region come first: that is what coverage is about.
  if (order === 'coverage') return -candidate.values.coverage;
  return Number(candidate.values[order] ?? -1);
}

/** Of the four functions, how many show a case; an office with no figures at all is not in it. */
function functionsByOffice(db: Database, period: string | null): Map<string, number> {
  if (period === null) return new Map();
  const rows = db
    .prepare('SELECT office_id AS office, kind, count FROM caseload_figures WHERE period = ?')
    .all(period) as { office: string; kind: string; count: number }[];
  const kinds = new Map<string, Set<string>>();
  for (const { office, kind, count } of rows) {
    const own = kinds.get(office) ?? new Set();
    kinds.set(office, own);
    if (count > 0) own.add(kind);
  }
  return new Map(
    [...kinds].map(([office, own]) => [
      office,
      functionsAtWork.filter((group) => group.some((kind) => own.has(kind))).length,
    ]),
  );
}
