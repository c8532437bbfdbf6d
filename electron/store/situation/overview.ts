import type { Database } from 'better-sqlite3';
import { compareKinds } from '../../../shared/caseload/kinds.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import { RegionCode } from '../../../shared/contract/registry.ts';
import type { RegionSituation, situation } from '../../../shared/contract/situation.ts';
import {
  countBySender,
  gatherOffices,
  monthsIn,
  periodsWithFigures,
  type Gathered,
  type Scope,
} from './gather.ts';
import { situationSettings } from './settings.ts';

type Overview = (typeof situation)['situation.overview'];
const MOST_TOPICS = 30;

/** See `situation.overview`. Reads what triggers counted (migration 0023), never the records themselves. */
export function overviewOf(
  db: Database,
  scope: InputOf<Overview>,
  now: number,
): OutputOf<Overview> {
  const periods = periodsWithFigures(db);
  const period = scope.period ?? periods[0] ?? null;
  const offices = gatherOffices(db, { ...scope, period: period ?? undefined }, now);
  const kinds = db.prepare('SELECT DISTINCT kind FROM caseload_figures').pluck().all() as string[];
  return {
    regions: RegionCode.options.map((region) => regionOf(region, offices)),
    outside: outsideOf(db, scope, offices),
    months: monthsOfScope(db, scope),
    topics: topicsOf(db, scope),
    periods,
    kinds: kinds.toSorted(compareKinds),
    period,
    settings: situationSettings(db),
  };
}

function regionOf(region: RegionCode, offices: readonly Gathered[]): RegionSituation {
  const own = offices.filter((office) => office.region === region);
  const points = own.filter(({ isPoint }) => isPoint);
  const last = own.map(({ lastAt }) => lastAt ?? 0);
  return {
    region,
    points: points.length,
    silent: points.filter(({ isSilent }) => isSilent).length,
    submissions: own.reduce((sum, office) => sum + office.submissions, 0),
    adopted: own.reduce((sum, office) => sum + office.adopted, 0),
    lastAt: Math.max(0, ...last) || null,
    caseload: caseloadOfRegion(own),
  };
}

/** A provincial office counts for its whole region, points included; without its figures the points are added up. */
export function caseloadOfRegion(
  own: readonly Pick<Gathered, 'caseload' | 'isProvincial'>[],
): number | null {
  const provincial = own.filter(({ isProvincial, caseload }) => isProvincial && caseload !== null);
  const counted =
    provincial.length > 0 ? provincial : own.filter(({ caseload }) => caseload !== null);
  return counted.length === 0
    ? null
    : counted.reduce((sum, { caseload }) => sum + (caseload ?? 0), 0);
}

function outsideOf(
  db: Database,
  scope: Scope,
  offices: readonly Gathered[],
): { submissions: number; adopted: number } {
  const known = new Set(offices.map(({ cardOfficeId }) => cardOfficeId));
  let [submissions, adopted] = [0, 0];
  for (const [sender, counts] of countBySender(db, scope)) {
    if (known.has(sender)) continue;
    submissions += counts.submissions;
    adopted += counts.adopted;
  }
  return { submissions, adopted };
}

function monthsOfScope(db: Database, scope: Scope): OutputOf<Overview>['months'] {
  const { sql, values } = monthsIn(scope);
  const rows = db
    .prepare(
      `SELECT month, sum(count) AS submissions, sum(iif(state = 'adopted', count, 0)) AS adopted
       FROM received_counts WHERE ${sql} GROUP BY month ORDER BY month`,
    )
    .all(...values) as OutputOf<Overview>['months'];
  return withGaps(rows);
}

/** A month in which nothing came stands there with nought. */
function withGaps(rows: OutputOf<Overview>['months']): OutputOf<Overview>['months'] {
  const byMonth = new Map(rows.map((row) => [row.month, row]));
  const [first, last] = [rows[0]?.month, rows.at(-1)?.month];
  if (first === undefined || last === undefined) return [];
  const months: OutputOf<Overview>['months'] = [];
  for (let month = first; month <= last; month = nextMonth(month)) {
    months.push(byMonth.get(month) ?? { month, submissions: 0, adopted: 0 });
  }
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function topicsOf(db: Database, scope: Scope): OutputOf<Overview>['topics'] {
  const isAll = scope.from === undefined && scope.to === undefined;
  const { sql, values } = monthsIn(scope);
  return db
    .prepare(
      `SELECT keyword, sum(count) AS count FROM topic_counts
       WHERE ${isAll ? "month = ''" : `month <> '' AND ${sql}`}
       GROUP BY keyword ORDER BY 2 DESC, keyword LIMIT ${MOST_TOPICS}`,
    )
    .all(...values) as OutputOf<Overview>['topics'];
}
