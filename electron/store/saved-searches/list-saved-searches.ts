import type { Database } from 'better-sqlite3';
import {
  SavedQuestion,
  type SavedSearch,
  type SavedSearchId,
} from '../../../shared/contract/saved-searches.ts';
import { countFresh } from '../search/count-fresh.ts';
import type { Steps } from '../search/steps.ts';

type Row = { id: SavedSearchId; name: string; question: string; seenAt: number };

/** A step for each of them: counting what is new asks each question once. */
export function* listSavedSearches(db: Database): Steps<{ items: SavedSearch[] }> {
  const rows = db
    .prepare('SELECT id, name, question, seen_at AS seenAt FROM saved_searches')
    .all() as Row[];
  const items: SavedSearch[] = [];
  const byName = new Intl.Collator('zh-CN', { numeric: true });
  for (const row of rows.toSorted((one, other) => byName.compare(one.name, other.name))) {
    const question = SavedQuestion.parse(JSON.parse(row.question));
    const fresh = yield* countFresh(db, question, row.seenAt);
    items.push({ id: row.id, name: row.name, question, seenAt: row.seenAt, fresh });
    yield undefined;
  }
  return { items };
}
