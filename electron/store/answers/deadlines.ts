import type { Database } from 'better-sqlite3';
import { Deadlines } from '../../../shared/contract/answers.ts';
import { writeFact } from '../workspace/facts.ts';

const FACT = 'answer_deadlines';
export const DAY_IN_MS = 86_400_000;
/** Nothing official says how long an answer may take: these are a beginning, and the office's to change. */
const usual: Deadlines = { received: 30, accepted: 180, offices: {} };

export function deadlinesOf(db: Database): Deadlines {
  const value = db.prepare('SELECT value FROM workspace_facts WHERE name = ?').pluck().get(FACT);
  if (typeof value !== 'string') return usual;
  return Deadlines.safeParse(JSON.parse(value)).data ?? usual;
}

export function setDeadlines(db: Database, deadlines: Deadlines): Deadlines {
  writeFact(db, FACT, JSON.stringify(deadlines));
  return deadlines;
}

/** SQL: whether the text that is here was forwarded. A text begins with the pack that brought it. */
const WENT_ON = `EXISTS (SELECT 1 FROM endorsed_records AS went
  WHERE went.sender_id = received_records.sender_id AND went.record_id = received_records.record_id
    AND went.change_id > (SELECT max(id) FROM received_changes
      WHERE record_number = received_records.record_number AND after = 'received' AND pack_id IS NOT NULL))`;

/**
 * SQL for the day by which a row of `received_records` is due, null where none is: what a provincial office forwarded waits for another
 * office. Its values: `dueValues`.
 */
export const DUE = `CASE iif(received_records.state IN ('received', 'accepted') AND ${WENT_ON}, 'went on', received_records.state)
  WHEN 'received' THEN received_records.received_at + 86400000 *
    coalesce((SELECT value FROM json_each(@offices) WHERE key = received_records.sender_id), @receivedDays)
  WHEN 'accepted' THEN received_records.state_at + 86400000 * @acceptedDays END`;

export function dueValues(db: Database) {
  const { received, accepted, offices } = deadlinesOf(db);
  return { receivedDays: received, acceptedDays: accepted, offices: JSON.stringify(offices) };
}

/** How many received records are past their day, and how many reach it by `soon`. */
export function countDue(
  db: Database,
  now: number,
  soon: number,
): { overdue: number; soon: number } {
  return db
    .prepare(
      `SELECT ifnull(sum(due < @now), 0) AS overdue, ifnull(sum(due BETWEEN @now AND @soon), 0) AS soon FROM (
         SELECT ${DUE} AS due FROM received_records WHERE library = 'received' AND state IN ('received', 'accepted'))`,
    )
    .get({ ...dueValues(db), now, soon }) as { overdue: number; soon: number };
}
