import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0034, pending cards', () => {
  const made = databaseAt(33);
  after(() => made.cleanUp());

  it('keeps the cards in force and begins with none that waits', () => {
    made.db
      .prepare(
        `INSERT INTO office_cards (fingerprint, office_id, name, kind, card_version, card, signing_public, signing_key_id, age_recipient,
           enrolled_at, is_colleague) VALUES ('f', 'o', '处', 'desk', 1, 'c', zeroblob(32), zeroblob(8), 'age1', 0, 0)`,
      )
      .run();
    const db = made.upgradeTo(34);
    assert.equal(db.prepare('SELECT count(*) FROM office_cards').pluck().get(), 1);
    assert.equal(db.prepare('SELECT count(*) FROM pending_cards').pluck().get(), 0);
  });
});
