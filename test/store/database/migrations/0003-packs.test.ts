import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { migrations } from '../../../../electron/store/database/migrations/index.ts';
import { createOwnKeys } from '../../../../electron/store/points/create-own-keys.ts';
import { databaseAt, schemaOf } from '../../../support/migrated-database.ts';

describe('migration 0003, packs', () => {
  const migrated = databaseAt(2);
  after(() => migrated.cleanUp());

  it('takes a database that was used to version 3, the same as a fresh one', () => {
    migrated.db.prepare(`INSERT INTO workspace_facts VALUES ('name', 'x')`).run();
    const upgraded = migrated.upgradeTo(3);
    assert.equal(upgraded.pragma('user_version', { simple: true }), 3);
    assert.equal(upgraded.prepare('SELECT value FROM workspace_facts').pluck().get(), 'x');
    const fresh = databaseAt(3);
    assert.deepEqual(schemaOf(upgraded), schemaOf(fresh.db));
    fresh.cleanUp();
  });

  it('makes strict tables only', () => {
    for (const name of ['own_keys', 'epochs', 'office_cards', 'channels', 'packs_written']) {
      const row = schemaOf(migrated.db).find((one) => one.type === 'table' && one.name === name);
      assert.match(row?.sql ?? '', /\) STRICT(, WITHOUT ROWID)?$/, name);
    }
  });

  it('has one set of keys in use at a time, and keeps the retired', () => {
    // Making keys writes into the trail as it is today.
    const db = migrated.upgradeTo(migrations.length);
    createOwnKeys(db, () => 1);
    assert.throws(() => createOwnKeys(db, () => 2), /UNIQUE/);
    db.prepare('UPDATE own_keys SET retired_at = 3').run();
    const copy = `INSERT INTO own_keys (card_version, signing_secret, signing_public, signing_key_id,
        age_identity, age_recipient, created_at)
      SELECT card_version + 1, signing_secret, signing_public, signing_key_id, age_identity, age_recipient, 4
      FROM own_keys`;
    db.prepare(copy).run();
    assert.equal(db.prepare('SELECT count(*) FROM own_keys').pluck().get(), 2);
  });

  it('never gives a number of a channel twice', () => {
    const add = migrated.db.prepare(
      `INSERT INTO packs_written (pack_id, kind, recipient_id, recipient_name, channel, epoch, sequence,
         hash, created_at, file_name, contents) VALUES (?, 'submission', 'r', 'n', 'c', 'e', 1, 'h', 1, 'f', '[]')`,
    );
    add.run('a');
    assert.throws(() => add.run('b'), /UNIQUE/);
  });
});
