import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { savedSearchesHandlers } from '../../../electron/store/saved-searches/handlers.ts';
import { records } from '../../../shared/contract/records.ts';
import { savedSearches, type SavedSearchId } from '../../../shared/contract/saved-searches.ts';
import { failsWith } from '../../support/failure.ts';
import { documentOf, openTempRecords, type TempRecords } from '../../support/temp-records.ts';

let made: TempRecords;
beforeEach(() => (made = openTempRecords()));
afterEach(() => made.close());

const list = async () =>
  savedSearches['savedSearches.list'].output.parse(
    await savedSearchesHandlers['savedSearches.list'](made.context, {}),
  ).items;

async function save(name: string, query: string): Promise<SavedSearchId> {
  const input = savedSearches['savedSearches.save'].input.parse({ name, question: { query } });
  return (await savedSearchesHandlers['savedSearches.save'](made.context, input)).id;
}

async function edit(
  id: ReturnType<TempRecords['create']>,
  saves: number,
  text: string,
): Promise<void> {
  const input = {
    id,
    saves,
    title: '案',
    keywords: [],
    caseNumbers: [],
    document: documentOf({ facts: text }),
  };
  await made.handlers['records.save'](made.context, records['records.save'].input.parse(input));
}

describe('saved searches', () => {
  it('are listed by name, numbers as numbers, with the question as it was', async () => {
    for (const name of ['检索10', '检索2', '阿']) await save(name, '标题:轮胎 -甲');
    const items = await list();
    assert.deepEqual(
      items.map(({ name }) => name),
      ['阿', '检索2', '检索10'],
    );
    assert.deepEqual(items[0]?.question, {
      query: '标题:轮胎 -甲',
      kinds: [],
      where: [],
      order: 'relevance',
    });
  });

  it('show what was added or changed since they were last seen, also where it must be proved', async () => {
    const old = made.create('typical-case', '轮胎一案');
    await edit(old, 1, '轮胎与商标');
    const plain = await save('词', '轮胎');
    const near = await save('邻近', '"轮胎 商标"~5');
    const fresh = async () =>
      Object.fromEntries((await list()).map((one) => [one.name, one.fresh]));
    assert.deepEqual(await fresh(), { 词: 0, 邻近: 0 });

    await edit(made.create('typical-case', '新'), 1, '轮胎');
    await edit(old, 2, '轮胎与商标，又改');
    await edit(made.create('typical-case', '别的'), 1, '别的');
    assert.deepEqual(await fresh(), { 词: 2, 邻近: 1 });

    await savedSearchesHandlers['savedSearches.see'](made.context, { id: plain });
    assert.deepEqual(await fresh(), { 词: 0, 邻近: 1 });
    await made.handlers['records.trash'](made.context, { ids: [old] });
    assert.deepEqual(await fresh(), { 词: 0, 邻近: 0 });
    await savedSearchesHandlers['savedSearches.remove'](made.context, { id: near });
    assert.deepEqual(await fresh(), { 词: 0 });
  });

  it('are renamed and removed; one that is gone says so, and there are a hundred at most', async () => {
    const id = await save('甲', '轮胎');
    await savedSearchesHandlers['savedSearches.rename'](made.context, { id, name: '乙' });
    assert.equal((await list())[0]?.name, '乙');
    await savedSearchesHandlers['savedSearches.remove'](made.context, { id });
    const gone = savedSearchesHandlers['savedSearches.see'];
    assert.throws(() => gone(made.context, { id }), failsWith('saved-search-not-found'));
    for (let at = 0; at < 100; at += 1) await save(`检索${at}`, '轮胎');
    await assert.rejects(save('再来', '轮胎'), failsWith('saved-searches-full'));
  });
});
