import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0007, order of kinds', () => {
  const made = databaseAt(6);
  after(() => made.cleanUp());

  it('lets a list of some kinds be paged from the index alone', () => {
    const plan = () =>
      made.db
        .prepare(
          `EXPLAIN QUERY PLAN SELECT number FROM records
           WHERE trashed_at IS NULL AND kind IN ('typical-case', 'good-practice')
           ORDER BY changed_at DESC, number DESC LIMIT 100`,
        )
        .all()
        .map((step) => (step as { detail: string }).detail)
        .join('; ');
    assert.doesNotMatch(plan(), /COVERING INDEX/);
    made.upgradeTo(7);
    assert.match(plan(), /COVERING INDEX records_by_change/);
  });
});
