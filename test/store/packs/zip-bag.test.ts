import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { textFile, type BagFile } from '../../../electron/store/packs/bag.ts';
import { zipBag } from '../../../electron/store/packs/zip-bag.ts';

function bagOf(file: BagFile) {
  return { folder: 'pack', files: [file], hash: '', payloadBytes: 0 };
}

test('the very bytes that are written are those that were looked through, or nothing is', async () => {
  const file = textFile('data/record.json', '茶叶');
  await buffer(zipBag(bagOf(file)));
  const other = { ...file, read: () => [Buffer.from('咖啡')] };
  await assert.rejects(buffer(zipBag(bagOf(other))), /not what it was/u);
  const longer = { ...file, read: () => [file.bytes, Buffer.from('叶')] };
  await assert.rejects(buffer(zipBag(bagOf(longer))), /not what it was/u);
});
