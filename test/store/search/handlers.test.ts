import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { StoreContext } from '../../../electron/store/context.ts';
import { searchHandlers } from '../../../electron/store/search/handlers.ts';
import { search } from '../../../shared/contract/search.ts';
import { Failure } from '../../../shared/errors.ts';
import { openSearchLibrary } from '../../support/search-library.ts';
import { recordingControl } from '../../support/temp-records.ts';

describe('the operations of search', () => {
  const library = openSearchLibrary();
  after(() => library.close());
  const context = { clock: () => 0, open: { db: library.db } } as StoreContext;
  library.add({ title: '轮胎案' });

  it('answer as the contract says', async () => {
    const input = search['search.find'].input.parse({ query: '輪胎' });
    const found = search['search.find'].output.parse(
      await searchHandlers['search.find'](context, input),
    );
    assert.deepEqual([found.total, found.isExact, found.terms], [1, true, ['轮胎']]);
    const control = recordingControl();
    assert.deepEqual(await searchHandlers['search.check'](context, {}, control), {
      records: 1,
      differing: 0,
    });
    assert.deepEqual(await searchHandlers['search.rebuild'](context, {}, control), { records: 1 });
    assert.deepEqual(await searchHandlers['search.tidy'](context, {}), { hasMore: false });
  });

  it('let a later question of the same asker overtake an earlier one, and nobody else’s', async () => {
    const ask = (asker: string) =>
      Promise.resolve(
        searchHandlers['search.find'](
          context,
          search['search.find'].input.parse({ query: '轮胎', asker }),
        ),
      ).then(
        ({ total }) => total,
        (error: unknown) => (error instanceof Failure ? error.code : error),
      );
    const answers = await Promise.all([ask('box'), ask('box'), ask('other'), ask('box')]);
    assert.deepEqual(answers, ['cancelled', 'cancelled', 1, 1]);
  });

  it('remember what was searched for, the latest first, and forget it when told to', async () => {
    let now = 0;
    const ticking = { ...context, clock: () => (now += 1) };
    const history = async () => (await searchHandlers['search.history'](context, {})).queries;
    for (const query of ['甲', '乙', '甲'])
      await searchHandlers['search.remember'](ticking, { query });
    assert.deepEqual(await history(), ['甲', '乙']);
    for (let at = 0; at < 120; at += 1) {
      await searchHandlers['search.remember'](ticking, { query: `词${at}` });
    }
    assert.equal((await history()).length, 100);
    await searchHandlers['search.clearHistory'](context, { query: '词119' });
    assert.equal((await history())[0], '词118');
    await searchHandlers['search.clearHistory'](context, {});
    assert.deepEqual(await history(), []);
  });

  it('fail when no workspace is open', () => {
    assert.throws(
      () => searchHandlers['search.tidy']({ clock: () => 0, open: null }, {}),
      (error) => error instanceof Failure && error.code === 'workspace-closed',
    );
  });
});
