import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { recordsHandlers } from '../../../electron/store/records/handlers.ts';
import { readChosen } from '../../../electron/store/packs/read-chosen.ts';
import { renderRecordHtml } from '../../../shared/document/render-record-html.ts';
import { exportedRecordText } from '../../../shared/document/exported-record.ts';
import type { InputOf } from '../../../shared/contract/define.ts';
import { SourceId, type sources } from '../../../shared/contract/sources.ts';
import { documentCiting, openTempSources, sourceItem } from '../../support/temp-sources.ts';

const GONE = SourceId.parse('0199aa00-0000-7000-8000-00000000000f');
type ListInput = InputOf<(typeof sources)['sources.list']>;
const everything: ListInput = {
  offset: 0,
  limit: 100,
  trashed: false,
  text: '',
  types: [],
  order: 'changed',
  isDescending: true,
};

describe('the library of sources', () => {
  const store = openTempSources();
  after(() => store.close());
  const titles = async (change: Partial<ListInput> = {}) =>
    (await store.call('sources.list', { ...everything, ...change })).items.map(
      ({ title }) => title,
    );

  it('keeps an item as it came, and answers its entry', async () => {
    const item = sourceItem({ id: 'lin2024', note: '内部备注' });
    const id = await store.add(item);
    const source = await store.call('sources.get', { id });
    assert.equal(JSON.stringify(source.item), JSON.stringify(item));
    assert.equal(source.entry, '林某. 商业秘密刑事案件中损失数额的认定路径[J]. 江岚法学, 2024.');
    const { type, creators, year, container, version, citedBy } = source;
    assert.deepEqual(
      [type, creators, year, container, version, citedBy],
      ['article-journal', ['林某'], 2024, '江岚法学', 1, 0],
    );
    await store.call('sources.trash', { ids: [id] });
    await store.call('sources.purge', { ids: [id] });
  });

  it('is sorted by title as in a dictionary, by name and by year, what has none last', async () => {
    const made = [
      await store.add(sourceItem({ title: '岑岭茶志', author: [{ literal: '周某' }] })),
      await store.add({ type: 'book', title: '<i>Zhezhi</i> and 折枝' }),
      await store.add(
        sourceItem({ title: '阿某访谈', author: [{ literal: '何某甲' }], issued: { raw: '1999' } }),
      ),
    ];
    const up = { isDescending: false };
    assert.deepEqual(await titles(), ['阿某访谈', 'Zhezhi and 折枝', '岑岭茶志']);
    assert.deepEqual(await titles({ order: 'title', ...up }), [
      'Zhezhi and 折枝',
      '阿某访谈',
      '岑岭茶志',
    ]);
    assert.deepEqual(await titles({ order: 'creator', ...up }), [
      '阿某访谈',
      '岑岭茶志',
      'Zhezhi and 折枝',
    ]);
    assert.deepEqual(await titles({ order: 'year', ...up }), [
      '阿某访谈',
      '岑岭茶志',
      'Zhezhi and 折枝',
    ]);
    assert.deepEqual(await titles({ order: 'year' }), ['岑岭茶志', '阿某访谈', 'Zhezhi and 折枝']);
    assert.deepEqual(await titles({ types: ['book'] }), ['Zhezhi and 折枝']);
    const counts = await store.call('sources.counts', {});
    assert.deepEqual(counts, { byType: { 'article-journal': 2, book: 1 }, trashed: 0 });
    await store.call('sources.trash', { ids: made });
    await store.call('sources.purge', { ids: made });
  });

  it('is looked through by every word, in any style of writing', async () => {
    const id = await store.add(
      sourceItem({
        title: 'Ｔrade Secrets 商業秘密',
        author: [{ family: 'Smith', given: 'John' }],
        DOI: '10.99999/ABC',
      }),
    );
    for (const text of ['商业 smith', 'TRADE 2024', 'john smith', '10.99999/abc', '江岚法学']) {
      assert.equal((await titles({ text })).length, 1, text);
    }
    assert.deepEqual(await titles({ text: '商业 doe' }), []);
    assert.deepEqual(await titles({ text: '%' }), []);
    await store.call('sources.trash', { ids: [id] });
    assert.deepEqual(await titles({ text: 'smith' }), []);
    assert.equal((await titles({ text: 'smith', trashed: true })).length, 1);
    await store.call('sources.purge', { ids: [id] });
  });

  it('refuses a change to another version, in the trash, or to something that is no source', async () => {
    const id = await store.add(sourceItem());
    const save = (version: number, title: string) =>
      store.call('sources.save', { id, version, item: sourceItem({ title }) });
    assert.deepEqual(await save(1, '甲'), { version: 2 });
    await assert.rejects(save(1, '乙'), { code: 'source-changed-elsewhere' });
    await assert.rejects(save(2, ''), { code: 'source-invalid', detail: { member: 'title' } });
    await assert.rejects(store.call('sources.purge', { ids: [id] }), {
      code: 'source-not-in-trash',
    });
    await store.call('sources.trash', { ids: [id] });
    await assert.rejects(save(2, '乙'), { code: 'source-in-trash' });
    await assert.rejects(store.call('sources.restore', { ids: [id, GONE] }), {
      code: 'source-not-found',
    });
    await store.call('sources.restore', { ids: [id] });
    assert.deepEqual(await titles(), ['甲']);
    await store.call('sources.trash', { ids: [id] });
    assert.deepEqual(await store.call('sources.purge', { ids: [id, id] }), { purged: 1 });
    await assert.rejects(store.call('sources.get', { id }), { code: 'source-not-found' });
  });

  it('recognises a source that is there already, the surest way first, but not itself', async () => {
    const id = await store.add(sourceItem({ DOI: '10.99999/a' }));
    const twins = async (item: object, except?: SourceId) =>
      (
        await store.call('sources.twins', {
          item: sourceItem(item),
          ...(except === undefined ? {} : { except }),
        })
      ).twins.map(({ source, reason }) => [source.id, reason]);
    assert.deepEqual(await twins({ DOI: 'DOI:10.99999/A', title: '另题' }), [[id, 'doi']]);
    assert.deepEqual(await twins({}), [[id, 'title']]);
    assert.deepEqual(await twins({ issued: { 'date-parts': [[2023]] } }), []);
    assert.deepEqual(await twins({}, id), []);
    await store.call('sources.trash', { ids: [id] });
    assert.deepEqual(await twins({}), []);
  });
});

describe('citations of a source', () => {
  const store = openTempSources();
  after(() => store.close());

  it('are counted by record, without the trash, and lead to the records', async () => {
    const [one, two] = [
      await store.add(sourceItem()),
      await store.add(sourceItem({ title: '乙' })),
    ];
    const first = store.cite(one, two, one);
    const second = store.cite(one);
    const cited = async (id: SourceId) => {
      const page = await store.call('sources.citedIn', { id, offset: 0, limit: 100 });
      assert.equal(page.total, (await store.call('sources.get', { id })).citedBy);
      return page.items.map((record) => record.id);
    };
    assert.deepEqual(await cited(one), [second, first]);
    assert.deepEqual(await cited(two), [first]);
    void recordsHandlers['records.trash'](store.context, { ids: [first] });
    assert.deepEqual(await cited(two), []);
    void recordsHandlers['records.restore'](store.context, { ids: [first] });
    void recordsHandlers['records.duplicate'](store.context, { id: first, title: '副本' });
    assert.equal((await cited(two)).length, 2);
  });
});

describe('a record that leaves', () => {
  const store = openTempSources();
  after(() => store.close());

  it('has its citations as numbers and its references written out, and names no source of here', async () => {
    const [one, two, gone] = [
      await store.add(sourceItem({ note: '不外传的备注' })),
      await store.add(
        sourceItem({ type: 'book', title: '乙', issued: { 'date-parts': [[2020]] } }),
      ),
      await store.add(sourceItem({ title: '已删除' })),
    ];
    await store.call('sources.trash', { ids: [gone] });
    const id = store.cite(two, gone, one, two);
    const record = readChosen(store.db, id);
    const json = exportedRecordText(record);
    const html = renderRecordHtml(record);
    for (const text of [json, html]) {
      assert.match(text, /据研究\[1\]据研究\[\?\]据研究\[2\]据研究\[1\]/);
      assert.match(text, /\[1\] 林某\. 乙\[M\]\. 江岚法学, 2020|\[1\] 林某\. 乙\[M\]\/\/江岚法学/);
      assert.match(
        text,
        /\[2\] 林某\. 商业秘密刑事案件中损失数额的认定路径\[J\]\. 江岚法学, 2024\./,
      );
      assert.match(text, /参考文献/);
      assert.doesNotMatch(text, /已删除|不外传|citation|sourceId/);
      for (const source of [one, two, gone]) assert.ok(!text.includes(source));
    }
  });

  it('is byte for byte as before when it cites nothing', () => {
    const id = store.cite();
    assert.doesNotMatch(exportedRecordText(readChosen(store.db, id)), /references|参考文献/);
    assert.deepEqual(documentCiting().sections[0]?.blocks, [{ type: 'paragraph', children: [] }]);
  });
});
