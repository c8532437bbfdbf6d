import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { partiesHandlers } from '../../../electron/store/parties/handlers.ts';
import { precedentReportsHandlers } from '../../../electron/store/precedent-reports/handlers.ts';
import { find } from '../../../electron/store/search/find.ts';
import { rebuildIndex } from '../../../electron/store/search/rebuild-index.ts';
import { parties } from '../../../shared/contract/parties.ts';
import { precedentReports as contract } from '../../../shared/contract/precedent-reports.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import { draftPack } from '../../support/forge.ts';
import { addRecord, enrolAt, openOffice } from '../../support/office.ts';
import { documentOf, recordingControl } from '../../support/temp-records.ts';

/** In the table; named by the matter's text alone; typed into a search alone. */
const inTable = '独孤求败';
const company = '蓝杉科技有限公司';
const inText = '令狐大山';
const typed = '欧阳小锋';
const typedCompany = '汐桥机电有限公司';

describe('a precedent search report that leaves has no name of a party:', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  const { context } = point;
  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
  });
  after(() => {
    point.close();
    desk.close();
  });

  const make = async () => {
    const matter = RecordId.parse(
      addRecord(point, {
        title: `${inTable}、${company}假冒注册商标案`,
        keywords: [`${inTable}案`, '商标'],
        document: documentOf({ facts: `被告人${inText}，被告单位${company}。` }),
      }),
    );
    for (const name of [inTable, company]) {
      const party = { recordId: matter, id: null, name, role: 'defendant', isMinor: false };
      await partiesHandlers['parties.save'](
        context,
        parties['parties.save'].input.parse({ ...party, pseudonym: null }),
      );
    }
    addRecord(point, {
      kind: 'precedent',
      title: `獨孤求敗与${typedCompany}、${inText}及蓝杉公司纠纷案`,
      document: documentOf({ facts: `${inTable} ${typed} ${company} 商标` }),
    });
    await rebuildIndex(point.db, recordingControl());
    const offer = await precedentReportsHandlers['precedentReports.offer'](context, {
      recordId: matter,
    });
    return { matter, offer };
  };

  it('not in its title, its queries, what was found, what was noted, nor in a pack of it', async () => {
    const { matter, offer } = await make();
    const party = offer.searches.find(({ purpose }) => purpose === 'party');
    assert.equal(party?.query, `${inTable} OR ${company} OR ${inText}`);
    const { id } = await precedentReportsHandlers['precedentReports.create'](
      context,
      contract['precedentReports.create'].input.parse({
        matterId: matter,
        title: `关于${inTable}、蓝杉公司与${typed}的类案检索报告`,
        searches: [
          party,
          { purpose: 'party', query: `"${typed}" OR ${typedCompany} OR （2025）岚0102刑初47号` },
          { purpose: 'other', query: `商标 (${inTable} OR ${typed})` },
        ],
      }),
    );
    await precedentReportsHandlers['precedentReports.run'](
      context,
      { id, isRefresh: false },
      recordingControl(),
    );
    const { hits } = await precedentReportsHandlers['precedentReports.get'](context, { id });
    assert.equal(hits.length, 1);
    const [hit] = hits;
    assert.ok(hit?.title.includes('獨孤求敗'), 'at home the name is read as it stands');
    await precedentReportsHandlers['precedentReports.judge'](
      context,
      contract['precedentReports.judge'].input.parse({
        reportId: id,
        hitId: hit?.id,
        verdict: 'applicable',
        note: `${typed}就是独 孤求败的同伙，${company}与${typedCompany}是关联公司，${inText}在逃，蓝杉公司、蓝杉科技与汐桥公司串通`,
      }),
    );
    await precedentReportsHandlers['precedentReports.write'](context, { id });

    const draft = await draftPack(point, desk, { recordIds: [id], attachmentIds: [] });
    const text = Buffer.concat([...draft.files.values()]).toString('utf8');
    for (const there of ['独孤某', '蓝某公司', '令狐某', '欧阳某', '汐某公司', '岚0102刑初47号']) {
      assert.ok(text.includes(there), there);
    }
    assert.doesNotMatch(text, /独\s*孤\s*求|獨孤求|蓝杉|大山|小锋|汐桥/u);
  });

  it('nor in the index: who searches for the name does not find the report', () => {
    const found = find(point.db, {
      query: inTable,
      kinds: ['precedent-search-report'],
      offset: 0,
      limit: 10,
      exact: true,
    });
    assert.equal(found.total, 0);
  });

  it('and its words that are no names stay as they are', async () => {
    const { matter } = await make();
    const { id } = await precedentReportsHandlers['precedentReports.create'](
      context,
      contract['precedentReports.create'].input.parse({
        matterId: matter,
        title: '类案检索报告',
        searches: [{ purpose: 'party', query: `${inTable} 商标` }],
      }),
    );
    await precedentReportsHandlers['precedentReports.run'](
      context,
      { id, isRefresh: false },
      recordingControl(),
    );
    await precedentReportsHandlers['precedentReports.judge'](
      context,
      contract['precedentReports.judge'].input.parse({
        reportId: id,
        hitId: (await precedentReportsHandlers['precedentReports.get'](context, { id })).hits[0]
          ?.id,
        verdict: 'distinguishable',
        note: '注册商标不同',
      }),
    );
    await precedentReportsHandlers['precedentReports.write'](context, { id });
    const { files } = await draftPack(point, desk, { recordIds: [id], attachmentIds: [] });
    assert.ok(
      Buffer.concat([...files.values()])
        .toString('utf8')
        .includes('注册商标不同'),
    );
  });
});
