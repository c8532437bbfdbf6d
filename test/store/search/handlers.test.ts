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

  it('fail when no workspace is open', () => {
    assert.throws(
      () => searchHandlers['search.tidy']({ clock: () => 0, open: null }, {}),
      (error) => error instanceof Failure && error.code === 'workspace-closed',
    );
  });
});
