import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';
import { receiveRecord } from '../../../support/temp-desk.ts';

describe('migration 0023, the registry', () => {
  const made = databaseAt(22);
  after(() => made.cleanUp());

  it('counts what had come in before, and goes on counting', () => {
    const at = Date.UTC(2026, 9, 31, 17);
    receiveRecord(made.db, { sender: 'a', at, keywords: ['商标'] });
    receiveRecord(made.db, { sender: 'a', at, library: 'guidance', keywords: ['通知'] });
    const db = made.upgradeTo(23);
    receiveRecord(db, { sender: 'a', at, keywords: ['商标'] });
    assert.deepEqual(db.prepare('SELECT * FROM received_counts').all(), [
      { sender_id: 'a', month: '2026-11', state: 'received', count: 2 },
    ]);
    assert.deepEqual(db.prepare('SELECT * FROM topic_counts').all(), [
      { month: '', keyword: '商标', count: 2 },
      { month: '2026-11', keyword: '商标', count: 2 },
    ]);
    db.exec('DELETE FROM records');
    assert.equal(db.prepare('SELECT count(*) FROM topic_counts').pluck().get(), 0);
    assert.equal(db.prepare('SELECT count(*) FROM received_counts').pluck().get(), 0);
  });
});
