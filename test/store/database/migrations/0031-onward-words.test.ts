import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0031, onward-words', () => {
  const made = databaseAt(30);
  after(() => made.cleanUp());

  it('has one word of an office on a record of a pack, and finds what is untold by an index', () => {
    const db = made.upgradeTo(31);
    const add = db.prepare(
      `INSERT INTO onward_words VALUES ('p', 'r', 'o', '江岚省院', 1, NULL, 0)`,
    );
    add.run();
    assert.throws(() => add.run(), /UNIQUE/u);
    const plan = db
      .prepare('EXPLAIN QUERY PLAN SELECT pack_id FROM onward_words WHERE is_told = 0')
      .all();
    assert.match(JSON.stringify(plan), /onward_words_untold/u);
  });
});
