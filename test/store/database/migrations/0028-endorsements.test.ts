import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';
import { receiveRecord } from '../../../support/temp-desk.ts';

describe('migration 0028, endorsements', () => {
  const made = databaseAt(27);
  after(() => made.cleanUp());

  it('forwarded nothing before, and what was taken back stays so', () => {
    const number = receiveRecord(made.db, { sender: 'a', at: 0 });
    made.db.exec("INSERT INTO purged_records VALUES ('a', 'r', 1, 'e', 7, 0)");
    const db = made.upgradeTo(28);
    const purged = db.prepare('SELECT sequence, channel, audit_lines FROM purged_records').get();
    assert.deepEqual(purged, { sequence: 7, channel: '', audit_lines: null });
    assert.equal(db.prepare('SELECT original_sender FROM packs_received').pluck().get(), null);
    db.prepare("INSERT INTO record_opinions VALUES (?, ?, 1, 'recommended', '', 0)").run(
      number,
      number,
    );
    db.prepare('DELETE FROM records WHERE number = ?').run(number);
    assert.equal(db.prepare('SELECT count(*) FROM record_opinions').pluck().get(), 0);
  });
});
