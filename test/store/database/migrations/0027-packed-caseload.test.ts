import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';
import { receiveRecord } from '../../../support/temp-desk.ts';

describe('migration 0027, packed caseload', () => {
  const made = databaseAt(26);
  after(() => made.cleanUp());

  it('leaves what came in as it is, and keeps each word of a pack about a period once', () => {
    const number = receiveRecord(made.db, { sender: 'a', at: 0 });
    const db = made.upgradeTo(27);
    const add = db.prepare(
      "INSERT INTO packed_caseload (sender_id, period, pack_number, text, is_late) VALUES ('a', '2026-q3', ?, '', 0)",
    );
    add.run(number);
    assert.throws(() => add.run(number), /UNIQUE/u);
    assert.equal(db.prepare('SELECT count(*) FROM received_records').pluck().get(), 1);
  });
});
