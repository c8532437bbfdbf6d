import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0024, office', () => {
  const used = databaseAt(23);
  after(() => used.cleanUp());

  it('takes no office that was enrolled before for a colleague', () => {
    used.db.exec(
      `INSERT INTO office_cards (fingerprint, office_id, name, kind, card_version, card, signing_public, signing_key_id,
         age_recipient, enrolled_at) VALUES ('f', 'o', 'n', 'desk', 1, 'c', zeroblob(32), zeroblob(8), 'a', 1)`,
    );
    const db = used.upgradeTo(24);
    assert.equal(db.prepare('SELECT is_colleague FROM office_cards').pluck().get(), 0);
  });
});
