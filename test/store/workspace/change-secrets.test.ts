import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { StoreContext } from '../../../electron/store/context.ts';
import {
  changePassphrase,
  replaceRecoveryCode,
} from '../../../electron/store/workspace/change-secrets.ts';
import { pointsHandlers } from '../../../electron/store/points/handlers.ts';
import { openWorkspace } from '../../../electron/store/workspace/open-workspace.ts';
import { recoverWorkspace } from '../../../electron/store/workspace/recover-workspace.ts';
import { failsWith } from '../../support/failure.ts';
import { cheapOptions, createTempWorkspace, testPassphrase } from '../../support/temp-workspace.ts';

const another = '另一句口令五六七八';
let made: Awaited<ReturnType<typeof createTempWorkspace>>;
const keyFiles = () =>
  ['key-a.json', 'key-b.json'].map((name) => readFileSync(join(made.folder, name), 'utf8'));

async function reopen(passphrase: string): Promise<void> {
  made.context.open?.close();
  made.context.open = null;
  const input = { folder: made.folder, passphrase, acceptsFolderRisk: false };
  await openWorkspace(made.context, input, cheapOptions);
}

async function recover(recoveryCode: string): Promise<StoreContext> {
  made.context.open?.close();
  made.context.open = null;
  const input = {
    folder: made.folder,
    recoveryCode,
    newPassphrase: another,
    acceptsFolderRisk: false,
  };
  await recoverWorkspace(made.context, input, cheapOptions);
  return made.context;
}

describe('the secrets of an open workspace', () => {
  before(async () => {
    made = await createTempWorkspace();
  });
  after(() => made.cleanUp());

  it('are not changed by a wrong passphrase', async () => {
    const before = keyFiles();
    await assert.rejects(
      replaceRecoveryCode(made.context, { passphrase: '不是这个口令' }, cheapOptions),
      failsWith('passphrase-wrong'),
    );
    const input = { passphrase: '不是这个口令', newPassphrase: another };
    await assert.rejects(
      changePassphrase(made.context, input, cheapOptions),
      failsWith('passphrase-wrong'),
    );
    assert.deepEqual(keyFiles(), before);
  });

  it('nor are the keys of packs and their numbering', async () => {
    const before = made.db.prepare('SELECT count(*) FROM own_keys').pluck().get();
    for (const name of ['points.changeKeys', 'points.startEpoch'] as const) {
      await assert.rejects(
        async () => pointsHandlers[name](made.context, { passphrase: '不是这个口令' }),
        failsWith('passphrase-wrong'),
      );
    }
    assert.equal(made.db.prepare('SELECT count(*) FROM own_keys').pluck().get(), before);
    const { cardVersion } = await pointsHandlers['points.changeKeys'](made.context, {
      passphrase: testPassphrase,
    });
    assert.equal(cardVersion, 2);
  });

  it('a new recovery code takes the place of the old one, and the passphrase stays', async () => {
    const first = await replaceRecoveryCode(
      made.context,
      { passphrase: testPassphrase },
      cheapOptions,
    );
    const second = await replaceRecoveryCode(
      made.context,
      { passphrase: testPassphrase },
      cheapOptions,
    );
    const [a, b] = keyFiles();
    assert.equal(a, b);
    await reopen(testPassphrase);
    await assert.rejects(recover(first.recoveryCode), failsWith('recovery-code-wrong'));
    const { open } = await recover(second.recoveryCode);
    const actions = open?.db.prepare('SELECT action FROM audit').pluck().all();
    assert.equal(actions?.filter((action) => action === 'recovery-code-replaced').length, 2);
    await reopen(another);
  });

  it('a new passphrase takes the place of the old one, and the recovery code stays', async () => {
    const { recoveryCode } = await replaceRecoveryCode(
      made.context,
      { passphrase: another },
      cheapOptions,
    );
    const input = { passphrase: another, newPassphrase: testPassphrase };
    await changePassphrase(made.context, input, cheapOptions);
    await assert.rejects(reopen(another), failsWith('passphrase-wrong'));
    await reopen(testPassphrase);
    await recover(recoveryCode);
  });

  it('cannot be changed while the workspace is closed', async () => {
    made.context.open?.close();
    made.context.open = null;
    await assert.rejects(
      replaceRecoveryCode(made.context, { passphrase: another }, cheapOptions),
      failsWith('workspace-closed'),
    );
  });
});
