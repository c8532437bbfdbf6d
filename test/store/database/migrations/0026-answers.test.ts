import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';
import { receiveRecord } from '../../../support/temp-desk.ts';

describe('migration 0026, answers', () => {
  const made = databaseAt(25);
  after(() => made.cleanUp());

  it('has told nobody anything about what had come in before', () => {
    receiveRecord(made.db, { sender: 'a', at: 0 });
    const db = made.upgradeTo(26);
    assert.equal(db.prepare('SELECT told_change FROM received_records').pluck().get(), 0);
    assert.equal(db.prepare('SELECT count(*) FROM packs_answered').pluck().get(), 0);
  });
});
