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

/** How many received records are past their day, and how many reach it by `soon`. The day of each is kept by triggers (migration 0035). */
export function countDue(
  db: Database,
  now: number,
  soon: number,
): { overdue: number; soon: number } {
  const between = db
    .prepare<[number, number], number>(
      `SELECT count(*) FROM received_records INDEXED BY received_records_by_due
       WHERE library = 'received' AND (due_at IS NULL) = 0 AND due_at >= ? AND due_at <= ?`,
    )
    .pluck();
  return { overdue: between.get(0, now - 1) ?? 0, soon: between.get(now, soon) ?? 0 };
}
