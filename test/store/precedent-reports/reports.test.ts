import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  MOST_LISTED,
  precedentReports as contract,
} from '../../../shared/contract/precedent-reports.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { sectionText } from '../../../shared/document/tree.ts';
import { revisionsHandlers } from '../../../electron/store/revisions/handlers.ts';
import { failsWith } from '../../support/failure.ts';
import { documentOf, recordingControl } from '../../support/temp-records.ts';
import { openTempReports, type TempReports } from '../../support/temp-reports.ts';

let temp: TempReports;
beforeEach(() => (temp = openTempReports()));
afterEach(() => temp.close());

const textOf = async (id: RecordId) => {
  const { document } = await temp.handlers['records.get'](temp.context, { id });
  return document.sections
    .map((section) => `${section.heading}\n${sectionText(section)}`)
    .join('\n');
};
const judge = (reportId: RecordId, hitId: RecordId, verdict: string | null, note = '') =>
  temp.handlersOfReports['precedentReports.judge'](
    temp.context,
    contract['precedentReports.judge'].input.parse({ reportId, hitId, verdict, note }),
  );
const write = (id: RecordId) =>
  temp.handlersOfReports['precedentReports.write'](temp.context, { id });
const change = async (id: RecordId, text: string) => {
  const { saves, title, keywords, caseNumbers } = await temp.handlers['records.get'](temp.context, {
    id,
  });
  const document = documentOf({ facts: text });
  await temp.handlers['records.save'](temp.context, {
    id,
    saves,
    title,
    keywords,
    caseNumbers,
    document,
  });
};
const trash = (id: RecordId) => temp.handlers['records.trash'](temp.context, { ids: [id] });

describe('the searches that are offered for a matter', () => {
  it('are filled in from its charges, parties and objects, and can be run as they are', async () => {
    const matter = temp.add({
      kind: 'typical-case',
      title: '林某假冒注册商标案',
      text: '被告人林志远假冒“岑岭”注册商标（第4356344号），盗印作品《云汀夜话》，参见《何某甲侵犯著作权案》，依据《中华人民共和国刑法》。证人何大山作证。',
      caseNumbers: ['（2025）岚0102刑初47号'],
      fields: { charges: ['213'] },
    });
    await temp.addParty(matter, '岑岭茶业有限公司');
    const offer = contract['precedentReports.offer'].output.parse(
      await temp.handlersOfReports['precedentReports.offer'](temp.context, { recordId: matter }),
    );
    assert.equal(offer.title, '林某假冒注册商标案类案检索报告');
    assert.deepEqual(offer.reports, []);
    const [guiding, party, object] = offer.searches;
    assert.deepEqual(
      [guiding?.purpose, guiding?.kinds, party?.purpose, object?.purpose],
      ['guiding', ['precedent'], 'party', 'object'],
    );
    assert.equal(
      guiding?.query,
      '(罪名:假冒注册商标罪 OR 法条:刑法第213条) (案例来源:指导性案例 OR 指导性案例 OR 指导案例 OR 检例第)',
    );
    assert.equal(party?.query, '岑岭茶业有限公司 OR 林志远');
    assert.equal(object?.query, '第4356344号 OR 岑岭 OR 云汀夜话');

    const same = temp.add({ title: '甲公司案', text: '刑法第二百一十三条。检例第900号' });
    const field = temp.add({
      title: '乙公司案',
      keywords: ['假冒注册商标罪'],
      fields: { origin: 'spc-guiding' },
    });
    temp.add({ title: '丙公司案', keywords: ['假冒注册商标罪'] });
    const byName = temp.add({ title: '林志远合同诈骗案' });
    const byMark = temp.add({ title: '茶叶案', text: '注册号4356344的商标' });
    const id = await temp.report(offer.searches, matter);
    await temp.run(id);
    const { hits, searches, matter: of } = await temp.get(id);
    const foundBy = (purpose: string) => {
      const search = searches.find((one) => one.purpose === purpose);
      return hits.filter((hit) => search && hit.foundBy.includes(search.id)).map((hit) => hit.id);
    };
    assert.deepEqual(foundBy('guiding').toSorted(), [same, field].toSorted());
    assert.deepEqual(foundBy('party'), [byName]);
    assert.deepEqual(foundBy('object'), [byMark]);
    assert.equal(of?.id, matter);
    assert.deepEqual(
      searches.map(({ total, searched, isExact }) => [total, searched, isExact]),
      [
        [2, 5, true],
        [1, 5, true],
        [1, 5, true],
      ],
    );
  });

  it('say nothing where the record says nothing, and name the reports that there are', async () => {
    const matter = temp.create('typical-case', '案');
    const id = await temp.report([{ query: '甲' }], matter);
    const offer = await temp.handlersOfReports['precedentReports.offer'](temp.context, {
      recordId: matter,
    });
    assert.deepEqual(
      offer.searches.map(({ query }) => query),
      ['', '', ''],
    );
    assert.deepEqual(
      offer.reports.map((one) => one.id),
      [id],
    );
  });
});

describe('a report', () => {
  it('is a record that has the numbers, the charges and the parties of its matter, and is found like any other', async () => {
    const matter = temp.add({
      kind: 'typical-case',
      title: '林志远假冒注册商标案',
      caseNumbers: ['（2025）岚0102刑初47号'],
      fields: { charges: ['213'] },
    });
    await temp.addParty(matter, '林志远');
    const id = await temp.report([{ query: '商标' }], matter);
    const record = await temp.handlers['records.get'](temp.context, { id });
    assert.deepEqual(
      [record.kind, record.status, record.caseNumbers, record.fields.charges],
      ['precedent-search-report', 'draft', ['（2025）岚0102刑初47号'], ['213']],
    );
    assert.match(await textOf(id), /案件：林某假冒注册商标案\n案号：（2025）岚0102刑初47号\n/u);
    const party = temp.db.prepare(
      'SELECT pseudonym FROM parties JOIN records ON number = record_number WHERE records.id = ?',
    );
    assert.equal(party.pluck().get(id), '林某');
    const rows = temp.db.prepare('SELECT count(*) FROM precedent_searches').pluck();
    assert.equal(rows.get(), 1);
    await trash(id);
    await temp.handlers['records.purge'](temp.context, { ids: [id] });
    assert.equal(rows.get(), 0);
  });

  it('lists of each search the most relevant, counts them all, and leaves out itself and other reports', async () => {
    for (let at = 0; at < MOST_LISTED + 5; at += 1) temp.add({ title: `轮胎案${at}` });
    await temp.report([{ query: '轮胎' }]);
    const id = await temp.report([{ query: '轮胎' }, { query: '轮胎案7', kinds: ['precedent'] }]);
    await temp.run(id);
    const { searches, hits } = await temp.get(id);
    assert.deepEqual(
      searches.map(({ total, listed }) => [total, listed]),
      [
        [MOST_LISTED + 5, MOST_LISTED],
        [11, 11],
      ],
    );
    assert.ok(hits.every((hit) => hit.kind === 'precedent'));
  });

  it('keeps judgments when its searches are run again, and shows what is new, gone and changed', async () => {
    const [first, second, third] = ['甲', '乙', '丙'].map((name) =>
      temp.add({ kind: 'typical-case', title: `${name}轮胎案`, text: '轮胎' }),
    ) as [RecordId, RecordId, RecordId];
    const id = await temp.report([{ query: '轮胎' }]);
    assert.deepEqual(await temp.run(id), { searches: 1, added: 3, gone: 0, changed: 0 });
    assert.ok((await temp.get(id)).hits.every(({ change }) => change === null));
    await judge(id, first, 'applicable', '案情相近');
    await judge(id, second, 'distinguishable', '主体不同');

    await change(first, '轮胎，另有新证据');
    await trash(second);
    await trash(third);
    const fourth = temp.add({ title: '丁轮胎案' });
    assert.deepEqual(await temp.run(id), { searches: 0, added: 0, gone: 0, changed: 0 });
    assert.deepEqual(await temp.run(id, true), { searches: 1, added: 1, gone: 2, changed: 1 });
    const states = async () =>
      (await temp.get(id)).hits
        .map((hit) => [hit.id, hit.change, hit.verdict, hit.isThere] as const)
        .toSorted(([one], [other]) => (one < other ? -1 : 1));
    assert.deepEqual(await states(), [
      [first, 'changed', 'applicable', true],
      [second, 'gone', 'distinguishable', false],
      [third, 'gone', null, false],
      [fourth, 'new', null, true],
    ]);
    await judge(id, first, 'applicable', '仍可参照');
    // Nobody had thought anything of the third, and the fourth is new no more.
    assert.deepEqual(await temp.run(id, true), { searches: 1, added: 0, gone: 0, changed: 0 });
    assert.deepEqual(await states(), [
      [first, null, 'applicable', true],
      [second, 'gone', 'distinguishable', false],
      [fourth, null, null, true],
    ]);
  });

  it('looks again only where a search was changed, and forgets what a removed one alone had found', async () => {
    const [car] = [temp.add({ title: '汽车案' }), temp.add({ title: '轮胎案' })];
    const id = await temp.report([{ query: '轮胎' }, { query: '汽车' }]);
    await temp.run(id);
    const { searches } = await temp.get(id);
    const save = (at: number, query: string) =>
      temp.handlersOfReports['precedentReports.saveSearch'](
        temp.context,
        contract['precedentReports.saveSearch'].input.parse({
          reportId: id,
          id: searches[at]?.id,
          purpose: 'other',
          query,
        }),
      );
    await save(0, '轮胎');
    assert.equal((await temp.run(id)).searches, 0);
    await save(0, '汽车 案');
    assert.deepEqual(await temp.run(id), { searches: 1, added: 0, gone: 1, changed: 0 });
    const remove = contract['precedentReports.removeSearch'].input.parse({
      reportId: id,
      id: searches[0]?.id,
    });
    await temp.handlersOfReports['precedentReports.removeSearch'](temp.context, remove);
    assert.deepEqual(
      (await temp.get(id)).hits.map((hit) => hit.id),
      [car],
    );
    assert.throws(
      () => temp.handlersOfReports['precedentReports.removeSearch'](temp.context, remove),
      failsWith('precedent-search-not-found'),
    );
  });

  it('is written into two parts of its text, and history keeps what stood there', async () => {
    const found = temp.add({
      title: '甲公司假冒注册商标案',
      caseNumbers: ['（2024）岚01刑终3号'],
      fields: { origin: 'spp-guiding', court: '江岚省高级人民法院' },
    });
    temp.add({ title: '乙公司假冒注册商标案' });
    const id = await temp.report([{ query: '假冒', purpose: 'guiding', kinds: ['precedent'] }]);
    await temp.run(id);
    await judge(id, found, 'applicable', '同为套用包装');
    assert.equal((await temp.get(id)).isWritten, false);
    await write(id);
    const text = await textOf(id);
    for (const part of [
      '检索单位：云汀市人民检察院',
      '检索时间：2026年11月22日',
      '最高人民法院、最高人民检察院指导性案例',
      '参考案例，共2份',
      '其中可参照的案例1件，尚未甄别1件',
      '甲公司假冒注册商标案（最高人民检察院指导性案例，江岚省高级人民法院）',
      '（2024）岚01刑终3号',
      '同为套用包装',
    ]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
    assert.ok(!text.includes('乙公司'));
    assert.equal((await temp.get(id)).isWritten, true);
    await judge(id, found, 'irrelevant');
    assert.equal((await temp.get(id)).isWritten, false);
    await write(id);
    const { items } = await revisionsHandlers['revisions.list'](temp.context, {
      recordId: id,
      offset: 0,
      limit: 10,
    });
    assert.deepEqual(
      items.map(({ reason }) => reason),
      ['searched', 'searched', 'before-search'],
    );
  });

  it('keeps its text as it is when nothing was searched for yet', async () => {
    const id = await temp.report([{ query: '轮胎' }]);
    const before = await textOf(id);
    assert.throws(() => write(id), failsWith('precedent-report-not-run'));
    assert.equal(await textOf(id), before);
  });

  it('notes nothing of a run that was stopped', async () => {
    temp.add({ title: '轮胎案' });
    const id = await temp.report([{ query: '轮胎' }, { query: '案' }]);
    const control = recordingControl(({ done }, cancel) => done === 1 && cancel());
    await assert.rejects(
      async () =>
        temp.handlersOfReports['precedentReports.run'](
          temp.context,
          { id, isRefresh: false },
          control,
        ),
      failsWith('cancelled'),
    );
    const { hits, searches } = await temp.get(id);
    assert.deepEqual([hits.length, searches[0]?.ranAt], [0, null]);
  });

  it('finds nothing by a query that is malformed or empty of words, and fails for what is no report', async () => {
    temp.add({ title: '轮胎案' });
    const id = await temp.report([
      { query: '"轮胎' },
      { query: '，。！' },
      { query: '👍'.repeat(5000) },
    ]);
    await temp.run(id);
    const { searches } = await temp.get(id);
    assert.deepEqual(
      searches.map(({ total }) => total),
      [1, 0, 0],
    );
    const matter = temp.create();
    const of = { id: matter };
    const { handlersOfReports: handlers, context } = temp;
    assert.throws(
      () => handlers['precedentReports.get'](context, of),
      failsWith('record-no-report'),
    );
    assert.throws(
      () => handlers['precedentReports.write'](context, of),
      failsWith('record-no-report'),
    );
    await trash(id);
    assert.throws(() => write(id), failsWith('record-in-trash'));
    assert.throws(() => judge(id, matter, null), failsWith('record-in-trash'));
    void temp.handlers['records.restore'](context, { ids: [id] });
    assert.throws(() => judge(id, matter, null), failsWith('precedent-hit-not-found'));
  });
});
