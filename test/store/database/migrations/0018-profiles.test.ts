import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { hashLine } from '../../../../electron/store/audit/chain.ts';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0018, profiles', () => {
  const used = databaseAt(17);
  after(() => used.cleanUp());

  it('leaves the hashes of the trail as they are: a line of nobody hashes as before', () => {
    const line = { number: 1, at: 1, action: 'tried', subject: '甲', detail: '{}' };
    const none = '0'.repeat(64);
    const hash = hashLine(none, { ...line, who: null });
    used.db.prepare('INSERT INTO audit VALUES (1, 1, ?, ?, ?, ?)').run('tried', '甲', '{}', hash);
    const db = used.upgradeTo(18);
    assert.deepEqual(db.prepare('SELECT hash, who FROM audit').get(), { hash, who: null });
    assert.notEqual(hashLine(none, { ...line, who: 'p' }), hash);
  });

  it('lets two people have one name only if one of them has gone, and each one key in use', () => {
    const add = used.db.prepare("INSERT INTO profiles VALUES (?, '林某', 0, 1, ?)");
    add.run('a', 5);
    add.run('b', null);
    assert.throws(() => add.run('c', null), /UNIQUE/);
    const key = used.db.prepare(
      "INSERT INTO approval_keys (profile_id, public, sealed, created_at, retired_at) VALUES ('b', zeroblob(32), x'00', 1, ?)",
    );
    key.run(4);
    key.run(null);
    assert.throws(() => key.run(null), /UNIQUE/);
  });
});
