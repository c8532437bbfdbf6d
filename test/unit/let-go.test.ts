import assert from 'node:assert/strict';
import { createCipheriv, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { letGo, wholeOf } from '../../electron/store/files/let-go.ts';

test('bytes that are let go are empty at once, and nothing else is', () => {
  const own = Buffer.allocUnsafeSlow(64 * 1024);
  const part = Buffer.allocUnsafeSlow(64 * 1024).subarray(1);
  const small = Buffer.from('茶叶');
  const sealed = createCipheriv('aes-256-gcm', randomBytes(32), randomBytes(12)).update(own);
  for (const bytes of [own, part, small, sealed]) letGo(bytes);
  assert.deepEqual(
    [own, part, small, sealed].map(({ length }) => length),
    [0, 64 * 1024 - 1, 6, 0],
  );
});

test('what is made of such pieces is a whole of its own', async () => {
  const pieces = function* () {
    for (const byte of [1, 2]) {
      const piece = Buffer.alloc(64 * 1024, byte);
      yield piece;
      letGo(piece);
    }
  };
  const whole = await wholeOf(pieces());
  assert.equal(whole.length, 128 * 1024);
  assert.deepEqual([...new Set(whole)], [1, 2]);
});
