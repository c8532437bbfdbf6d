import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { appendAudit } from '../../../../electron/store/audit/append-audit.ts';
import { verifyAudit } from '../../../../electron/store/audit/verify-audit.ts';
import { migrations } from '../../../../electron/store/database/migrations/index.ts';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0009, audit chain', () => {
  const made = databaseAt(8);
  after(() => made.cleanUp());

  it('chains the lines that were there as lines are chained from now on', () => {
    const add = made.db.prepare(
      'INSERT INTO audit (at, action, subject, detail) VALUES (?, ?, ?, ?)',
    );
    add.run(1, 'tried', '甲', '{"of":2}');
    add.run(2, 'tried', '乙', '{}');
    const db = made.upgradeTo(migrations.length);
    appendAudit(db, () => 3, { action: 'record-purged', subject: '丙', detail: {} });
    const { lines, brokenAt } = verifyAudit(db);
    assert.deepEqual({ lines, brokenAt }, { lines: 3, brokenAt: null });
    assert.deepEqual(db.prepare('SELECT at, subject FROM audit ORDER BY number').all(), [
      { at: 1, subject: '甲' },
      { at: 2, subject: '乙' },
      { at: 3, subject: '丙' },
    ]);
  });

  it('keeps the trail append-only', () => {
    assert.throws(() => made.db.exec('DELETE FROM audit'), /append-only/);
    assert.throws(() => made.db.exec('UPDATE audit SET at = 0'), /append-only/);
  });
});
