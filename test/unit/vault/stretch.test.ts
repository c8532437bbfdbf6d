import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stretch, stretchHere } from '../../../electron/store/vault/stretch.ts';

const salt = '00112233445566778899aabbccddeeff';
const wish = (memoryInKiB: number) => ({
  password: Uint8Array.from(Buffer.from('云汀晨雾十二里')),
  salt,
  cost: { memoryInKiB, passes: 1, lanes: 1 as const },
});

test('a passphrase is stretched to the same key in a thread of its own, and is wiped either way', async () => {
  const here = wish(16 * 1024);
  const there = wish(16 * 1024);
  const keys = await Promise.all([stretchHere(here), stretch(there)]);
  assert.deepEqual(keys[0], keys[1]);
  assert.equal(keys[1].length, 32);
  for (const { password } of [here, there]) assert.ok(password.every((byte) => byte === 0));
});

test('what Argon2 refuses is told, in a thread too', async () => {
  await assert.rejects(stretch({ ...wish(16 * 1024), salt: '00' }), /salt/iu);
});
