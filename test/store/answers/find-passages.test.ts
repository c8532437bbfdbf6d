import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { findPassages } from '../../../electron/store/answers/find-passages.ts';
import { markedRuns } from '../../../shared/comments/marks-in-document.ts';
import type { DocumentTree } from '../../../shared/document/tree.ts';
import { decideAll } from '../../support/decide.ts';
import { addRecord, openOffice } from '../../support/office.ts';

const said = (passage: string, before = '', after = '') => ({
  id: randomUUID(),
  section: 'facts',
  passage,
  before,
  after,
  replacement: null,
  text: '请核对。',
  name: '',
  at: '2026-11-22T01:02:03.456Z',
});

const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  children: [{ type: 'text' as const, text }],
});

describe('where the passages of a text that left stand in the text that is here', () => {
  const office = openOffice('云汀市人民检察院');
  after(() => office.close());
  const texts = [
    '林有田低价购入散装茶叶，后由何甲木、林有田对外销售。',
    '林有田的联系电话为13812345678，住处不详。',
    '包装一万二千套，其中礼盒三千套。',
  ];
  const document: DocumentTree = {
    version: 2,
    sections: [{ id: 'facts', heading: '基本案情', blocks: texts.map(paragraph) }],
  };
  const id = addRecord(office, { document });
  const number = office.db.prepare('SELECT number FROM records').pluck().get() as number;
  const add = office.db.prepare(
    `INSERT INTO parties (id, record_number, name, name_key, role, is_minor, pseudonym, is_chosen, added_at)
     VALUES (?, ?, ?, ?, 'defendant', 0, ?, 0, 0)`,
  );
  add.run('p1', number, '林有田', '林有田', '林某');
  add.run('p2', number, '何甲木', '何甲木', '何某甲');
  const find = (...comments: ReturnType<typeof said>[]) => {
    const runs = markedRuns(document);
    return findPassages(office.db, number, runs, comments).map(({ run, start, end }) =>
      runs[run]?.text.slice(start, end),
    );
  };

  it('are found through the pseudonyms, whole names at their edges', async () => {
    await decideAll(office, { recordIds: [id] }, ({ options }) => ({
      decision: options.includes('pseudonym') ? 'pseudonym' : 'mask',
    }));
    assert.deepEqual(find(said('林某低价购入散装茶叶', '', '，后由何某甲')), [
      '林有田低价购入散装茶叶',
    ]);
    assert.deepEqual(find(said('何某甲、林某对外销售', '茶叶，后由', '。')), [
      '何甲木、林有田对外销售',
    ]);
    assert.deepEqual(find(said('某对外销售', '后由何某甲、林', '。')), ['林有田对外销售']);
    assert.deepEqual(find(said('联系电话为×××，住处', '', '不详。')), [
      '联系电话为13812345678，住处',
    ]);
  });

  it('are found by what stands around them, where the words have changed', () => {
    assert.deepEqual(find(said('有两人', '散装茶叶，后由', '对外销售。')), ['何甲木、林有田']);
  });

  it('have no place where nothing is left of them', () => {
    assert.deepEqual(find(said('汐桥机电的电机参数', '被告人窃取', '后离职。')), []);
  });
});
