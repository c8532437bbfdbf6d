import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { appendAudit } from '../../../electron/store/audit/append-audit.ts';
import { auditHandlers } from '../../../electron/store/audit/handlers.ts';
import type { AuditState } from '../../../shared/contract/audit.ts';
import { failsWith } from '../../support/failure.ts';
import { createTempWorkspace, type TempWorkspace } from '../../support/temp-workspace.ts';

describe('the audit trail', () => {
  let temp: TempWorkspace;
  let tick = 1_000;
  before(async () => {
    temp = await createTempWorkspace({ clock: () => (tick += 1) });
    for (const subject of ['甲', '乙', '丙']) {
      appendAudit(temp.db, () => (tick += 1), {
        action: 'record-purged',
        subject,
        detail: { of: 3 },
      });
    }
  });
  after(() => temp.cleanUp());

  const verify = () => auditHandlers['audit.verify'](temp.context, {}) as AuditState;
  /** Does what the triggers forbid, as somebody with the key and another program could. */
  const tamper = (sql: string, check: () => void) => {
    temp.db.exec('SAVEPOINT tampered');
    for (const name of ['update', 'delete'])
      temp.db.exec(`DROP TRIGGER audit_is_append_only_${name}`);
    temp.db.exec(sql);
    check();
    temp.db.exec('ROLLBACK TO tampered; RELEASE tampered');
  };

  it('cannot be changed or shortened by a statement', () => {
    assert.throws(() => temp.db.exec("UPDATE audit SET action = 'x'"), /append-only/);
    assert.throws(() => temp.db.exec('DELETE FROM audit'), /append-only/);
  });

  it('is whole, and its head is that of the last line', () => {
    const { lines, head, brokenAt } = verify();
    assert.equal(brokenAt, null);
    assert.ok(lines >= 3);
    assert.equal(
      head,
      temp.db.prepare('SELECT hash FROM audit ORDER BY number DESC').pluck().get(),
    );
  });

  for (const [what, sql] of [
    ['a changed detail', `UPDATE audit SET detail = '{"of":4}' WHERE subject = '乙'`],
    ['a changed time', `UPDATE audit SET at = at + 1 WHERE subject = '乙'`],
    ['a removed line', `DELETE FROM audit WHERE subject = '乙'`],
    [
      'a hash made to fit alone',
      `UPDATE audit SET hash = '${'a'.repeat(64)}' WHERE subject = '乙'`,
    ],
  ] as const) {
    it(`breaks at ${what}`, () => {
      const whole = verify();
      tamper(sql, () => {
        const { brokenAt } = verify();
        assert.ok(brokenAt !== null && brokenAt >= whole.lines - 1 && brokenAt <= whole.lines);
      });
      assert.deepEqual(verify(), whole);
    });
  }

  it('has another head when its end is cut off', () => {
    const whole = verify();
    tamper(`DELETE FROM audit WHERE subject = '丙'`, () => {
      const cut = verify();
      assert.equal(cut.brokenAt, null);
      assert.notEqual(cut.head, whole.head);
    });
  });

  it('is listed newest first, by page, by action and by subject', async () => {
    const page = await auditHandlers['audit.list'](temp.context, { offset: 0, limit: 2 });
    assert.deepEqual(
      page.items.map(({ subject }) => subject),
      ['丙', '乙'],
    );
    assert.equal(page.total, verify().lines);
    const one = await auditHandlers['audit.list'](temp.context, {
      action: 'record-purged',
      subject: '甲',
      offset: 0,
      limit: 10,
    });
    assert.deepEqual(
      one.items.map(({ detail }) => detail),
      [{ of: 3 }],
    );
    const { actions } = await auditHandlers['audit.actions'](temp.context, {});
    assert.deepEqual(
      actions.find(({ action }) => action === 'record-purged'),
      { action: 'record-purged', count: 3 },
    );
  });

  it('is written out so that its chain can be counted again from the file alone', async () => {
    const file = join(temp.folder, 'audit.jsonl');
    const { lines, head } = await auditHandlers['audit.export'](temp.context, { file });
    const rows = readFileSync(file, 'utf8').trimEnd().split('\n');
    assert.equal(rows.length, lines);
    let hash = '0'.repeat(64);
    for (const row of rows) {
      const json = row.replace(/"hash":"[0-9a-f]{64}",/, '');
      hash = createHash('sha256').update(`${hash}\n${json}`).digest('hex');
    }
    assert.equal(hash, head);
    assert.throws(
      () => auditHandlers['audit.export'](temp.context, { file }),
      failsWith('file-exists'),
    );
  });
});
