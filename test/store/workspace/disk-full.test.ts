import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createAnswer, type StoreHandlers } from '../../../electron/store/answer.ts';
import { backUp } from '../../../electron/store/backup/back-up.ts';
import type { StoreContext } from '../../../electron/store/context.ts';
import { toFailure } from '../../../electron/store/database/sqlite-failure.ts';
import { createWorkspace } from '../../../electron/store/workspace/create-workspace.ts';
import { openWorkspace } from '../../../electron/store/workspace/open-workspace.ts';
import { recoverWorkspace } from '../../../electron/store/workspace/recover-workspace.ts';
import { replaceFiles } from '../../../electron/store/vault/replace-file.ts';
import { failsWith } from '../../support/failure.ts';
import {
  cheapOptions,
  createTempFolder,
  createTempWorkspace,
  testPassphrase,
} from '../../support/temp-workspace.ts';

const sizeInKiB = 3072;
const disk = createTempFolder();
const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeInKiB}k`, 'tmpfs', disk]);
const isMounted = mount.status === 0;
const skip = isMounted ? false : 'needs the right to mount a small disk';
after(() => {
  if (isMounted) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

const ballast = join(disk, 'ballast');
/** Takes all room on the disk but `leftInKiB`. */
function fillDisk(leftInKiB = 0): void {
  const { bavail, bsize } = statfsSync(disk);
  try {
    writeFileSync(ballast, Buffer.alloc(Math.max(bavail * bsize - leftInKiB * 1024, 0)));
  } catch {
    // Full a page earlier than thought.
  }
}

async function create(folder: string): Promise<{ context: StoreContext; recoveryCode: string }> {
  const context: StoreContext = { clock: Date.now, open: null };
  const input = {
    folder,
    kind: 'desk',
    name: '云汀',
    passphrase: testPassphrase,
    acceptsNoStateSecrets: true,
    acceptsFolderRisk: false,
  } as const;
  const { recoveryCode } = await createWorkspace(context, input, cheapOptions);
  return { context, recoveryCode };
}

async function open(folder: string): Promise<StoreContext> {
  const context: StoreContext = { clock: Date.now, open: null };
  const input = { folder, passphrase: testPassphrase, acceptsFolderRisk: false };
  await openWorkspace(context, input, cheapOptions);
  return context;
}

/** Writes until it fails; answers how many writes were acknowledged, and the failure. */
function writeUntilFull({ open: opened }: StoreContext): { acknowledged: number; error: unknown } {
  const insert = opened?.db.prepare('INSERT INTO workspace_facts VALUES (?, ?)');
  for (let number = 0; ; number++) {
    try {
      insert?.run(`write ${number}`, randomBytes(4000).toString('hex'));
    } catch (error) {
      return { acknowledged: number, error };
    }
  }
}

function countWrites({ open: opened }: StoreContext): unknown {
  return opened?.db
    .prepare(`SELECT count(*) FROM workspace_facts WHERE name LIKE 'write %'`)
    .pluck()
    .get();
}

describe('a full disk', { skip }, () => {
  it('is called so, loses no acknowledged write, and is over when there is room again', async () => {
    const folder = join(disk, 'writing');
    const { context } = await create(folder);
    fillDisk(200);
    const { acknowledged, error } = writeUntilFull(context);
    assert.equal(toFailure(error)?.code, 'disk-full');
    assert.ok(acknowledged > 3, `${acknowledged} writes`);
    assert.equal(countWrites(context), acknowledged);
    context.open?.close();
    fillDisk();
    const reopened = await open(folder);
    assert.equal(countWrites(reopened), acknowledged);
    rmSync(ballast);
    reopened.open?.db.exec(`INSERT INTO workspace_facts VALUES ('write on', '')`);
    assert.equal(countWrites(reopened), acknowledged + 1);
    assert.deepEqual(reopened.open?.db.pragma('integrity_check'), [{ integrity_check: 'ok' }]);
    reopened.open?.close();
    rmSync(folder, { recursive: true });
  });

  it('stops a creation, which leaves nothing behind', async () => {
    const [absent, empty] = [join(disk, 'absent'), join(disk, 'empty')];
    mkdirSync(empty);
    for (const left of [0, 16, 64, 128]) {
      fillDisk(left);
      await assert.rejects(create(absent), failsWith('disk-full'), `${left} KiB left`);
      assert.ok(!existsSync(absent));
      await assert.rejects(create(empty), failsWith('disk-full'), `${left} KiB left`);
      assert.deepEqual(readdirSync(empty), []);
      rmSync(ballast);
    }
  });

  it('stops a recovery, after which the old passphrase and the old code are still good', async () => {
    const folder = join(disk, 'recovering');
    const { context: first, recoveryCode } = await create(folder);
    first.open?.close();
    fillDisk();
    const context: StoreContext = { clock: Date.now, open: null };
    const recover = () =>
      recoverWorkspace(
        context,
        { folder, recoveryCode, newPassphrase: '新的口令一二三四', acceptsFolderRisk: false },
        cheapOptions,
      );
    await assert.rejects(recover(), failsWith('disk-full'));
    rmSync(ballast);
    (await open(folder)).open?.close();
    assert.notEqual((await recover()).recoveryCode, recoveryCode);
    context.open?.close();
  });

  it('replaces neither of two files when only the first new one has room', () => {
    const folder = join(disk, 'replacing');
    mkdirSync(folder);
    const files = ['a', 'b'].map((name) => join(folder, name));
    for (const file of files) writeFileSync(file, 'old');
    fillDisk(48);
    const bytes = Buffer.alloc(32 * 1024, 'n');
    assert.throws(() => replaceFiles(files.map((file) => ({ file, bytes }))), /ENOSPC/);
    assert.deepEqual(readdirSync(folder), ['a', 'b']);
    for (const file of files) assert.equal(readFileSync(file, 'utf8'), 'old');
    rmSync(ballast);
    replaceFiles(files.map((file) => ({ file, bytes })));
    for (const file of files) assert.deepEqual(readFileSync(file), bytes);
  });

  it('stops a backup, of which nothing remains', async () => {
    const { db, folder, cleanUp } = await createTempWorkspace();
    const target = join(disk, 'with-backup');
    mkdirSync(target);
    for (const name of ['key-a.json', 'key-b.json']) writeFileSync(join(target, name), '{}');
    fillDisk(64);
    assert.throws(() => backUp(db, target, Buffer.alloc(32), 'b'), failsWith('disk-full'));
    assert.deepEqual(readdirSync(join(target, 'backups')), []);
    rmSync(ballast);
    assert.ok(existsSync(folder));
    cleanUp();
  });
});

describe('a full database', () => {
  it('reaches the caller of an operation as disk-full, and loses nothing', async () => {
    const { context, db, cleanUp } = await createTempWorkspace();
    db.pragma(`max_page_count=${Number(db.pragma('page_count', { simple: true })) + 20}`);
    let acknowledged = 0;
    const handlers = {
      'workspace.lock': () => {
        const written = writeUntilFull(context);
        acknowledged = written.acknowledged;
        throw written.error;
      },
    } as Partial<StoreHandlers> as StoreHandlers;
    const answer = await createAnswer(context, handlers)({ name: 'workspace.lock', input: {} });
    assert.equal(answer.ok ? 'ok' : answer.failure.code, 'disk-full');
    assert.equal(countWrites(context), acknowledged);
    assert.deepEqual(db.pragma('integrity_check'), [{ integrity_check: 'ok' }]);
    cleanUp();
  });
});
