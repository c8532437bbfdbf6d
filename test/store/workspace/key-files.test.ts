import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { StoreContext } from '../../../electron/store/context.ts';
import { decodeKeyFile, encodeKeyFile } from '../../../electron/store/vault/key-file.ts';
import { openWorkspace } from '../../../electron/store/workspace/open-workspace.ts';
import { recoverWorkspace } from '../../../electron/store/workspace/recover-workspace.ts';
import { failsWith } from '../../support/failure.ts';
import { cheapOptions, createTempWorkspace, testPassphrase } from '../../support/temp-workspace.ts';

async function open(folder: string, passphrase = testPassphrase): Promise<void> {
  const context: StoreContext = { clock: Date.now, open: null };
  await openWorkspace(context, { folder, passphrase, acceptsFolderRisk: false }, cheapOptions);
  context.open?.close();
}

async function recover(folder: string, recoveryCode: string, newPassphrase = '新的口令一二三四') {
  const context: StoreContext = { clock: Date.now, open: null };
  const input = { folder, recoveryCode, newPassphrase, acceptsFolderRisk: false };
  const answer = await recoverWorkspace(context, input, cheapOptions);
  const actions = context.open?.db.prepare('SELECT action FROM audit').pluck().all() ?? [];
  context.open?.close();
  return { ...answer, actions };
}

async function closedWorkspace() {
  const made = await createTempWorkspace();
  made.context.open?.close();
  const [a, b] = [join(made.folder, 'key-a.json'), join(made.folder, 'key-b.json')];
  return { ...made, a, b };
}

const accidents: Record<string, (file: string) => void> = {
  gone: (file) => rmSync(file),
  empty: (file) => writeFileSync(file, ''),
  'half written': (file) => {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, bytes.length / 2));
  },
  'full of zeros': (file) => writeFileSync(file, Buffer.alloc(readFileSync(file).length)),
  'changed in one byte': (file) => {
    const bytes = readFileSync(file);
    const place = bytes.indexOf('wrappedKey') + 20;
    bytes[place] = bytes[place] === 48 ? 49 : 48;
    writeFileSync(file, bytes);
  },
  'a hundred megabytes': (file) => writeFileSync(file, Buffer.alloc(100_000_000, 32)),
};

describe('the two key files', () => {
  for (const [accident, happen] of Object.entries(accidents)) {
    it(`open the workspace when either one is ${accident}, and are both whole afterwards`, async () => {
      const { folder, a, b, cleanUp } = await closedWorkspace();
      const whole = decodeKeyFile(readFileSync(a));
      for (const victim of [a, b]) {
        happen(victim);
        await open(folder);
        assert.deepEqual(decodeKeyFile(readFileSync(a)), whole);
        assert.deepEqual(decodeKeyFile(readFileSync(b)), whole);
      }
      cleanUp();
    });
  }

  it('are not repaired by a wrong passphrase', async () => {
    const { folder, a, cleanUp } = await closedWorkspace();
    rmSync(a);
    await assert.rejects(open(folder, 'wrong passphrase'), failsWith('passphrase-wrong'));
    assert.ok(!existsSync(a));
    cleanUp();
  });

  it('are needed: with both gone or damaged the workspace says so, and the database is left alone', async () => {
    const { folder, a, b, recoveryCode, cleanUp } = await closedWorkspace();
    const before = readFileSync(join(folder, 'workspace.db'));
    writeFileSync(a, 'torn');
    rmSync(b);
    await assert.rejects(open(folder), failsWith('key-file-damaged'));
    rmSync(a);
    await assert.rejects(open(folder), failsWith('key-file-damaged'));
    await assert.rejects(recover(folder, recoveryCode), failsWith('key-file-damaged'));
    assert.deepEqual(readFileSync(join(folder, 'workspace.db')), before);
    cleanUp();
  });

  it('are refused when they are of two workspaces, and neither replaces the other', async () => {
    const [one, two] = [await closedWorkspace(), await closedWorkspace()];
    const foreign = readFileSync(two.b);
    writeFileSync(one.b, foreign);
    await assert.rejects(open(one.folder), failsWith('key-file-damaged'));
    assert.deepEqual(readFileSync(one.b), foreign);
    one.cleanUp();
    two.cleanUp();
  });

  it('open with either content after a cut between the two renames, and agree afterwards', async () => {
    const { folder, b, recoveryCode, cleanUp } = await closedWorkspace();
    const old = readFileSync(b);
    await recover(folder, recoveryCode, '新的口令一二三四');
    writeFileSync(b, old);
    await open(folder, '新的口令一二三四');
    await assert.rejects(open(folder), failsWith('passphrase-wrong'));
    writeFileSync(b, old);
    await open(folder, testPassphrase);
    await open(folder, testPassphrase);
    await assert.rejects(open(folder, '新的口令一二三四'), failsWith('passphrase-wrong'));
    cleanUp();
  });

  it('are refused when their parameters are hostile', async () => {
    const { folder, a, b, cleanUp } = await closedWorkspace();
    const keyFile = decodeKeyFile(readFileSync(a));
    assert.ok(keyFile !== null && keyFile !== 'newer');
    const cost = { memoryInKiB: 2 ** 31, passes: 2 ** 31, lanes: 1 } as const;
    const profiles = keyFile.profiles.map((profile) => ({
      ...profile,
      slot: { ...profile.slot, cost },
    }));
    const hostile = encodeKeyFile({ ...keyFile, profiles });
    for (const file of [a, b]) writeFileSync(file, hostile);
    await assert.rejects(open(folder), failsWith('key-file-damaged'));
    cleanUp();
  });
});

describe('recovering a workspace', () => {
  it('sets the new passphrase and replaces the code; the old ones open nothing more', async () => {
    const { folder, a, recoveryCode, cleanUp } = await closedWorkspace();
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ');
    const { recoveryCode: next, actions } = await recover(folder, typed, '新的口令一二三四');
    assert.notEqual(next, recoveryCode);
    assert.ok(actions.includes('recovery-code-used'));
    const keyFile = decodeKeyFile(readFileSync(a));
    assert.ok(keyFile !== null && keyFile !== 'newer');
    assert.equal(keyFile.generation, 2);
    await open(folder, '新的口令一二三四');
    await assert.rejects(open(folder), failsWith('passphrase-wrong'));
    await assert.rejects(recover(folder, recoveryCode), failsWith('recovery-code-wrong'));
    await recover(folder, next);
    cleanUp();
  });

  it('tells a typing mistake from a wrong code, and changes nothing for either', async () => {
    const [one, two] = [await closedWorkspace(), await closedWorkspace()];
    const before = [readFileSync(one.a), readFileSync(one.b)];
    const mistyped = one.recoveryCode.slice(0, -1) + (one.recoveryCode.endsWith('7') ? '8' : '7');
    await assert.rejects(recover(one.folder, mistyped), failsWith('recovery-code-malformed'));
    await assert.rejects(recover(one.folder, two.recoveryCode), failsWith('recovery-code-wrong'));
    assert.deepEqual([readFileSync(one.a), readFileSync(one.b)], before);
    await open(one.folder);
    one.cleanUp();
    two.cleanUp();
  });

  it('works with one key file and makes both whole', async () => {
    const { folder, a, b, recoveryCode, cleanUp } = await closedWorkspace();
    rmSync(a);
    await recover(folder, recoveryCode, '新的口令一二三四');
    assert.deepEqual(readFileSync(a), readFileSync(b));
    await open(folder, '新的口令一二三四');
    cleanUp();
  });

  it('ends the waiting after wrong passphrases', async () => {
    const { folder, recoveryCode, cleanUp } = await closedWorkspace();
    await assert.rejects(open(folder, 'wrong passphrase'), failsWith('passphrase-wrong'));
    await recover(folder, recoveryCode);
    assert.ok(!existsSync(join(folder, 'attempts.json')));
    cleanUp();
  });
});
