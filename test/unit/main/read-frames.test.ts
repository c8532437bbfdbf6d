import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serialize } from 'node:v8';
import { createFrameReader } from '../../../electron/main/read-frames.ts';

const messages = [
  { id: 1, answer: { ok: true, value: { text: '检知' } } },
  {},
  { id: 2, answer: { ok: true, value: new Uint8Array([0, 0, 0, 255]) } },
  { jobId: 'x', progress: { done: 1, total: 2, phase: '长'.repeat(300) } },
];
const bytes = Buffer.concat(
  messages.map((message) => {
    const body = serialize(message);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(body.length);
    return Buffer.concat([head, body]);
  }),
);
function read(pieces: readonly Buffer[]): unknown[] {
  const got: unknown[] = [];
  const take = createFrameReader((message) => got.push(message));
  for (const piece of pieces) take(piece);
  return got;
}

test('messages come out whole wherever the stream is cut in two, lengths included', () => {
  for (let cut = 0; cut <= bytes.length; cut += 1)
    assert.deepEqual(read([bytes.subarray(0, cut), bytes.subarray(cut)]), messages, String(cut));
});

test('and byte by byte', () => {
  assert.deepEqual(read(Array.from(bytes, (byte) => Buffer.from([byte]))), messages);
});

test('a message that is not whole yet is waited for', () => {
  assert.deepEqual(read([bytes.subarray(0, -1)]), messages.slice(0, -1));
});
