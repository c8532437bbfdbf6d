import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createIdleWork } from '../../electron/store/idle-work.ts';

/** Lets the promises of a fired timer settle. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('idle work starts when nothing was asked for a while, and goes on while there is more', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let goes = 0;
  const idle = createIdleWork(async () => ++goes < 3);
  idle.busy();
  t.mock.timers.tick(60_000);
  assert.equal(goes, 0);
  idle.quiet();
  t.mock.timers.tick(4999);
  assert.equal(goes, 0);
  for (const wait of [1, 100, 100, 60_000]) {
    t.mock.timers.tick(wait);
    await settle();
  }
  assert.equal(goes, 3);
});

test('idle work makes way for a call, also between two goes', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let goes = 0;
  const idle = createIdleWork(async () => ++goes > 0);
  idle.busy();
  idle.busy();
  idle.quiet();
  t.mock.timers.tick(60_000);
  assert.equal(goes, 0);
  idle.quiet();
  t.mock.timers.tick(5000);
  await settle();
  assert.equal(goes, 1);
  idle.busy();
  t.mock.timers.tick(60_000);
  await settle();
  assert.equal(goes, 1);
});
