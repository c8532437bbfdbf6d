import type { Database } from 'better-sqlite3';
import { provenEntries } from './find.ts';
import { listEntries } from './list-entries.ts';
import { planSearch, type SearchQuestion } from './plan-search.ts';
import { COUNTED_EXACTLY, type Steps } from './steps.ts';

/** How many answers to a question were added or changed after a time, at most a thousand. */
export function* countFresh(db: Database, question: SearchQuestion, since: number): Steps<number> {
  // An index leads to what was changed lately, which is little or nothing.
  const changed = 'SELECT number FROM records WHERE trashed_at IS NULL AND changed_at > ?';
  if (db.prepare(`${changed} LIMIT 1`).get(since) === undefined) return 0;
  const plan = planSearch(db, question);
  if (plan.isEmpty) return 0;
  const isFresh = { sql: `+e.record IN (${changed})`, values: [since] };
  const source = { ...plan.source, conditions: [isFresh, ...plan.source.conditions] };
  if (source.isExact) return listEntries(db, source, 'newest', COUNTED_EXACTLY).length;
  const request = { offset: 0, limit: 1, exact: false, order: 'newest' } as const;
  const { total } = yield* provenEntries(db, { ...plan, source }, request);
  return total;
}
