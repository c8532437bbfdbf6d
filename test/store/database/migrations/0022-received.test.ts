import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0022, received', () => {
  const used = databaseAt(21);
  after(() => used.cleanUp());

  it('keeps the packs written, whose statement is not known', () => {
    used.db.exec(
      `INSERT INTO packs_written (pack_id, kind, recipient_id, recipient_name, channel, epoch, sequence,
         hash, created_at, file_name, contents) VALUES ('p', 'submission', 'r', 'n', 'c', 'e', 1, 'h', 1, 'f', '[]')`,
    );
    const db = used.upgradeTo(22);
    assert.deepEqual(db.prepare('SELECT pack_id, recipients, statement FROM packs_written').all(), [
      { pack_id: 'p', recipients: null, statement: null },
    ]);
  });

  it('takes one pack at each place of a channel', () => {
    const take = used.db.prepare(
      `INSERT INTO packs_received (pack_id, kind, sender_id, sender_name, sender_fingerprint, channel, epoch, sequence, hash,
         created_at, received_at, file_name, highest_marking, contents)
       VALUES (?, 'submission', 's', 'n', 'f', 'c', 'e', 1, 'h', 1, 1, 'f', 'none', '[]')`,
    );
    take.run('one');
    assert.throws(() => take.run('two'), /UNIQUE/);
  });
});
