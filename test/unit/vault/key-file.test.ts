import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import {
  decodeKeyFile,
  encodeKeyFile,
  firstProfileId,
  type KeyFile,
  type KeyProfile,
} from '../../../electron/store/vault/key-file.ts';
import {
  openWithPassphrase,
  openWithRecoveryCode,
  sealWithPassphrase,
  sealWithRecoveryCode,
} from '../../../electron/store/vault/seal-key.ts';

const cost = { memoryInKiB: 8, passes: 1, lanes: 1 } as const;
const passphrase = '云汀ＡＢ晨雾';
const secret = 'EZSRTJZR55916Z0HFHGVZMV3CJ';

const profileId = '0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f0';
const whose = { workspaceId: 'w1', profileId };

async function sample(
  key: Uint8Array = randomBytes(32),
  profileKey: Uint8Array = randomBytes(32),
): Promise<KeyFile & { profile: KeyProfile }> {
  const slot = await sealWithPassphrase({ key, profileKey }, whose, passphrase, cost);
  const profile = { id: profileId, name: '林某', slot };
  const recovery = sealWithRecoveryCode(key, 'w1', secret);
  const keyFile = { workspaceId: 'w1', generation: 3, profiles: [profile], recovery };
  return Object.defineProperty({ ...keyFile, profile }, 'profile', { enumerable: false });
}

describe('one copy of the key file', () => {
  it('comes back as it was written', async () => {
    const keyFile = await sample();
    assert.deepEqual(decodeKeyFile(encodeKeyFile(keyFile)), { ...keyFile });
  });

  it('is damaged when it is cut off anywhere', async () => {
    const bytes = encodeKeyFile(await sample());
    for (let length = 0; length < bytes.length - 1; length++) {
      assert.equal(decodeKeyFile(bytes.subarray(0, length)), null, `${length} bytes`);
    }
  });

  it('is damaged when any one byte of it has changed, and never opens to another key file', async () => {
    const keyFile = await sample();
    const bytes = encodeKeyFile(keyFile);
    for (let place = 0; place < bytes.length; place++) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 3;
      const decoded = decodeKeyFile(changed);
      if (decoded !== null)
        assert.deepEqual(decoded, { ...keyFile }, `only white space, at ${place}`);
    }
  });

  it('is recognised as of a later program', () => {
    const content = ['jianzhi-key-file', 3, { anything: true }] as const;
    const checksum = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    const [format, version, body] = content;
    const bytes = Buffer.from(JSON.stringify({ format, version, body, checksum }));
    assert.equal(decodeKeyFile(bytes), 'newer');
  });

  it('is refused when it asks Argon2id for hostile amounts', async () => {
    const keyFile = await sample();
    const hostile = [
      { ...cost, memoryInKiB: 4_194_304 },
      { ...cost, memoryInKiB: 0 },
      { ...cost, memoryInKiB: -1 },
      { ...cost, passes: 100_000 },
      { ...cost, passes: 0 },
      { ...cost, passes: 1.5 },
      { ...cost, lanes: 64 as unknown as 1 },
    ];
    for (const asked of hostile) {
      const bytes = encodeKeyFile({
        ...keyFile,
        profiles: [{ ...keyFile.profile, slot: { ...keyFile.profile.slot, cost: asked } }],
      });
      assert.equal(decodeKeyFile(bytes), null, JSON.stringify(asked));
    }
  });

  it('holds neither the key nor the passphrase nor the recovery code', async () => {
    const key = randomBytes(32);
    const text = encodeKeyFile(await sample(key)).toString();
    for (const hidden of [key.toString('hex'), key.toString('base64'), passphrase, secret]) {
      assert.ok(!text.includes(hidden));
    }
  });
});

describe('the sealed database key', () => {
  it('opens with the passphrase in any width, and with the recovery code', async () => {
    const [key, profileKey] = [randomBytes(32), randomBytes(32)];
    const { profile, recovery } = await sample(key, profileKey);
    const keys = { key, profileKey };
    assert.deepEqual(await openWithPassphrase(profile, 'w1', '云汀ＡＢ晨雾'), keys);
    assert.deepEqual(await openWithPassphrase(profile, 'w1', '云汀AB晨雾'), keys);
    assert.deepEqual(openWithRecoveryCode(recovery, 'w1', secret), key);
  });

  it('stays closed to another passphrase and another code', async () => {
    const { profile, recovery } = await sample();
    assert.equal(await openWithPassphrase(profile, 'w1', '云汀ab晨雾'), null);
    assert.equal(openWithRecoveryCode(recovery, 'w1', secret.replace('E', 'F')), null);
  });

  it('is bound to its workspace, its profile, its salt and its parameters', async () => {
    const { profile, recovery } = await sample();
    const { slot } = profile;
    assert.equal(await openWithPassphrase(profile, 'w2', passphrase), null);
    const another = { ...profile, id: firstProfileId('w1') };
    assert.equal(await openWithPassphrase(another, 'w1', passphrase), null);
    assert.equal(openWithRecoveryCode(recovery, 'w2', secret), null);
    const costlier = { ...slot, cost: { ...cost, passes: 2 } };
    assert.equal(
      await openWithPassphrase({ ...profile, slot: costlier } as KeyProfile, 'w1', passphrase),
      null,
    );
    const salted = { ...slot, salt: recovery.salt };
    assert.equal(
      await openWithPassphrase({ ...profile, slot: salted } as KeyProfile, 'w1', passphrase),
      null,
    );
  });

  it('is sealed differently each time', async () => {
    const key = randomBytes(32);
    const [one, two] = [await sample(key), await sample(key)];
    for (const field of ['salt', 'nonce', 'wrappedKey', 'tag'] as const) {
      assert.notEqual(one.profile.slot[field], two.profile.slot[field]);
      assert.notEqual(one.recovery[field], two.recovery[field]);
    }
  });

  it('matches Argon2id as another implementation computes it', async () => {
    const { argon2Sync, createDecipheriv } = await import('node:crypto');
    const key = randomBytes(32);
    const { slot } = (await sample(key)).profile;
    const wrapping = argon2Sync('argon2id', {
      message: Buffer.from('云汀AB晨雾'),
      nonce: Buffer.from(slot.salt, 'hex'),
      memory: 8,
      passes: 1,
      parallelism: 1,
      tagLength: 32,
    });
    const bound = [
      'jianzhi key slot 2',
      profileId,
      'w1',
      'profile',
      'argon2id',
      8,
      1,
      1,
      slot.salt,
    ];
    const cipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(slot.nonce, 'hex'));
    cipher.setAAD(Buffer.from(JSON.stringify(bound))).setAuthTag(Buffer.from(slot.tag, 'hex'));
    const opened = Buffer.concat([cipher.update(slot.wrappedKey, 'hex'), cipher.final()]);
    assert.deepEqual(opened.subarray(0, 32), key);
  });
});
