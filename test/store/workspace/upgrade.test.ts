import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { backUp } from '../../../electron/store/backup/back-up.ts';
import type { StoreContext } from '../../../electron/store/context.ts';
import { migrations, type Migration } from '../../../electron/store/database/migrations/index.ts';
import { openWorkspace } from '../../../electron/store/workspace/open-workspace.ts';
import { failsWith } from '../../support/failure.ts';
import { cheapOptions, createTempWorkspace, testPassphrase } from '../../support/temp-workspace.ts';

const addNotes: Migration = (db) => db.exec('CREATE TABLE notes (text TEXT NOT NULL) STRICT');
const now = Date.UTC(2026, 10, 22, 10, 15);

async function openWith(folder: string, known: readonly Migration[]) {
  const context: StoreContext = { clock: () => now, open: null };
  const input = { folder, passphrase: testPassphrase, acceptsFolderRisk: false };
  await openWorkspace(context, input, { ...cheapOptions, migrations: known });
  return context;
}

async function olderWorkspace() {
  const made = await createTempWorkspace();
  made.db.prepare(`INSERT INTO workspace_facts VALUES ('mark', '在')`).run();
  made.context.open?.close();
  return made;
}

const backupsOf = (folder: string) => readdirSync(join(folder, 'backups'));

describe('opening a workspace of an earlier program', () => {
  it('backs it up, upgrades it and records both', async () => {
    const { folder, cleanUp } = await olderWorkspace();
    const context = await openWith(folder, [...migrations, addNotes]);
    const db = context.open?.db;
    assert.equal(db?.prepare('SELECT count(*) FROM notes').pluck().get(), 0);
    const entry = db?.prepare(`SELECT detail FROM audit WHERE action = 'workspace-upgraded'`);
    const detail = `{"from":${migrations.length},"to":${migrations.length + 1}}`;
    assert.equal(entry?.pluck().get(), detail);
    assert.deepEqual(backupsOf(folder), [
      `20261122T101500Z-before-upgrade-from-${migrations.length}`,
    ]);
    context.open?.close();
    cleanUp();
  });

  it('backs up into a folder that the earlier program opens as a workspace', async () => {
    const { folder, cleanUp } = await olderWorkspace();
    (await openWith(folder, [...migrations, addNotes])).open?.close();
    const backup = join(folder, 'backups', backupsOf(folder)[0] ?? '');
    const context = await openWith(backup, migrations);
    const mark = context.open?.db.prepare(`SELECT value FROM workspace_facts WHERE name = 'mark'`);
    assert.equal(mark?.pluck().get(), '在');
    context.open?.close();
    cleanUp();
  });

  it('does neither when it is up to date', async () => {
    const { folder, cleanUp } = await olderWorkspace();
    (await openWith(folder, migrations)).open?.close();
    assert.ok(!existsSync(join(folder, 'backups')));
    cleanUp();
  });

  it('keeps the data and the backup when a migration fails, and frees the lock', async () => {
    const { folder, cleanUp } = await olderWorkspace();
    const failing: Migration = (db) => {
      db.exec('DELETE FROM workspace_facts');
      throw new Error('half-way');
    };
    await assert.rejects(openWith(folder, [...migrations, failing]), /half-way/);
    assert.equal(backupsOf(folder).length, 1);
    const context = await openWith(folder, migrations);
    const mark = context.open?.db.prepare(`SELECT value FROM workspace_facts WHERE name = 'mark'`);
    assert.equal(mark?.pluck().get(), '在');
    context.open?.close();
    cleanUp();
  });

  it('does not upgrade what it could not back up', async () => {
    const { folder, cleanUp } = await olderWorkspace();
    writeFileSync(join(folder, 'backups'), 'a file in the way');
    await assert.rejects(openWith(folder, [...migrations, addNotes]));
    (await openWith(folder, migrations)).open?.close();
    cleanUp();
  });
});

describe('a backup', () => {
  it('gets its name only after it has been opened with the key and checked', async () => {
    const { db, folder, cleanUp } = await createTempWorkspace();
    assert.throws(
      () => backUp(db, folder, randomBytes(32), 'unproved'),
      failsWith('workspace-damaged'),
    );
    assert.deepEqual(backupsOf(folder), []);
    cleanUp();
  });

  it('never replaces an earlier one', async () => {
    const { db, folder, cleanUp } = await createTempWorkspace();
    const earlier = join(folder, 'backups', 'taken');
    mkdirSync(earlier, { recursive: true });
    writeFileSync(join(earlier, 'workspace.db'), 'earlier');
    assert.throws(() => backUp(db, folder, randomBytes(32), 'taken'));
    assert.equal(readFileSync(join(earlier, 'workspace.db'), 'utf8'), 'earlier');
    cleanUp();
  });
});
