import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import { it } from 'node:test';

const MODULE = new URL('../../../shared/pdf/limit-allocations.ts', import.meta.url).href;

it('refuses long arrays of bytes in its thread, says so, and leaves everything else as it is', async () => {
  const script = `
    const { parentPort } = require('node:worker_threads');
    import(${JSON.stringify(MODULE)}).then(({ limitAllocations }) => {
      let refusals = 0;
      limitAllocations(1000, () => { refusals += 1; });
      const attempt = (length) => { try { return new Uint8Array(length).length; } catch (error) { return error.name; } };
      const copy = new Uint8Array(Uint8Array.of(1, 2, 3).buffer, 1);
      parentPort.postMessage({
        lengths: [attempt(1000), attempt(1001)],
        refusals,
        copy: [...copy],
        isArray: copy instanceof Uint8Array && new Uint8Array([7])[0] === 7,
        inflater: typeof globalThis.DecompressionStream,
      });
    });`;
  const answer = await new Promise((resolve, reject) => {
    new Worker(script, { eval: true }).once('message', resolve).once('error', reject);
  });
  assert.deepEqual(answer, {
    lengths: [1000, 'RangeError'],
    refusals: 1,
    copy: [2, 3],
    isArray: true,
    inflater: 'undefined',
  });
  assert.equal(new Uint8Array(1001).length, 1001);
});
