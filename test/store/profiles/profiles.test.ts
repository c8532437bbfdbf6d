import assert from 'node:assert/strict';
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { argon2id } from 'hash-wasm';
import { appendAudit } from '../../../electron/store/audit/append-audit.ts';
import { verifyAudit } from '../../../electron/store/audit/verify-audit.ts';
import { databaseOf } from '../../../electron/store/context.ts';
import { approvalKeyOf } from '../../../electron/store/profiles/approval-key.ts';
import {
  addProfile,
  changeProfile,
  removeProfile,
} from '../../../electron/store/profiles/change-profiles.ts';
import { profilesHandlers } from '../../../electron/store/profiles/handlers.ts';
import { listProfiles } from '../../../electron/store/profiles/list-profiles.ts';
import { seatOf } from '../../../electron/store/profiles/seat.ts';
import { decodeKeyFile } from '../../../electron/store/vault/key-file.ts';
import { readRecoveryCode } from '../../../electron/store/vault/recovery-code.ts';
import { openWithRecoveryCode } from '../../../electron/store/vault/seal-key.ts';
import { changePassphrase } from '../../../electron/store/workspace/change-secrets.ts';
import { openWorkspace } from '../../../electron/store/workspace/open-workspace.ts';
import { recoverWorkspace } from '../../../electron/store/workspace/recover-workspace.ts';
import { failsWith } from '../../support/failure.ts';
import {
  cheapOptions,
  createTempWorkspace,
  testPassphrase,
  type TempWorkspace,
} from '../../support/temp-workspace.ts';

const hers = '望舒桥边三棵树';

let made: TempWorkspace;
beforeEach(async () => {
  made = await createTempWorkspace();
});
afterEach(() => made.cleanUp());

const db = () => databaseOf(made.context);
const add = (name: string, { isReviewer = false, newPassphrase = hers } = {}) =>
  addProfile(
    made.context,
    { passphrase: testPassphrase, name, isReviewer, newPassphrase },
    cheapOptions,
  );

async function reopen(passphrase: string, profile?: string): Promise<void> {
  made.context.open?.close();
  made.context.open = null;
  const input = { folder: made.folder, passphrase, profile, acceptsFolderRisk: false };
  await openWorkspace(made.context, input, cheapOptions);
}

const approvalKey = () => {
  const seat = seatOf(db());
  return seat === null ? null : approvalKeyOf(db(), seat);
};
const me = () => listProfiles(db()).find(({ isCurrent }) => isCurrent);
const keyFile = () => {
  const found = decodeKeyFile(readFileSync(join(made.folder, 'key-a.json')));
  if (found === null || found === 'newer') throw new Error('no key file');
  return found;
};

describe('an office with one officer', () => {
  it('is asked for nothing: one profile without a name, which reviews and has an approval key', async () => {
    await reopen(testPassphrase);
    const items = listProfiles(db());
    assert.equal(items.length, 1);
    assert.deepEqual([me()?.name, me()?.isReviewer], [null, true]);
    assert.equal(approvalKey()?.secret.length, 32);
  });

  it('takes the first name it is given as its own, but only with the right passphrase', async () => {
    await assert.rejects(reopen('不是这个口令', '林某'), failsWith('passphrase-wrong'));
    await reopen(testPassphrase);
    assert.equal(me()?.name, null);
    await reopen(testPassphrase, ' 林某 ');
    assert.equal(me()?.name, '林某');
    assert.equal(keyFile().profiles[0]?.name, '林某');
    await reopen(testPassphrase, '林某');
    await assert.rejects(reopen(testPassphrase, '周某某'), failsWith('profile-unknown'));
  });
});

describe('several people', () => {
  it('each open it with their own passphrase and no other, and have an approval key of their own', async () => {
    await reopen(testPassphrase, '林某');
    const first = approvalKey()?.public;
    await add('周某某');
    await assert.rejects(reopen(testPassphrase), failsWith('profile-unknown'));
    await assert.rejects(reopen(testPassphrase, '周某某'), failsWith('passphrase-wrong'));
    await assert.rejects(reopen(hers, '林某'), failsWith('passphrase-wrong'));
    await reopen(hers, '周某某');
    assert.deepEqual([me()?.name, me()?.isReviewer], ['周某某', false]);
    assert.notDeepEqual(approvalKey()?.public, first);
    await reopen(testPassphrase, '林某');
    assert.deepEqual(approvalKey()?.public, first);
  });

  it('are asked who they are before it opens, and the names are those of now', async () => {
    await reopen(testPassphrase, '林某');
    const { id } = await add('周某某');
    changeProfile(made.context, { id, name: '周某', isReviewer: false });
    const { items } = await profilesHandlers['profiles.ofFolder'](made.context, {
      folder: made.folder,
    });
    assert.deepEqual(
      items.map(({ name }) => name),
      ['林某', '周某'],
    );
    await reopen(hers, '周某');
    const nowhere = await profilesHandlers['profiles.ofFolder'](made.context, {
      folder: join(made.folder, 'backups'),
    });
    assert.deepEqual(nowhere.items, []);
  });

  it('cannot open another’s approval key: it is sealed under a key behind the other’s passphrase', async () => {
    const { id } = await add('周某某');
    const seat = seatOf(db());
    assert.ok(seat !== null);
    assert.equal(approvalKeyOf(db(), { ...seat, profileId: id }), null);
  });

  it('keep apart what each did: every line of the trail says who, and the chain covers it', async () => {
    await reopen(testPassphrase, '林某');
    const { id } = await add('周某某');
    await reopen(hers, '周某某');
    appendAudit(db(), () => 1, { action: 'record-purged', subject: 'x', detail: {} });
    const lines = db().prepare('SELECT subject, who FROM audit ORDER BY number').all() as {
      subject: string;
      who: string | null;
    }[];
    assert.equal(lines.at(-1)?.who, id);
    assert.ok(lines.slice(0, -1).every(({ who }) => who === listProfiles(db())[0]?.id));
    assert.equal(verifyAudit(db()).brokenAt, null);
    db().exec('DROP TRIGGER audit_is_append_only_update');
    db().exec("UPDATE audit SET who = NULL WHERE subject = 'x'");
    assert.equal(verifyAudit(db()).brokenAt, lines.length);
  });

  it('change their own passphrase; the approval key and the others’ passphrases stay', async () => {
    await reopen(testPassphrase, '林某');
    await add('周某某');
    await reopen(hers, '周某某');
    const before = approvalKey()?.public;
    const input = { passphrase: hers, newPassphrase: '临溪县外一盏灯' };
    await changePassphrase(made.context, input, cheapOptions);
    await assert.rejects(reopen(hers, '周某某'), failsWith('passphrase-wrong'));
    await reopen('临溪县外一盏灯', '周某某');
    assert.deepEqual(approvalKey()?.public, before);
    await reopen(testPassphrase, '林某');
  });
});

describe('adding, changing and removing', () => {
  it('is a reviewer’s, who proves the passphrase again', async () => {
    await assert.rejects(
      addProfile(
        made.context,
        { passphrase: '不是这个口令', name: '周某某', isReviewer: true, newPassphrase: hers },
        cheapOptions,
      ),
      failsWith('passphrase-wrong'),
    );
    await reopen(testPassphrase, '林某');
    const { id } = await add('周某某');
    await reopen(hers, '周某某');
    await assert.rejects(add('何某甲'), failsWith('profile-not-reviewer'));
    assert.throws(
      () => changeProfile(made.context, { id, name: '周某某', isReviewer: true }),
      failsWith('profile-not-reviewer'),
    );
    changeProfile(made.context, { id, name: '周某', isReviewer: false });
    assert.equal(me()?.name, '周某');
  });

  it('refuses a name that is in use, and leaves at least one reviewer', async () => {
    await reopen(testPassphrase, '林某');
    await assert.rejects(add('林某'), failsWith('profile-name-taken'));
    const { id } = await add('周某某');
    const first = me();
    assert.ok(first !== undefined);
    assert.throws(
      () => changeProfile(made.context, { id, name: '林某', isReviewer: false }),
      failsWith('profile-name-taken'),
    );
    assert.throws(
      () => changeProfile(made.context, { id: first.id, name: '林某', isReviewer: false }),
      failsWith('profile-last-reviewer'),
    );
  });

  it('takes away the passphrase of who is removed, also from an old copy of the key files', async () => {
    await reopen(testPassphrase, '林某');
    const { id } = await add('周某某');
    const old = readFileSync(join(made.folder, 'key-a.json'));
    const self = me();
    assert.ok(self !== undefined);
    const input = { passphrase: testPassphrase };
    await assert.rejects(
      removeProfile(made.context, { ...input, id: self.id }, cheapOptions),
      failsWith('profile-is-current'),
    );
    await removeProfile(made.context, { ...input, id }, cheapOptions);
    await assert.rejects(reopen(hers, '周某某'), failsWith('profile-unknown'));
    for (const name of ['key-a.json', 'key-b.json']) writeFileSync(join(made.folder, name), old);
    await assert.rejects(reopen(hers, '周某某'), failsWith('profile-unknown'));
    await reopen(testPassphrase, '林某');
    const gone = listProfiles(db()).find((profile) => profile.id === id);
    assert.deepEqual([gone?.name, gone?.removedAt === null], ['周某某', false]);
    await add('周某某');
  });

  it('changes nothing when the key files cannot be written', async () => {
    await reopen(testPassphrase, '林某');
    const folder = made.folder;
    const open = made.context.open;
    assert.ok(open !== null);
    const missing = join(folder, 'nowhere');
    made.context.open = { ...open, info: { ...open.info, folder: missing } };
    await assert.rejects(add('周某某'));
    made.context.open = open;
    assert.equal(listProfiles(db()).length, 1);
  });
});

describe('the recovery code', () => {
  it('sets a passphrase for the one who is named, who gets a new approval key', async () => {
    await reopen(testPassphrase, '林某');
    await add('周某某');
    await reopen(hers, '周某某');
    const before = approvalKey()?.public;
    made.context.open?.close();
    made.context.open = null;
    const input = {
      folder: made.folder,
      recoveryCode: made.recoveryCode,
      newPassphrase: '汐桥夜渡九点半',
      profile: '周某某',
      acceptsFolderRisk: false,
    };
    await recoverWorkspace(made.context, input, cheapOptions);
    assert.equal(me()?.name, '周某某');
    assert.notDeepEqual(approvalKey()?.public, before);
    await reopen('汐桥夜渡九点半', '周某某');
    await reopen(testPassphrase, '林某');
  });
});

describe('a workspace of the first version, with one passphrase', () => {
  it('opens with it, and is one profile’s from then on', async () => {
    made.context.open?.close();
    made.context.open = null;
    await writeFirstKeyFiles();
    assert.equal(keyFile().profiles[0]?.slot.kind, 'passphrase');
    await assert.rejects(reopen('不是这个口令'), failsWith('passphrase-wrong'));
    await reopen(testPassphrase);
    assert.equal(keyFile().profiles[0]?.slot.kind, 'profile');
    const key = approvalKey()?.public;
    assert.ok(key !== undefined);
    await reopen(testPassphrase, '林某');
    assert.deepEqual(approvalKey()?.public, key);
    assert.equal(listProfiles(db()).length, 1);
  });
});

/** The key files as the first version wrote them, by hand: one slot, bound as it was then. */
async function writeFirstKeyFiles(): Promise<void> {
  const { workspaceId, recovery } = keyFile();
  const key = openWithRecoveryCode(recovery, workspaceId, readRecoveryCode(made.recoveryCode));
  assert.ok(key !== null);
  const salt = randomBytes(16);
  const wrapping = await argon2id({
    password: Buffer.from(testPassphrase),
    salt,
    memorySize: 8,
    iterations: 1,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
  const nonce = randomBytes(12);
  const bound = [workspaceId, 'passphrase', 'argon2id', 8, 1, 1, salt.toString('hex')];
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce);
  cipher.setAAD(Buffer.from(JSON.stringify(['jianzhi key slot 1', ...bound])));
  const wrappedKey = Buffer.concat([cipher.update(key), cipher.final()]).toString('hex');
  const passphrase = {
    kind: 'passphrase',
    derivation: 'argon2id',
    cost: { memoryInKiB: 8, passes: 1, lanes: 1 },
    salt: salt.toString('hex'),
    nonce: nonce.toString('hex'),
    wrappedKey,
    tag: cipher.getAuthTag().toString('hex'),
  };
  const body = { workspaceId, generation: 9, passphrase, recovery };
  const content = ['jianzhi-key-file', 1, body];
  const checksum = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const text = JSON.stringify({ format: 'jianzhi-key-file', version: 1, body, checksum });
  for (const name of ['key-a.json', 'key-b.json']) writeFileSync(join(made.folder, name), text);
}
