import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { RecordId, RecordKind } from '../../../shared/contract/records.ts';
import type { SimilarRecord } from '../../../shared/contract/similar.ts';
import { paragraphsOf } from '../../../shared/document/tree.ts';
import { RecordFields } from '../../../shared/templates/record-fields.ts';
import { insertRecord } from '../../../electron/store/records/insert-record.ts';
import { similarHandlers } from '../../../electron/store/search/similar/handlers.ts';
import { openTempRecords, type TempRecords } from '../../support/temp-records.ts';

let temp: TempRecords;
beforeEach(() => (temp = openTempRecords()));
afterEach(() => temp.close());

type Draft = {
  title: string;
  text: string;
  charges?: string[];
  rightTypes?: string[];
  kind?: RecordKind;
};

function add({
  title,
  text,
  charges = [],
  rightTypes = [],
  kind = 'typical-case',
}: Draft): RecordId {
  const fields = RecordFields.parse({ charges, rightTypes });
  const sections = [{ id: 'facts', heading: '基本案情', blocks: paragraphsOf(text) }];
  const record = {
    kind,
    title,
    keywords: [],
    caseNumbers: [],
    document: { version: 2 as const, sections },
    fields,
    tags: [],
    source: null,
  };
  return temp.db.transaction(() => insertRecord(temp.db, record, temp.context.clock()))();
}

const tea = {
  title: '林某假冒注册商标案',
  text: '林某收购散茶，贴牌岑岭茶叶后经直播间回流销售，触犯《中华人民共和国刑法》第二百一十三条。',
  charges: ['213'],
  rightTypes: ['trademark'],
};
const others: Draft[] = [
  {
    title: '何某甲假冒注册商标案',
    text: '何某甲将空盒回流灌装，贴牌岑岭后出售。依照刑法第213条处理。',
    charges: ['213'],
    rightTypes: ['trademark'],
    kind: 'precedent',
  },
  {
    title: '周某某假冒注册商标案',
    text: '周某某缝制皮具，依照刑法第213条处理。',
    charges: ['213'],
  },
  {
    title: '吴某侵犯商业秘密案',
    text: '吴某离职时拷贝电机控制参数，依照刑法第219条处理。',
    charges: ['219'],
    rightTypes: ['trade-secret-technical'],
  },
  { title: '有声书盗播', text: '网站聚合盗播有声书，公益诉讼立案。', charges: ['217'] },
  {
    title: '茶叶贴牌的调研',
    text: '散茶贴牌多发生在直播间，回流渠道隐蔽。',
    kind: 'research-note',
  },
];

const toRecord = async (id: RecordId, limit = 10): Promise<SimilarRecord[]> =>
  (
    await similarHandlers['similar.toRecord'](temp.context, {
      id,
      limit,
      withOthers: false,
      asker: undefined,
    })
  ).items;
const toPassage = async (passage: string): Promise<SimilarRecord[]> =>
  (
    await similarHandlers['similar.toPassage'](temp.context, {
      passage,
      limit: 10,
      withOthers: false,
      asker: undefined,
    })
  ).items;
const titles = (items: readonly SimilarRecord[]) => items.map(({ title }) => title);

test('what shares most comes first, each with what it shares, and what shares nothing does not come', async () => {
  const id = add(tea);
  others.forEach(add);
  const items = await toRecord(id);
  assert.deepEqual(titles(items), [
    '何某甲假冒注册商标案',
    '周某某假冒注册商标案',
    '茶叶贴牌的调研',
  ]);
  const [first] = items;
  assert.deepEqual(first?.reasons.charges, ['213']);
  assert.deepEqual(first?.reasons.articles, ['刑法·213']);
  assert.deepEqual(first?.reasons.rightTypes, ['trademark']);
  for (const word of ['贴牌', '回流', '岑岭']) {
    assert.ok(first?.reasons.terms.includes(word), first?.reasons.terms.join());
  }
});

test('a passage finds by the charge and the article that it names, and by its words', async () => {
  add(tea);
  others.forEach(add);
  const [first] = await toPassage(
    '嫌疑人拷贝电机控制参数后离职，涉嫌侵犯商业秘密罪，应适用刑法第二百一十九条。',
  );
  assert.equal(first?.title, '吴某侵犯商业秘密案');
  assert.deepEqual(first.reasons.charges, ['219']);
  assert.deepEqual(first.reasons.articles, ['刑法·219']);
  assert.ok(first.reasons.terms.includes('拷贝'), first.reasons.terms.join());
});

test('a passage in traditional characters or other forms of the article finds the same', async () => {
  add(tea);
  others.forEach(add);
  const plain = await toPassage('将散茶贴牌后在直播间回流，依照刑法第213条。');
  const other = await toPassage(
    '將散茶貼牌後在直播間回流，依照《中華人民共和國刑法》第二百一十三條。',
  );
  assert.ok(plain.length > 2);
  assert.deepEqual(titles(other), titles(plain));
});

test('a charge that is written within a longer one is not named', async () => {
  add({ title: '甲', text: '一', charges: ['215-selling'] });
  add({ title: '乙', text: '二', charges: ['215'] });
  const items = await toPassage('涉嫌非法制造、销售非法制造的注册商标标识罪。');
  assert.deepEqual(titles(items), ['乙']);
});

test('the trash is passed over, and a record that is not there is refused', async () => {
  const id = add(tea);
  const [other] = others.map(add);
  assert.ok(other);
  await temp.handlers['records.trash'](temp.context, { ids: [other] });
  assert.ok(!titles(await toRecord(id)).includes('何某甲假冒注册商标案'));
  const gone = '00000000-0000-7000-8000-000000000000' as RecordId;
  await assert.rejects(toRecord(gone), { code: 'record-not-found' });
});

test('a later question of the same asker overtakes the first', async () => {
  const id = add(tea);
  others.forEach(add);
  const ask = () =>
    Promise.resolve(
      similarHandlers['similar.toRecord'](temp.context, {
        id,
        limit: 10,
        withOthers: false,
        asker: 'similar',
      }),
    );
  const first = assert.rejects(ask(), { code: 'cancelled' });
  assert.equal((await ask()).items.length, 3);
  await first;
});

test('any passage gets an answer', async () => {
  others.forEach(add);
  for (const passage of [
    '',
    '。',
    '"(',
    '\u0000',
    '\ud800',
    '👍',
    '𠮷'.repeat(500),
    '的'.repeat(50_000),
    'a '.repeat(5000),
  ]) {
    assert.deepEqual(await toPassage(passage), []);
  }
});
