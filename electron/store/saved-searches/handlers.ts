import { v7 as uuidv7 } from 'uuid';
import type { Database } from 'better-sqlite3';
import type { Handlers } from '../../../shared/contract/define.ts';
import type { SavedSearchId, savedSearches } from '../../../shared/contract/saved-searches.ts';
import { Failure } from '../../../shared/errors.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { runInSteps } from '../search/steps.ts';
import { listSavedSearches } from './list-saved-searches.ts';

const MOST = 100;

export const savedSearchesHandlers: Handlers<typeof savedSearches, StoreContext> = {
  'savedSearches.list': (context) =>
    runInSteps(listSavedSearches(databaseOf(context)), () => false),
  'savedSearches.save': (context, { name, question }) => {
    const db = databaseOf(context);
    const count = db.prepare('SELECT count(*) FROM saved_searches').pluck().get() as number;
    if (count >= MOST) throw new Failure('saved-searches-full', { most: MOST });
    const now = context.clock();
    const id = uuidv7({ msecs: now }) as SavedSearchId;
    db.prepare(
      'INSERT INTO saved_searches (id, name, question, created_at, seen_at) VALUES (?, ?, ?, ?, ?)',
    ).run(id, name, JSON.stringify(question), now, now);
    return { id };
  },
  'savedSearches.rename': (context, { id, name }) =>
    change(databaseOf(context), 'UPDATE saved_searches SET name = ? WHERE id = ?', name, id),
  'savedSearches.see': (context, { id }) => {
    const now = context.clock();
    return change(
      databaseOf(context),
      'UPDATE saved_searches SET seen_at = ? WHERE id = ?',
      now,
      id,
    );
  },
  'savedSearches.remove': (context, { id }) =>
    change(databaseOf(context), 'DELETE FROM saved_searches WHERE id = ?', id),
};

function change(db: Database, sql: string, ...values: (string | number)[]): Record<string, never> {
  if (db.prepare(sql).run(...values).changes === 0) throw new Failure('saved-search-not-found');
  return {};
}
