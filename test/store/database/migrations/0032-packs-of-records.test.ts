import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

const sent = '01a20965-2366-7619-9294-10bec8b91f57';
const takenBack = '01a20965-2366-7619-9294-10bec8b91f58';

describe('migration 0032, packs of records', () => {
  const made = databaseAt(31);
  after(() => made.cleanUp());

  it('finds what was written before by the records that it names', () => {
    const write = made.db.prepare(
      `INSERT INTO packs_written (pack_id, kind, recipient_id, recipient_name, channel, epoch, sequence, hash, created_at,
         file_name, contents, statement) VALUES (?, ?, 'd', '处', 'c', 'e', ?, 'h', 0, 'f', ?, ?)`,
    );
    write.run('p', 'submission', 1, JSON.stringify([{ id: sent }, { id: takenBack }]), null);
    write.run('q', 'withdrawal', 2, '[]', JSON.stringify({ records: [{ recordId: takenBack }] }));
    const db = made.upgradeTo(32);
    const packsOf = (id: string) =>
      db
        .prepare(
          `SELECT pack_id FROM packs_written JOIN packs_of_records ON pack_number = number
           WHERE record_id = ? ORDER BY number`,
        )
        .pluck()
        .all(id);
    assert.deepEqual([packsOf(sent), packsOf(takenBack)], [['p'], ['p', 'q']]);
    // A pack that could not get its name is noted nowhere.
    db.prepare("DELETE FROM packs_written WHERE pack_id = 'p'").run();
    assert.deepEqual([packsOf(sent), packsOf(takenBack)], [[], ['q']]);
  });

  it('reads no other pack for a record', () => {
    const plan = made.db
      .prepare(
        `EXPLAIN QUERY PLAN SELECT count(*) FROM packs_written WHERE number IN
           (SELECT pack_number FROM packs_of_records WHERE record_id = 'r')`,
      )
      .all() as { detail: string }[];
    assert.ok(
      plan.every(({ detail }) => !detail.startsWith('SCAN')),
      JSON.stringify(plan),
    );
  });
});
