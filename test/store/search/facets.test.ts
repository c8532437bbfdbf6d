import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { countFacetsInSteps } from '../../../electron/store/search/count-facets.ts';
import { find } from '../../../electron/store/search/find.ts';
import { runToEnd } from '../../../electron/store/search/steps.ts';
import type { FacetFilter } from '../../../shared/contract/search.ts';
import type { RecordId, RecordKind } from '../../../shared/contract/records.ts';
import { records } from '../../../shared/contract/records.ts';
import { documentOf, openTempRecords, type TempRecords } from '../../support/temp-records.ts';

let made: TempRecords;
beforeEach(() => (made = openTempRecords()));
afterEach(() => made.close());

type Content = {
  kind?: RecordKind;
  text?: string;
  charges?: string[];
  caseNumbers?: string[];
  office?: string;
};

async function add({
  kind = 'typical-case',
  text = '轮胎',
  charges = [],
  caseNumbers = [],
  office = '',
}: Content): Promise<RecordId> {
  const id = made.create(kind, '某案');
  const fields = { charges, handlingProcuratorate: office };
  const document = documentOf({ facts: text });
  const input = { id, saves: 1, title: '某案', keywords: [], caseNumbers, document, fields };
  await made.handlers['records.save'](made.context, records['records.save'].input.parse(input));
  return id;
}

function facets(query: string, where: FacetFilter[] = [], exact = false) {
  const answer = runToEnd(countFacetsInSteps(made.db, { query, kinds: [], where, exact }));
  const of = (list: string) =>
    Object.fromEntries(
      answer.facets.filter((one) => one.list === list).map(({ code, count }) => [code, count]),
    );
  return { ...answer, of };
}
const is = (list: FacetFilter['list'], ...codes: string[]): FacetFilter => ({
  list,
  codes,
  isExcluded: false,
});
const isNot = (list: FacetFilter['list'], ...codes: string[]): FacetFilter => ({
  list,
  codes,
  isExcluded: true,
});
const idsFor = (query: string, where: FacetFilter[]) =>
  find(made.db, { query, kinds: [], where, offset: 0, limit: 100, exact: false })
    .hits.map(({ id }) => id)
    .toSorted();

describe('the facets of what was found', () => {
  it('count kinds, codes, tags, years, procuratorates, cited articles and sources', async () => {
    const first = await add({
      charges: ['213', '217'],
      caseNumbers: ['（2024）岚01刑终3号'],
      text: '轮胎，刑法第二百一十三条',
    });
    await add({
      kind: 'research-note',
      charges: ['213'],
      office: '云汀市人民检察院',
      text: '轮胎，《中华人民共和国刑法》第213条第二款',
    });
    await add({ text: '别的', charges: ['219'] });
    await made.handlers['records.tag'](made.context, { ids: [first], add: ['重点'], remove: [] });
    const found = facets('轮胎');
    assert.deepEqual([found.counted, found.isExact], [2, true]);
    assert.deepEqual(found.of('kind'), { 'research-note': 1, 'typical-case': 1 });
    assert.deepEqual(found.of('status'), { draft: 2 });
    assert.deepEqual(found.of('charge'), { '213': 2, '217': 1 });
    assert.deepEqual(found.of('tag'), { 重点: 1 });
    assert.deepEqual(found.of('year'), { '2024': 1, '2026': 1 });
    assert.deepEqual(found.of('procuratorate'), { 云汀市人民检察院: 1 });
    assert.deepEqual(found.of('article'), { 刑法·213: 2 });
    assert.deepEqual(found.of('source'), { written: 2 });
  });

  it('filter: any of one list, all of several lists, none of what is excluded', async () => {
    const one = await add({ charges: ['213'], caseNumbers: ['（2024）岚01刑终3号'] });
    const two = await add({ charges: ['217'], caseNumbers: ['（2023）岚01刑终3号'] });
    const three = await add({ charges: ['213', '217'], caseNumbers: ['（2023）岚01刑终9号'] });
    assert.deepEqual(idsFor('轮胎', [is('charge', '213', '217')]), [one, two, three].toSorted());
    assert.deepEqual(idsFor('轮胎', [is('charge', '213'), is('year', '2023')]), [three]);
    assert.deepEqual(idsFor('轮胎', [isNot('charge', '213')]), [two]);
    assert.deepEqual(idsFor('轮胎', [is('kind', 'precedent')]), []);
    assert.deepEqual(idsFor('轮胎', [is('status', 'approved')]), []);
    assert.deepEqual(idsFor('轮胎 状态:草稿 -status:approved', []), [one, two, three].toSorted());
    // Without a word, filters alone.
    assert.deepEqual(idsFor('', [is('year', '2024')]), [one]);
    assert.deepEqual(idsFor('', []), []);
    assert.deepEqual(idsFor('，', [is('year', '2024')]), []);
  });

  it('count the list that is filtered by as if it were not, so that another code can be added', async () => {
    await add({ charges: ['213'] });
    await add({ charges: ['217'] });
    const found = facets('轮胎', [is('charge', '213')]);
    assert.equal(found.counted, 1);
    assert.deepEqual(found.of('charge'), { '213': 1, '217': 1 });
    assert.deepEqual(found.of('kind'), { 'typical-case': 1 });
  });

  it('follow what a query must prove, too', async () => {
    await add({ text: '轮胎与商标', charges: ['213'] });
    await add({ text: `轮胎${'无'.repeat(30)}商标`, charges: ['217'] });
    assert.deepEqual(facets('"轮胎 商标"~5').of('charge'), { '213': 1 });
  });

  it('are of the latest thousand, and of all when told to', async () => {
    const insert = made.db.prepare(
      `INSERT INTO search_entries (record, kind, is_trashed, digest) SELECT record + ?, kind, 0, digest FROM search_entries WHERE record = ?`,
    );
    const id = await add({ charges: ['213'] });
    const number = made.db
      .prepare('SELECT number FROM records WHERE id = ?')
      .pluck()
      .get(id) as number;
    for (let at = 1; at <= 1200; at += 1) insert.run(at, number);
    made.db.exec(
      `INSERT INTO search_body (rowid, text) SELECT entry, '轮 胎' FROM search_entries WHERE record > ${number}`,
    );
    assert.deepEqual([facets('轮胎').counted, facets('轮胎').isExact], [1000, false]);
    assert.deepEqual(
      [facets('轮胎', [], true).counted, facets('轮胎', [], true).isExact],
      [1201, true],
    );
    assert.equal(facets('轮胎', [], true).of('kind')['typical-case'], 1201);
  });
});
