import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { StoreContext } from '../../../electron/store/context.ts';
import { searchHandlers } from '../../../electron/store/search/handlers.ts';
import { search } from '../../../shared/contract/search.ts';
import { failsWith } from '../../support/failure.ts';
import { openSearchLibrary } from '../../support/search-library.ts';

/** Every record is a candidate, and each has to be read: the dearest kind of question there is. */
const DEAR = '部分:典型意义/商标 -"轮胎 茶叶"~3';

describe('a question that takes long', () => {
  const library = openSearchLibrary();
  const context = { clock: () => 0, open: { db: library.db } } as StoreContext;
  before(() => {
    const text = '商标一件，轮胎若干，另有茶叶与其他物品一并查扣。'.repeat(60);
    library.db.transaction(() => {
      for (let at = 0; at < 2000; at += 1) {
        library.add({ title: `第${at}案`, sections: [['典型意义', text]] });
      }
    })();
    // The first question of all has to read the index.
    return ask('第7案');
  });
  after(() => library.close());
  const ask = (query: string, asker = 'box') =>
    Promise.resolve(
      searchHandlers['search.find'](context, search['search.find'].input.parse({ query, asker })),
    );

  it('lets others in between: nobody waits for more than a part of it', async () => {
    const start = performance.now();
    let isDone = false;
    const answer = ask(DEAR).finally(() => (isDone = true));
    const waits: number[] = [];
    for (let last = performance.now(); !isDone;) {
      await setImmediate();
      const now = performance.now();
      waits.push(now - last);
      last = now;
    }
    const { total } = await answer;
    const took = performance.now() - start;
    assert.equal(total, 1000);
    assert.ok(waits.length > 10, `${waits.length} turns`);
    const longest = Math.max(...waits);
    assert.ok(longest < took / 3, `${longest} ms of ${took} ms`);
  });

  it('stops when the same asker asks something else, long before it would have ended', async () => {
    const whole = await timeOf(() => ask(DEAR));
    const overtaken = ask(DEAR);
    const stopped = overtaken.then(
      () => assert.fail('it went on'),
      (error: unknown) => [failsWith('cancelled')(error), performance.now()] as const,
    );
    // It has begun before the next one comes.
    for (let turn = 0; turn < 3; turn += 1) await setImmediate();
    const asked = performance.now();
    const next = await ask('第7案');
    assert.equal(next.total, 1);
    const [, at] = await stopped;
    assert.ok(at - asked < whole / 2, `${at - asked} ms of ${whole} ms`);
  });
});

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
