import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDropped } from '../../../electron/main/dropped.ts';

test('what was dropped is handed out once', () => {
  const dropped = createDropped();
  dropped.put(['/家/甲.docx', '/家/卷宗']);
  assert.deepEqual(dropped.take(), ['/家/甲.docx', '/家/卷宗']);
  assert.deepEqual(dropped.take(), []);
});

test('the next drop takes the place of one that nobody asked for', () => {
  const dropped = createDropped();
  dropped.put(['/家/甲.docx']);
  dropped.put(['/家/乙.docx']);
  assert.deepEqual(dropped.take(), ['/家/乙.docx']);
});

test('files without a place on the disk, as a page can make them, are nothing', () => {
  const dropped = createDropped();
  dropped.put(['', '/家/甲.docx', '']);
  assert.deepEqual(dropped.take(), ['/家/甲.docx']);
});

test('a message of another form drops nothing, and what was dropped before is gone', () => {
  for (const message of [null, 'x', { 0: '/家' }, [7], [null], ['/家', {}], ['x'.repeat(4097)]]) {
    const dropped = createDropped();
    dropped.put(['/家/甲.docx']);
    dropped.put(message);
    assert.deepEqual(dropped.take(), []);
  }
});

test('more than an import takes is refused as a whole, not cut off', () => {
  const dropped = createDropped();
  dropped.put(Array.from({ length: 10_001 }, (_, index) => `/家/${index}.txt`));
  assert.throws(() => dropped.take(), { code: 'dropped-too-many', detail: { most: '10000' } });
  assert.deepEqual(dropped.take(), []);
});
