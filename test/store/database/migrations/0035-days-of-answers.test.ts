import assert from 'node:assert/strict';
import type { Database } from 'better-sqlite3';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

const DAY = 86_400_000;

function receive(db: Database, number: number, state: string): void {
  db.prepare(
    `INSERT INTO records (number, id, kind, title, keywords, case_numbers, document, characters, opening, saves, created_at, changed_at)
     VALUES (?, 'r' || ?, 'typical-case', '案', '[]', '[]', '{}', 0, '', 1, 0, 0)`,
  ).run(number, String(number));
  db.prepare(
    `INSERT INTO received_records (record_number, library, sender_id, record_id, kind, revision, sha256, pack_number, received_at, state, state_at)
     VALUES (?, 'received', ?, ?, 'typical-case', 1, '', 1, 0, ?, ?)`,
  ).run(number, number === 3 ? 'slow' : 'p', `theirs ${String(number)}`, state, DAY);
  change(db, number, 'received');
}

function change(db: Database, number: number, to: string, packId: string | null = 'pack'): number {
  return Number(
    db
      .prepare(
        "INSERT INTO received_changes (record_number, after, at, who, pack_id) VALUES (?, ?, 0, '', ?)",
      )
      .run(number, to, packId).lastInsertRowid,
  );
}

describe('migration 0035, days of answers', () => {
  const made = databaseAt(34);
  after(() => made.cleanUp());
  const days = (db: Database) =>
    db
      .prepare('SELECT due_at FROM received_records ORDER BY record_number')
      .pluck()
      .all()
      .map((due) => (due === null ? null : Number(due) / DAY));

  it('knows the day of what is here', () => {
    made.db
      .prepare(
        `INSERT INTO packs_received (number, pack_id, kind, sender_id, sender_name, sender_fingerprint, channel, epoch, sequence, hash, created_at,
           received_at, file_name, highest_marking, contents) VALUES (1, 'pack', 'submission', 'p', '院', '', 'c', 'e', 1, '', 0, 0, '', 'none', '[]')`,
      )
      .run();
    for (const [at, state] of ['received', 'accepted', 'received', 'adopted'].entries())
      receive(made.db, at + 1, state);
    const db = made.upgradeTo(35);
    assert.deepEqual(days(db), [30, 181, 30, null]);
    const isLast = db.prepare(
      `SELECT min(last_change = (SELECT max(id) FROM received_changes WHERE received_changes.record_number = received_records.record_number))
       FROM received_records`,
    );
    assert.equal(isLast.pluck().get(), 1);
  });

  it('follows the deadlines, by office too, none among them', () => {
    const { db } = made;
    const set = (deadlines: object) =>
      db
        .prepare(
          `INSERT INTO workspace_facts VALUES ('answer_deadlines', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
        )
        .run(JSON.stringify(deadlines));
    set({ received: 10, accepted: null, offices: { slow: 60 } });
    assert.deepEqual(days(db), [10, null, 60, null]);
    set({ received: null, accepted: 5, offices: { slow: 20 } });
    assert.deepEqual(days(db), [null, 6, 20, null]);
  });

  it('follows a change of state, a forwarding, and the next text after it', () => {
    const { db } = made;
    db.prepare(
      "UPDATE received_records SET state = 'accepted', state_at = 0 WHERE record_number = 1",
    ).run();
    assert.deepEqual(days(db), [5, 6, 20, null]);
    const went = change(db, 1, 'accepted', 'forwarded');
    db.prepare("INSERT INTO endorsements VALUES ('forwarded', 1, '处', 0)").run();
    db.prepare(
      "INSERT INTO endorsed_records VALUES ('forwarded', 'p', 'theirs 1', 1, 'recommended', '', ?)",
    ).run(went);
    assert.deepEqual(days(db), [null, 6, 20, null]);
    db.prepare("DELETE FROM endorsements WHERE pack_id = 'forwarded'").run();
    assert.deepEqual(days(db), [5, 6, 20, null], 'its file could not get its name');
    db.prepare("INSERT INTO endorsements VALUES ('forwarded', 1, '处', 0)").run();
    db.prepare(
      "INSERT INTO endorsed_records VALUES ('forwarded', 'p', 'theirs 1', 1, 'recommended', '', ?)",
    ).run(went);
    db.prepare(
      "UPDATE received_records SET state = 'received', received_at = ? WHERE record_number = 3",
    ).run(DAY);
    change(db, 1, 'received', 'next');
    assert.deepEqual(days(db), [5, 6, 21, null]);
  });

  it('knows the last line of a history when one is taken back', () => {
    const { db } = made;
    const last = db
      .prepare('SELECT last_change FROM received_records WHERE record_number = 2')
      .pluck();
    const before = last.get();
    const id = change(db, 2, 'returned', null);
    assert.equal(last.get(), id);
    db.prepare('DELETE FROM received_changes WHERE id = ?').run(id);
    assert.equal(last.get(), before);
  });

  it('sorts by the day without a look at the rows', () => {
    const plan = made.db
      .prepare(
        `EXPLAIN QUERY PLAN SELECT record_number FROM received_records INDEXED BY received_records_by_due WHERE library = 'received'
         ORDER BY due_at IS NULL, due_at, received_at DESC, record_number LIMIT 20`,
      )
      .all() as { detail: string }[];
    assert.deepEqual(
      plan.map(({ detail }) => detail),
      ['SCAN received_records USING COVERING INDEX received_records_by_due'],
    );
  });
});
