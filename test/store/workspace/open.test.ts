import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, it } from 'node:test';
import Database from 'better-sqlite3';
import type { StoreContext } from '../../../electron/store/context.ts';
import { migrations } from '../../../electron/store/database/migrations/index.ts';
import { openWorkspace } from '../../../electron/store/workspace/open-workspace.ts';
import type { WorkspaceOptions } from '../../../electron/store/workspace/options.ts';
import { workspaceHandlers } from '../../../electron/store/workspace/handlers.ts';
import { failsWith } from '../../support/failure.ts';
import {
  cheapOptions,
  createTempFolder,
  createTempWorkspace,
  testPassphrase,
} from '../../support/temp-workspace.ts';

type Wishes = { passphrase?: string; acceptsFolderRisk?: boolean; context?: StoreContext };

async function open(folder: string, wishes: Wishes = {}, options: Partial<WorkspaceOptions> = {}) {
  const { context = { clock: Date.now, open: null }, ...input } = wishes;
  await openWorkspace(
    context,
    { folder, passphrase: testPassphrase, acceptsFolderRisk: false, ...input },
    { ...cheapOptions, ...options },
  );
  return context;
}

/** A closed workspace with one fact of its own. */
async function closedWorkspace() {
  const made = await createTempWorkspace();
  made.db.prepare(`INSERT INTO workspace_facts VALUES ('mark', '在')`).run();
  made.context.open?.close();
  return made;
}

function markOf(context: StoreContext): unknown {
  return context.open?.db
    .prepare(`SELECT value FROM workspace_facts WHERE name = 'mark'`)
    .pluck()
    .get();
}

describe('opening a workspace', () => {
  it('shows what was written before it was locked', async () => {
    const { folder, context: first, cleanUp } = await closedWorkspace();
    const context = await open(folder);
    assert.equal(markOf(context), '在');
    assert.deepEqual(context.open?.info, first.open?.info);
    context.open?.close();
    cleanUp();
  });

  it('refuses a wrong passphrase, tells no secret, and leaves the lock free', async () => {
    const { folder, recoveryCode, cleanUp } = await closedWorkspace();
    const wrong = 'FalsePassphrase9';
    const error: unknown = await open(folder, { passphrase: wrong }).catch((e: unknown) => e);
    assert.throws(() => {
      throw error;
    }, failsWith('passphrase-wrong'));
    for (const secret of [wrong, testPassphrase, recoveryCode]) {
      assert.ok(!inspect(error, { depth: 9 }).includes(secret));
    }
    (await open(folder)).open?.close();
    cleanUp();
  });

  it('refuses a folder without a workspace', async () => {
    const folder = createTempFolder();
    await assert.rejects(open(folder), failsWith('workspace-not-found'));
    await assert.rejects(open(join(folder, 'absent')), failsWith('workspace-not-found'));
    assert.deepEqual(readdirSync(folder), []);
    rmSync(folder, { recursive: true });
  });

  it('refuses a plain SQLite file in the place of the database', async () => {
    const { folder, cleanUp } = await closedWorkspace();
    rmSync(join(folder, 'workspace.db'));
    new Database(join(folder, 'workspace.db')).exec('CREATE TABLE t (x)').close();
    await assert.rejects(open(folder), failsWith('workspace-not-encrypted'));
    cleanUp();
  });

  it('refuses an empty file in the place of the database, and leaves it empty', async () => {
    const { folder, cleanUp } = await closedWorkspace();
    writeFileSync(join(folder, 'workspace.db'), '');
    await assert.rejects(open(folder), failsWith('workspace-damaged'));
    assert.equal(readFileSync(join(folder, 'workspace.db')).length, 0);
    cleanUp();
  });

  it('refuses the database of another workspace', async () => {
    const [one, two] = [await closedWorkspace(), await closedWorkspace()];
    cpSync(join(two.folder, 'workspace.db'), join(one.folder, 'workspace.db'));
    await assert.rejects(open(one.folder), failsWith('workspace-damaged'));
    one.cleanUp();
    two.cleanUp();
  });

  it('calls a damaged first page damage, not a wrong passphrase', async () => {
    const { folder, cleanUp } = await closedWorkspace();
    const file = join(folder, 'workspace.db');
    const bytes = readFileSync(file);
    bytes[50] = (bytes[50] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await assert.rejects(open(folder), failsWith('workspace-damaged'));
    await assert.rejects(open(folder, { passphrase: 'wrong' }), failsWith('passphrase-wrong'));
    assert.deepEqual(readFileSync(file), bytes);
    cleanUp();
  });

  it('refuses while one is open', async () => {
    const { context, folder, cleanUp } = await createTempWorkspace();
    await assert.rejects(open(folder, { context }), failsWith('workspace-already-open'));
    cleanUp();
  });

  it('refuses a second time in the same program', async () => {
    const { folder, cleanUp } = await createTempWorkspace();
    await assert.rejects(open(folder), failsWith('workspace-in-use'));
    cleanUp();
    const again = await closedWorkspace();
    const results = await Promise.allSettled([open(again.folder), open(again.folder)]);
    const won = results.filter((result) => result.status === 'fulfilled');
    assert.equal(won.length, 1);
    won[0]?.value.open?.close();
    again.cleanUp();
  });

  it('is not kept out by rubbish in the lock file', async () => {
    const { folder, cleanUp } = await closedWorkspace();
    writeFileSync(join(folder, 'lock'), 'not a database at all, but long enough. '.repeat(100));
    const context = await open(folder);
    await assert.rejects(open(folder), failsWith('workspace-in-use'));
    context.open?.close();
    cleanUp();
  });

  it('asks once about a risky folder, and again when the folder or the risk is another', async () => {
    const { folder, cleanUp } = await closedWorkspace();
    const network = { riskOf: () => 'network' as const };
    await assert.rejects(open(folder, {}, network), failsWith('folder-risk-not-accepted'));
    const context = await open(folder, { acceptsFolderRisk: true }, network);
    const entries = () =>
      context.open?.db
        .prepare(`SELECT detail FROM audit WHERE action = 'folder-risk-accepted'`)
        .pluck()
        .all();
    assert.deepEqual(entries(), ['{"risk":"network"}']);
    context.open?.close();
    (await open(folder, {}, network)).open?.close();
    const cloud = { riskOf: () => 'cloud' as const };
    await assert.rejects(open(folder, {}, cloud), failsWith('folder-risk-not-accepted'));
    const moved = createTempFolder();
    cpSync(folder, moved, { recursive: true });
    await assert.rejects(open(moved, {}, network), failsWith('folder-risk-not-accepted'));
    rmSync(moved, { recursive: true });
    cleanUp();
  });
});

describe('wrong passphrases in a row', () => {
  it('make the next attempt wait 1, 2, 4 … 30 seconds after the third, also after a restart', async () => {
    const { folder, cleanUp } = await closedWorkspace();
    const slept: number[] = [];
    const sleep = (milliseconds: number) => Promise.resolve(slept.push(milliseconds));
    const announced: unknown[] = [];
    const clock = () => 1_795_000_000_000;
    for (let attempt = 0; attempt < 10; attempt++) {
      const context = { clock, open: null };
      await open(folder, { context, passphrase: 'wrong' }, { sleep }).catch((error: unknown) =>
        announced.push(inspect(error).match(/waitSeconds: (\d+)/)?.[1]),
      );
    }
    assert.deepEqual(slept, [0, 0, 0, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    assert.deepEqual(announced, ['0', '0', '1', '2', '4', '8', '16', '30', '30', '30']);
    await open(folder, { context: { clock, open: null } }, { sleep }).then((c) => c.open?.close());
    assert.equal(slept.at(-1), 30_000);
    await open(folder, { context: { clock, open: null } }, { sleep }).then((c) => c.open?.close());
    assert.equal(slept.at(-1), 0);
    assert.ok(!existsSync(join(folder, 'attempts.json')));
    cleanUp();
  });

  it('count the time that has passed, and a clock set back locks nobody out for longer', async () => {
    const { folder, cleanUp } = await closedWorkspace();
    const slept: number[] = [];
    const sleep = (milliseconds: number) => Promise.resolve(slept.push(milliseconds));
    const attempt = (now: number) =>
      open(folder, { passphrase: 'wrong', context: { clock: () => now, open: null } }, { sleep });
    for (const now of [1e12, 1e12, 1e12, 1e12 + 400, 1e12 + 60_000, 1e9]) {
      await assert.rejects(attempt(now), failsWith('passphrase-wrong'));
    }
    assert.deepEqual(slept, [0, 0, 0, 600, 0, 4000]);
    cleanUp();
  });
});

describe('the lock operation', () => {
  it('closes, takes the journal in, and says so; twice is fine', async () => {
    const { context, folder, cleanUp } = await createTempWorkspace();
    const { open: opened } = context;
    assert.equal((await workspaceHandlers['workspace.status'](context, {})).state, 'open');
    await workspaceHandlers['workspace.lock'](context, {});
    await workspaceHandlers['workspace.lock'](context, {});
    assert.equal(opened?.db.open, false);
    assert.deepEqual(await workspaceHandlers['workspace.status'](context, {}), { state: 'closed' });
    assert.ok(!existsSync(join(folder, 'workspace.db-wal')));
    cleanUp();
  });
});

describe('a workspace of a later program', () => {
  it('is refused before it is touched, journal included', async () => {
    const later = { migrations: [...migrations, () => {}] };
    const { folder, cleanUp } = await closedWorkspace();
    const context = await open(folder, {}, later);
    context.open?.db.prepare(`INSERT INTO workspace_facts VALUES ('late', 'x')`).run();
    const cutOff = createTempFolder();
    copyDatabase(folder, cutOff);
    context.open?.close();
    const before = filesOf(cutOff);
    await assert.rejects(open(cutOff), failsWith('workspace-newer'));
    assert.deepEqual(filesOf(cutOff), before);
    (await open(cutOff, {}, later)).open?.close();
    rmSync(cutOff, { recursive: true });
    cleanUp();
  });
});

describe('a workspace whose last run was cut off', () => {
  async function cutOffWorkspace() {
    const { db, folder, cleanUp } = await createTempWorkspace();
    const insert = db.prepare('INSERT INTO workspace_facts VALUES (?, ?)');
    for (let i = 0; i < 300; i++) insert.run(`fact ${i}`, '晨雾'.repeat(100));
    db.pragma('wal_checkpoint(TRUNCATE)');
    insert.run('mark', '在');
    const cutOff = createTempFolder();
    copyDatabase(folder, cutOff);
    cleanUp();
    return cutOff;
  }

  it('is checked whole and opens with everything that was acknowledged', async () => {
    const folder = await cutOffWorkspace();
    const context = await open(folder);
    assert.equal(markOf(context), '在');
    context.open?.close();
    rmSync(folder, { recursive: true });
  });

  it('is refused if the check finds damage, and nothing of it is deleted or changed', async () => {
    const folder = await cutOffWorkspace();
    const file = join(folder, 'workspace.db');
    const bytes = readFileSync(file);
    const deep = Math.floor(bytes.length / 4096 / 2) * 4096 + 1000;
    bytes[deep] = (bytes[deep] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const before = filesOf(folder);
    await assert.rejects(open(folder), failsWith('workspace-damaged'));
    assert.deepEqual(filesOf(folder), before);
    rmSync(folder, { recursive: true });
  });
});

/** What a cut power supply leaves of an open workspace: the database, its journal and the key files. */
function copyDatabase(from: string, to: string): void {
  for (const name of ['workspace.db', 'workspace.db-wal', 'key-a.json', 'key-b.json']) {
    cpSync(join(from, name), join(to, name));
  }
  assert.ok(statSync(join(to, 'workspace.db-wal')).size > 0);
}

function filesOf(folder: string): [string, string][] {
  return readdirSync(folder)
    .filter((name) => name !== 'lock' && !name.endsWith('-shm'))
    .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]);
}
