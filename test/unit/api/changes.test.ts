import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { announceChange, onChange } from '../../../renderer/api/changes.ts';

describe('telling the screen of changes', () => {
  let told = 0;
  let stop = () => {};
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    told = 0;
    stop = onChange(() => (told += 1));
  });
  afterEach(() => {
    mock.timers.tick(10_000);
    stop();
    mock.timers.reset();
  });

  it('tells several changes close together once', () => {
    for (let change = 0; change < 3; change += 1) announceChange();
    mock.timers.tick(120);
    assert.equal(told, 1);
    mock.timers.tick(5_000);
    assert.equal(told, 1);
  });

  it('tells of an unbroken stream of changes at least every one and a half seconds', () => {
    for (let time = 0; time < 4_800; time += 400) {
      announceChange(700);
      mock.timers.tick(400);
    }
    assert.ok(told >= 2, `told ${told} times`);
  });

  it('does not put off a change that is about to be told for one that may wait', () => {
    announceChange();
    announceChange(700);
    mock.timers.tick(120);
    assert.equal(told, 1);
  });
});
