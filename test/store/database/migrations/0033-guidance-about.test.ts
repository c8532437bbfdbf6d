import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0033, guidance about records', () => {
  const made = databaseAt(32);
  after(() => made.cleanUp());

  it('finds guidance that came before by the records that it is about', () => {
    const come = made.db.prepare(
      `INSERT INTO packs_received (pack_id, kind, sender_id, sender_name, sender_fingerprint, channel, epoch, sequence, hash, created_at,
         received_at, file_name, highest_marking, contents, statement) VALUES (?, ?, 'd', '处', '', 'c', 'e', ?, '', 0, 0, '', 'none', '[]', ?)`,
    );
    const about = (...ids: string[]) =>
      JSON.stringify({ regarding: ids.map((recordId) => ({ officeId: 'p', recordId })) });
    come.run('one', 'guidance', 1, about('a', 'b'));
    come.run('two', 'guidance', 2, about('b'));
    come.run('note alone', 'guidance', 3, JSON.stringify({ regarding: [] }));
    come.run('old', 'submission', 4, null);
    const db = made.upgradeTo(33);
    const packsAbout = (id: string) =>
      db
        .prepare(
          `SELECT pack_id FROM packs_received JOIN guidance_about ON pack_number = number
           WHERE record_id = ? AND office_id = 'p' ORDER BY number`,
        )
        .pluck()
        .all(id);
    assert.deepEqual(
      [packsAbout('a'), packsAbout('b'), packsAbout('c')],
      [['one'], ['one', 'two'], []],
    );
  });

  it('reads no other pack for a record', () => {
    const plan = made.db
      .prepare(
        `EXPLAIN QUERY PLAN SELECT count(*) FROM packs_received WHERE number IN
           (SELECT pack_number FROM guidance_about WHERE record_id = 'r' AND office_id = 'p')`,
      )
      .all() as { detail: string }[];
    assert.ok(
      plan.every(({ detail }) => !detail.startsWith('SCAN')),
      JSON.stringify(plan),
    );
  });
});
