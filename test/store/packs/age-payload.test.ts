import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, describe, test } from 'node:test';
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import {
  CHUNK,
  chunkCipher,
  nativeCipher,
  portableCipher,
  type ChunkCipher,
} from '../../../electron/store/packs/chunk-cipher.ts';
import { beginAge, encryptToFile, sealed } from '../../../electron/store/packs/encrypt-to-file.ts';
import { wholeOf } from '../../../electron/store/files/let-go.ts';
import { openAge, openChunks } from '../../../electron/store/packs/open-age.ts';

const folder = mkdtempSync(join(tmpdir(), 'jianzhi-'));
const identity = await generateIdentity();
const recipient = await identityToRecipient(identity);
const key = randomBytes(32);
const ciphers: readonly [string, ChunkCipher][] = [
  ['of Node', nativeCipher(key)],
  ['in WebAssembly', await portableCipher(key)],
];
/** Around the ends of chunks and of what is read and written at once. */
const lengths = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 16 * CHUNK, 33 * CHUNK + 5];
after(() => rmSync(folder, { recursive: true }));

let files = 0;
async function written(plain: Buffer, pieces = [plain]): Promise<string> {
  files += 1;
  const file = join(folder, `${String(files)}.age`);
  await encryptToFile(pieces, [recipient], file, () => undefined);
  return file;
}

async function opened(file: string): Promise<Buffer> {
  const age = await openAge(file, [identity]);
  try {
    return await wholeOf(openChunks(age));
  } finally {
    await age.close();
  }
}

describe('the payload of an age file', () => {
  for (const length of lengths) {
    test(`of ${String(length)} bytes goes to the age library and comes from it`, async () => {
      const plain = randomBytes(length);
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      const file = await written(plain);
      const theirs = await decrypter.decrypt(readFileSync(file));
      assert.ok(plain.equals(theirs));
      assert.ok(plain.equals(await opened(file)));
      const encrypter = new Encrypter();
      encrypter.addRecipient(recipient);
      const other = join(folder, `${String(length)}.theirs`);
      writeFileSync(other, await encrypter.encrypt(plain));
      assert.ok(plain.equals(await opened(other)));
    });
  }

  test('is the same however the bytes arrive, and from either cipher', async () => {
    const pieces = fc.array(fc.integer({ min: 0, max: 150_000 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(pieces, async (sizes) => {
        const parts = sizes.map((size) => randomBytes(size));
        const made = ciphers.map(([, cipher]) => buffer(sealed(parts, cipher)));
        const whole = sealed([Buffer.concat(parts)], nativeCipher(key));
        const [one, other, third] = await Promise.all([...made, buffer(whole)]);
        assert.ok(one?.equals(other ?? Buffer.alloc(0)));
        assert.ok(one?.equals(third ?? Buffer.alloc(0)));
      }),
      { numRuns: 20 },
    );
  });

  test('is refused cut at a chunk, with a chunk left out, or with bytes behind it', async () => {
    const plain = randomBytes(3 * CHUNK);
    const file = await written(plain);
    const age = await openAge(file, [identity]);
    await age.close();
    const bytes = readFileSync(file);
    const end = age.start + CHUNK + 16;
    const worse = {
      cut: bytes.subarray(0, end),
      without: Buffer.concat([bytes.subarray(0, age.start), bytes.subarray(end)]),
      longer: Buffer.concat([bytes, Buffer.alloc(16)]),
      doubled: Buffer.concat([bytes.subarray(0, end), bytes.subarray(age.start)]),
    };
    for (const [name, changed] of Object.entries(worse)) {
      writeFileSync(file, changed);
      await assert.rejects(opened(file), Error, name);
    }
  });

  test('is refused with an empty chunk behind a full one', async () => {
    const { header, key: own } = await beginAge([recipient]);
    const cipher = nativeCipher(own);
    const first = cipher.seal(Buffer.alloc(CHUNK), 0, false);
    const file = join(folder, 'empty-last.age');
    writeFileSync(
      file,
      Buffer.concat([header, ...first, ...cipher.seal(Buffer.alloc(0), 1, true)]),
    );
    await assert.rejects(opened(file), /empty/u);
  });

  test('is under another key each time', async () => {
    const plain = randomBytes(CHUNK);
    const [one, other] = [await written(plain), await written(plain)];
    const [a, b] = [readFileSync(one), readFileSync(other)];
    assert.ok(!a.subarray(-CHUNK).equals(b.subarray(-CHUNK)));
  });
});

for (const [name, cipher] of ciphers) {
  describe(`the cipher ${name}`, () => {
    test('opens no chunk in another place, as the last one, or changed by a bit', () => {
      const chunk = Buffer.concat(cipher.seal(Buffer.from('一'), 7, false));
      assert.equal(Buffer.from(cipher.open(chunk, 7, false)).toString(), '一');
      assert.throws(() => cipher.open(chunk, 8, false));
      assert.throws(() => cipher.open(chunk, 7, true));
      assert.throws(() => cipher.open(chunk.subarray(1), 7, false));
      assert.throws(() => cipher.open(Buffer.alloc(3), 7, false));
      for (let at = 0; at < chunk.length; at += 1) {
        const changed = Buffer.from(chunk);
        changed[at] = (changed[at] ?? 0) ^ 1;
        assert.throws(() => cipher.open(changed, 7, false));
      }
    });
  });
}

test('Node has the fast cipher', async () => {
  // Electron has not: there the other one is at work, and does the same, as above.
  assert.equal((await chunkCipher(key)).seal(Buffer.alloc(1), 0, true).length, 3);
});
