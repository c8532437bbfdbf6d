import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { StoreContext } from '../../../electron/store/context.ts';
import { migrations } from '../../../electron/store/database/migrations/index.ts';
import { createWorkspace } from '../../../electron/store/workspace/create-workspace.ts';
import { examineFolder } from '../../../electron/store/workspace/examine-folder.ts';
import type { WorkspaceOptions } from '../../../electron/store/workspace/options.ts';
import { failsWith } from '../../support/failure.ts';
import {
  cheapOptions,
  createTempFolder,
  createTempWorkspace,
  testPassphrase,
} from '../../support/temp-workspace.ts';

const root = createTempFolder();
after(() => rmSync(root, { recursive: true, force: true }));
let count = 0;
const newPlace = () => join(root, `place-${++count}`);

type Wishes = { acceptsNoStateSecrets?: boolean; acceptsFolderRisk?: boolean };

async function create(
  folder: string,
  wishes: Wishes = {},
  options: Partial<WorkspaceOptions> = {},
) {
  const context: StoreContext = { clock: () => 1_795_000_000_000, open: null };
  const answer = await createWorkspace(
    context,
    {
      folder,
      kind: 'contact-point',
      name: '云汀市人民检察院',
      passphrase: testPassphrase,
      acceptsNoStateSecrets: true,
      acceptsFolderRisk: false,
      ...wishes,
    },
    { ...cheapOptions, ...options },
  );
  return { context, ...answer };
}

describe('creating a workspace', () => {
  it('opens it, in an absent folder or an empty one, for its owner alone', async () => {
    const empty = newPlace();
    mkdirSync(empty);
    for (const folder of [join(newPlace(), 'a', 'b'), empty]) {
      const { context, workspace } = await create(folder);
      assert.deepEqual(context.open?.info, workspace);
      assert.equal(workspace.name, '云汀市人民检察院');
      assert.equal(workspace.createdAt, 1_795_000_000_000);
      context.open?.close();
      assert.deepEqual(readdirSync(folder), ['key-a.json', 'key-b.json', 'lock', 'workspace.db']);
      for (const name of readdirSync(folder).filter((file) => file !== 'lock')) {
        assert.equal(statSync(join(folder, name)).mode & 0o077, 0, name);
      }
    }
  });

  it('records in the audit trail that state secrets were ruled out', async () => {
    const { db, cleanUp } = await createTempWorkspace();
    const actions = db.prepare('SELECT action FROM audit ORDER BY number').pluck().all();
    assert.ok(actions.includes('workspace-created'));
    assert.ok(actions.includes('state-secrets-acknowledged'));
    assert.ok(!actions.includes('folder-risk-accepted'));
    cleanUp();
  });

  it('records the consent to a risky folder, and refuses without it', async () => {
    const folder = newPlace();
    const risky = { riskOf: () => 'cloud' as const };
    await assert.rejects(create(folder, {}, risky), failsWith('folder-risk-not-accepted'));
    assert.ok(!existsSync(folder));
    const { context } = await create(folder, { acceptsFolderRisk: true }, risky);
    const entry = context.open?.db
      .prepare(`SELECT detail FROM audit WHERE action = 'folder-risk-accepted'`)
      .pluck()
      .get();
    assert.equal(entry, '{"risk":"cloud"}');
    context.open?.close();
  });

  it('refuses before touching anything when state secrets are not ruled out', async () => {
    const folder = newPlace();
    const refused = create(folder, { acceptsNoStateSecrets: false });
    await assert.rejects(refused, failsWith('state-secrets-not-acknowledged'));
    assert.ok(!existsSync(folder));
  });

  it('refuses a folder with anything in it, and leaves that alone', async () => {
    for (const name of ['report.docx', 'workspace.db', 'key-a.json', 'creating-notes']) {
      const folder = newPlace();
      mkdirSync(folder);
      writeFileSync(join(folder, name), 'mine');
      await assert.rejects(create(folder), failsWith('folder-not-empty'));
      assert.deepEqual(readdirSync(folder), [name]);
      assert.equal(readFileSync(join(folder, name), 'utf8'), 'mine');
    }
  });

  it('refuses a file in the place of the folder', async () => {
    const file = newPlace();
    writeFileSync(file, 'mine');
    await assert.rejects(create(file), failsWith('folder-not-writable'));
    await assert.rejects(create(join(file, 'inner')), failsWith('folder-not-writable'));
    assert.equal(readFileSync(file, 'utf8'), 'mine');
  });

  it('refuses while another workspace is open', async () => {
    const { context, cleanUp } = await createTempWorkspace();
    const input = {
      folder: newPlace(),
      kind: 'desk',
      name: '甲',
      passphrase: testPassphrase,
      acceptsNoStateSecrets: true,
      acceptsFolderRisk: false,
    } as const;
    await assert.rejects(createWorkspace(context, input), failsWith('workspace-already-open'));
    cleanUp();
  });

  it('leaves nothing behind when it fails half-way', async () => {
    const failing: Partial<WorkspaceOptions>[] = [
      { migrations: [...migrations, () => assert.fail('in a migration')] },
      { cost: { memoryInKiB: 0, passes: 0, lanes: 1 } },
    ];
    for (const options of failing) {
      const [absent, empty] = [join(newPlace(), 'a'), newPlace()];
      mkdirSync(empty);
      await assert.rejects(create(absent, {}, options));
      await assert.rejects(create(empty, {}, options));
      assert.ok(!existsSync(join(absent, '..')));
      assert.deepEqual(readdirSync(empty), []);
    }
  });

  it('begins anew where an earlier creation was killed', async () => {
    const folder = newPlace();
    const child = join(import.meta.dirname, '../../support/workspace-child.ts');
    const { signal } = spawnSync(process.execPath, [child, 'die-creating', folder]);
    assert.equal(signal, 'SIGKILL');
    assert.ok(existsSync(join(folder, 'creating', 'workspace.db')));
    writeFileSync(join(folder, 'key-a.json'), 'killed between two renames');
    assert.equal(examineFolder(folder, cheapOptions).isEmpty, true);
    const { context } = await create(folder);
    context.open?.close();
    assert.deepEqual(readdirSync(folder), ['key-a.json', 'key-b.json', 'lock', 'workspace.db']);
  });

  it('does not take key files without a database for an unfinished creation', async () => {
    const folder = newPlace();
    (await create(folder)).context.open?.close();
    rmSync(join(folder, 'workspace.db'));
    await assert.rejects(create(folder), failsWith('folder-not-empty'));
    assert.ok(existsSync(join(folder, 'key-a.json')));
  });

  it('lets only one of two creations in the same folder win', async () => {
    const folder = newPlace();
    const results = await Promise.allSettled([create(folder), create(folder)]);
    const won = results.filter((result) => result.status === 'fulfilled');
    assert.equal(won.length, 1);
    won[0]?.value.context.open?.close();
    assert.ok(existsSync(join(folder, 'workspace.db')));
  });
});

describe('a folder, examined', () => {
  const examine = (folder: string) => examineFolder(folder, cheapOptions);

  it('is empty and writable when it is absent or empty', () => {
    const empty = newPlace();
    mkdirSync(empty);
    writeFileSync(join(empty, '.DS_Store'), '');
    const free = { hasWorkspace: false, isEmpty: true, isWritable: true, risk: 'none' };
    assert.deepEqual(examine(empty), free);
    assert.deepEqual(examine(join(newPlace(), 'x', 'y')), free);
  });

  it('has a workspace, open or closed', async () => {
    const { context, folder, cleanUp } = await createTempWorkspace();
    const taken = { hasWorkspace: true, isEmpty: false, isWritable: true, risk: 'none' };
    assert.deepEqual(examine(folder), taken);
    context.open?.close();
    assert.deepEqual(examine(folder), taken);
    cleanUp();
  });

  it('cannot take a workspace when it is a file', () => {
    const file = newPlace();
    writeFileSync(file, '');
    assert.equal(examine(file).isWritable, false);
    assert.equal(examine(join(file, 'x')).isWritable, false);
  });

  it('is not writable without the right to write', { skip: process.getuid?.() === 0 }, () => {
    const folder = newPlace();
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    assert.equal(examine(folder).isWritable, false);
    assert.equal(examine(join(folder, 'x')).isWritable, false);
  });
});
