import assert from 'node:assert/strict';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { putRecordsAside } from '../../../electron/store/inbox/put-records-aside.ts';
import type { TakenRecord } from '../../../electron/store/inbox/take-records.ts';
import { inLittleMemory } from '../../../electron/store/database/in-little-memory.ts';
import { createTempFolder, createTempWorkspace } from '../../support/temp-workspace.ts';

test('records that wait to be taken in come back as they were, in their order, and lie nowhere in clear', () => {
  const folder = createTempFolder();
  const aside = putRecordsAside(folder);
  const records = Array.from({ length: 40 }, (_, at) => ({
    content: { title: `清江茶厂案 ${String(at)}`.repeat(200) },
    prepared: { index: { text: new Uint8Array([at, 1, 2]) }, source: null },
  })) as unknown as TakenRecord[];
  for (const record of records) aside.add(record);
  assert.deepEqual([...aside.all()], records);
  for (const name of readdirSync(folder))
    assert.ok(!readFileSync(join(folder, name)).includes('清江茶厂'));
  aside.close();
  assert.deepEqual(readdirSync(folder), []);
  rmSync(folder, { recursive: true });
});

test('while contents stream through, the cache is small, and afterwards it is as before', async () => {
  const { db, cleanUp } = await createTempWorkspace();
  const cache = () => db.pragma('cache_size', { simple: true });
  const before = cache();
  await inLittleMemory(db, async () => {
    assert.notEqual(cache(), before);
    // One within the other, as when a pack that was written is read back.
    await inLittleMemory(db, () => Promise.resolve());
    assert.notEqual(cache(), before);
  });
  assert.equal(cache(), before);
  await assert.rejects(
    inLittleMemory(db, () => Promise.reject(new Error('cut off'))),
    /cut off/u,
  );
  assert.equal(cache(), before);
  cleanUp();
});
