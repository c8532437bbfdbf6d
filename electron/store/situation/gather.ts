import type { Database } from 'better-sqlite3';
import { summedKinds } from '../../../shared/caseload/kinds.ts';
import { comparePeriods } from '../../../shared/caseload/period.ts';
import type { RegionCode, RegistryId } from '../../../shared/contract/registry.ts';
import type { OfficeSituation } from '../../../shared/contract/situation.ts';
import { situationSettings } from './settings.ts';

const DAY_IN_MS = 86_400_000;

/** What is counted: submissions of these months, figures of one period and kind. */
export type Scope = {
  from?: string | undefined;
  to?: string | undefined;
  period?: string | undefined;
  kind: string;
};
/** An office with its numbers, in the order of the registry: region, then name. */
export type Gathered = OfficeSituation & { cardOfficeId: string | null; isProvincial: boolean };
type SenderCounts = Map<string, { submissions: number; adopted: number }>;

/** The condition that a month lies in the scope; a month is compared as a word. */
export function monthsIn({ from, to }: Scope): { sql: string; values: string[] } {
  const parts: string[] = [];
  const values: string[] = [];
  if (from !== undefined) {
    parts.push('month >= ?');
    values.push(from);
  }
  if (to !== undefined) {
    parts.push('month <= ?');
    values.push(to);
  }
  return { sql: parts.length === 0 ? '1' : parts.join(' AND '), values };
}

/** Periods with figures, newest first. */
export function periodsWithFigures(db: Database): string[] {
  const periods = db
    .prepare('SELECT DISTINCT period FROM caseload_figures')
    .pluck()
    .all() as string[];
  return periods.toSorted(comparePeriods);
}

/** How many records came from each sender, and how many of those were adopted. */
export function countBySender(db: Database, scope: Scope): SenderCounts {
  const { sql, values } = monthsIn(scope);
  const rows = db
    .prepare(
      `SELECT sender_id AS sender, sum(count) AS submissions, sum(iif(state = 'adopted', count, 0)) AS adopted
       FROM received_counts WHERE ${sql} GROUP BY sender_id`,
    )
    .all(...values) as { sender: string; submissions: number; adopted: number }[];
  return new Map(rows.map(({ sender, ...counts }) => [sender, counts]));
}

/** Figures of one period by office: of one kind, or the sum of the functions. */
export function figuresByOffice(
  db: Database,
  period: string | undefined,
  kind: string,
): Map<string, number> {
  if (period === undefined) return new Map();
  const kinds = kind === 'total' ? summedKinds : [kind];
  const rows = db
    .prepare(
      `SELECT office_id AS office, sum(count) AS count FROM caseload_figures
       WHERE period = ? AND kind IN (${kinds.map(() => '?').join(', ')}) GROUP BY office_id`,
    )
    .all(period, ...kinds) as { office: string; count: number }[];
  return new Map(rows.map(({ office, count }) => [office, count]));
}

/** Every office of the registry with its numbers. */
export function gatherOffices(db: Database, scope: Scope, now: number): Gathered[] {
  const { silentAfterDays } = situationSettings(db);
  const counts = countBySender(db, scope);
  const figures = figuresByOffice(db, scope.period ?? periodsWithFigures(db)[0], scope.kind);
  const lastPack = db
    .prepare('SELECT max(received_at) FROM packs_received WHERE sender_id = ?')
    .pluck();
  const lastRecord = db
    .prepare(
      "SELECT max(received_at) FROM received_records WHERE sender_id = ? AND library = 'received'",
    )
    .pluck();
  const rows = db
    .prepare(
      `SELECT id, name, region, batches <> '' AS is_point, level, card_office_id AS card FROM registry_offices
       ORDER BY region, sort_key, number`,
    )
    .all() as {
    id: RegistryId;
    name: string;
    region: RegionCode;
    is_point: number;
    level: string | null;
    card: string | null;
  }[];
  return rows.map(({ id, name, region, is_point, level, card }) => {
    const count = card === null ? undefined : counts.get(card);
    // What a provincial office forwarded came in a pack of its own; the record says whose it is.
    const lastAt =
      card === null
        ? 0
        : Math.max(Number(lastPack.get(card) ?? 0), Number(lastRecord.get(card) ?? 0));
    const isPoint = is_point === 1;
    return {
      id,
      name,
      region,
      isPoint,
      isSilent: isPoint && lastAt < now - silentAfterDays * DAY_IN_MS,
      hasCard: card !== null,
      submissions: count?.submissions ?? 0,
      adopted: count?.adopted ?? 0,
      lastAt: lastAt === 0 ? null : lastAt,
      caseload: figures.get(id) ?? null,
      cardOfficeId: card,
      isProvincial: level === 'province',
    };
  });
}
