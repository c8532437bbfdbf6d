import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { changeStatus } from '../../../electron/store/records/change-status.ts';
import { orderOf } from '../../../electron/store/records/list-order.ts';
import { conditionOf } from '../../../electron/store/records/list-condition.ts';
import { insertRecord } from '../../../electron/store/records/insert-record.ts';
import type { CallInput } from '../../../shared/contract/index.ts';
import {
  records,
  RecordOrder,
  type GroupedLine,
  type RecordId,
  type RecordKind,
} from '../../../shared/contract/records.ts';
import { newDocument } from '../../../shared/templates/index.ts';
import { noFields, type RecordFields } from '../../../shared/templates/record-fields.ts';
import { failsWith } from '../../support/failure.ts';
import { documentOf, openTempRecords, type TempRecords } from '../../support/temp-records.ts';

const unknownId = '01930000-0000-7000-8000-000000000000' as RecordId;
let temp: TempRecords;
beforeEach(() => (temp = openTempRecords()));
afterEach(() => temp.close());

type Draft = {
  kind?: RecordKind;
  title?: string;
  fields?: Partial<RecordFields>;
  tags?: string[];
  caseNumbers?: string[];
  at?: number;
  isImported?: boolean;
};
const add = ({ kind = 'typical-case', title = '案', fields = {}, ...draft }: Draft = {}) =>
  insertRecord(
    temp.db,
    {
      kind,
      title,
      keywords: [],
      caseNumbers: draft.caseNumbers ?? [],
      document: newDocument(kind),
      source: draft.isImported === true ? { name: '甲.txt', hash: title } : null,
      fields: { ...noFields(), ...fields },
      tags: draft.tags ?? [],
    },
    draft.at ?? temp.context.clock(),
  );
const list = async (input: CallInput<'records.list'> = {}) =>
  records['records.list'].output.parse(
    await temp.handlers['records.list'](temp.context, records['records.list'].input.parse(input)),
  );
const idsOf = async (input: CallInput<'records.list'>) =>
  (await list(input)).items.map(({ id }) => id);
const grouped = async (input: CallInput<'records.grouped'>) =>
  records['records.grouped'].output.parse(
    await temp.handlers['records.grouped'](
      temp.context,
      records['records.grouped'].input.parse(input),
    ),
  );
const lineOf = (line: GroupedLine) =>
  line.type === 'head' ? `${line.code ?? '–'} ${line.count}` : line.record.title;
const linesOf = async (input: CallInput<'records.grouped'>) =>
  (await grouped(input)).items.map(lineOf);
const counts = async () =>
  records['records.counts'].output.parse(await temp.handlers['records.counts'](temp.context, {}));
const marks = async (input: CallInput<'records.marks'> = {}) =>
  (
    await temp.handlers['records.marks'](temp.context, records['records.marks'].input.parse(input))
  ).marks.map(({ list: name, code, count }) => `${name} ${code} ${count}`);

describe('orders of a list', () => {
  it('are by every column, either way, and a page at any depth is read from an index alone', async () => {
    const ids = [
      add({
        title: '乙',
        fields: { charges: ['217'], region: '120000' },
        caseNumbers: ['（2024）岚1号'],
      }),
      add({ kind: 'work-report', title: '甲', fields: { charges: ['213'], functions: ['civil'] } }),
      add({ title: '丙', fields: { rightTypes: ['patent-design'] }, tags: ['茶'] }),
    ];
    for (const order of RecordOrder.options) {
      const forth = await idsOf({ order, isDescending: false });
      assert.deepEqual(new Set(forth), new Set(ids), order);
      assert.deepEqual(await idsOf({ order, isDescending: true }), forth.toReversed(), order);
      const { by, index } = orderOf({ order, isDescending: true });
      const { sql, values } = conditionOf({
        kinds: ['typical-case', 'work-report'],
        library: 'own',
        trashed: false,
        where: [
          { list: 'status', codes: ['draft'] },
          { list: 'unread', codes: ['unread'] },
        ],
        words: '',
      });
      const plan = temp.db
        .prepare(
          `EXPLAIN QUERY PLAN SELECT number FROM records INDEXED BY ${index} WHERE ${sql} ORDER BY ${by}`,
        )
        .all(...values)
        .map((step) => (step as { detail: string }).detail)
        .join('; ');
      assert.match(plan, /^SEARCH records USING (COVERING )?INDEX/, order);
      assert.doesNotMatch(plan, /TEMP B-TREE/, order);
    }
    const sorted = async (order: RecordOrder) =>
      (await list({ order, isDescending: false })).items.map(({ title }) => title).join('');
    assert.equal(await sorted('charge'), '丙甲乙');
    assert.equal(await sorted('region'), '丙甲乙');
    assert.equal((await sorted('tag')).at(-1), '丙');
    assert.equal((await sorted('case-number')).at(-1), '乙');
    assert.equal((await sorted('right-type')).at(-1), '丙');
  });

  it('hold in the trash too, where lists are filtered and looked through by words', async () => {
    const [tea, book, kept] = [
      add({ title: '岑岭茶业案', fields: { charges: ['213'] } }),
      add({ title: '云汀夜话案', tags: ['重点'], caseNumbers: ['（2025）岚0102刑初47号'] }),
      add({ title: '留着的茶案' }),
    ];
    await temp.handlers['records.trash'](temp.context, { ids: [tea, book] });
    const trashed = true;
    assert.deepEqual(await idsOf({ trashed, order: 'title', isDescending: false }), [tea, book]);
    assert.deepEqual(await idsOf({ trashed, where: [{ list: 'charge', codes: ['213'] }] }), [tea]);
    for (const [words, found] of [
      ['茶', [tea]],
      ['岚0102  47号', [book]],
      ['重点', [book]],
      ['茶 夜话', []],
      ['%', []],
    ] as const) {
      assert.deepEqual(await idsOf({ trashed, words }), found, words);
      assert.equal((await list({ trashed, words })).total, found.length);
    }
    assert.deepEqual(await idsOf({ words: '茶' }), [kept]);
    assert.deepEqual(await marks({ trashed, lists: ['tag'] }), ['tag 重点 1']);
    assert.deepEqual(await marks({ trashed }), [
      'kind typical-case 2',
      'status draft 2',
      'charge 213 1',
      'tag 重点 1',
    ]);
  });
});

describe('groups of a list', () => {
  it('are of what records have in common, each record under each, what has none last', async () => {
    add({ title: '甲', fields: { charges: ['217', '213'] } });
    add({ title: '乙', fields: { charges: ['own:非法经营罪'] } });
    add({ title: '丙' });
    add({ title: '丁', fields: { charges: ['213'] } });
    const order = { order: 'title', isDescending: false } as const;
    assert.deepEqual(await linesOf({ by: 'charge', ...order }), [
      '213 2',
      '丁',
      '甲',
      '217 1',
      '甲',
      'own:非法经营罪 1',
      '乙',
      '– 1',
      '丙',
    ]);
    const { total, records: found, groups, heads } = await grouped({ by: 'charge', ...order });
    assert.deepEqual(heads, [0, 3, 5, 7]);
    assert.deepEqual([total, found, groups], [9, 4, 4]);
  });

  it('are of kinds, statuses and months, in the order in which these stand', async () => {
    const march = Date.UTC(2026, 2, 31, 15, 59, 59);
    add({ title: '甲', kind: 'work-report', at: march });
    const sent = add({ title: '乙', at: march + 1000 });
    add({ title: '丙', kind: 'precedent', at: march + 2000 });
    changeStatus(temp.db, temp.context.clock, { id: sent, to: 'submitted', who: 'program' });
    assert.deepEqual(await linesOf({ by: 'kind' }), [
      'typical-case 1',
      '乙',
      'work-report 1',
      '甲',
      'precedent 1',
      '丙',
    ]);
    assert.deepEqual(await linesOf({ by: 'status' }), [
      'draft 1',
      '甲',
      'submitted 1',
      '乙',
      '– 1',
      '丙',
    ]);
    assert.deepEqual(await linesOf({ by: 'month' }), ['2026-04 2', '丙', '乙', '2026-03 1', '甲']);
    assert.deepEqual(await linesOf({ by: 'month', order: 'created', isDescending: false }), [
      '2026-04 2',
      '乙',
      '丙',
      '2026-03 1',
      '甲',
    ]);
  });

  it('are folded one by one or all but one, and pages fit together whatever their size', async () => {
    for (let at = 0; at < 23; at += 1)
      add({ title: `案${at}`, tags: at % 3 === 0 ? [] : [`标签${at % 3}`] });
    const input = { by: 'tag', order: 'created', isDescending: false } as const;
    const all = await linesOf({ ...input, limit: 500 });
    assert.equal(all.length, 26);
    for (const limit of [1, 4, 7, 25]) {
      const pages: string[] = [];
      for (let offset = 0; offset < all.length; offset += limit) {
        pages.push(...(await linesOf({ ...input, offset, limit })));
      }
      assert.deepEqual(pages, all, String(limit));
    }
    const one = { ...input, folding: { isFolded: false, except: ['标签1', null] } };
    assert.deepEqual(
      (await linesOf(one)).filter((line) => !line.startsWith('案')),
      ['标签1 8', '标签2 7', '– 8'],
    );
    assert.equal((await grouped(one)).total, 10);
    const others = await grouped({ ...input, folding: { isFolded: true, except: ['标签2'] } });
    assert.equal(others.total, 10);
    assert.deepEqual(
      others.items.filter((line) => line.type === 'head').map(({ isFolded }) => isFolded),
      [true, false, true],
    );
  });

  it('are exact again after anything was written', async () => {
    add({ title: '甲' });
    assert.deepEqual(await linesOf({ by: 'kind' }), ['typical-case 1', '甲']);
    const id = add({ title: '乙' });
    assert.deepEqual(await linesOf({ by: 'kind' }), ['typical-case 2', '乙', '甲']);
    await temp.handlers['records.trash'](temp.context, { ids: [id] });
    assert.deepEqual(await linesOf({ by: 'kind' }), ['typical-case 1', '甲']);
    assert.deepEqual(await linesOf({ by: 'kind', trashed: true }), ['typical-case 1', '乙']);
  });

  it('hold more than are found one by one', async () => {
    for (let at = 0; at < 230; at += 1)
      add({ title: `案${String(at).padStart(3, '0')}`, tags: ['茶'] });
    const page = await linesOf({
      by: 'tag',
      order: 'title',
      isDescending: false,
      offset: 201,
      limit: 3,
    });
    assert.deepEqual(page, ['案200', '案201', '案202']);
  });
});

describe('unread marks', () => {
  it('are on what was imported until somebody reads it, and are no change', async () => {
    const [imported, written] = [add({ isImported: true, title: '来' }), add({ title: '写' })];
    const precedent = add({ isImported: true, kind: 'precedent' });
    assert.equal((await counts()).unreadByKind['typical-case'], 1);
    assert.equal((await counts()).unreadByKind.precedent, 1);
    assert.deepEqual(await idsOf({ where: [{ list: 'unread', codes: ['unread'] }] }), [
      precedent,
      imported,
    ]);
    const before = await temp.handlers['records.get'](temp.context, { id: imported });
    assert.equal(before.isUnread, true);
    await temp.handlers['records.markRead'](temp.context, { ids: [imported], isRead: true });
    await temp.handlers['records.markRead'](temp.context, { ids: [written], isRead: false });
    const after = await temp.handlers['records.get'](temp.context, { id: imported });
    assert.deepEqual(after, { ...before, isUnread: false });
    assert.equal((await counts()).unreadByKind['typical-case'], 1);
    const all = records['records.markAllRead'].input.parse({ kinds: ['typical-case'] });
    assert.deepEqual(await temp.handlers['records.markAllRead'](temp.context, all), { marked: 1 });
    assert.equal((await counts()).unreadByKind.precedent, 1);
  });

  it('are set on all records or on none', async () => {
    const id = add({ isImported: true });
    assert.throws(
      () => temp.handlers['records.markRead'](temp.context, { ids: [id, unknownId], isRead: true }),
      failsWith('record-not-found'),
    );
    assert.equal((await list()).items[0]?.isUnread, true);
  });
});

describe('the status of a record', () => {
  const change = (id: RecordId, to: Parameters<typeof changeStatus>[2]['to'], who = 'profile') =>
    changeStatus(temp.db, temp.context.clock, { id, to, who });
  const get = async (id: RecordId) =>
    records['records.get'].output.parse(await temp.handlers['records.get'](temp.context, { id }));

  it('goes step by step, with who and when, in its history and in the audit trail, and is no change of the text', async () => {
    const id = add();
    const before = await get(id);
    assert.deepEqual([before.status, before.statusChange], ['draft', null]);
    for (const to of [
      'in-review',
      'returned',
      'in-review',
      'approved',
      'submitted',
      'adopted',
    ] as const) {
      change(id, to);
    }
    const after = await get(id);
    assert.deepEqual([after.status, after.statusChange?.who], ['adopted', 'profile']);
    assert.deepEqual([after.saves, after.changedAt], [before.saves, before.changedAt]);
    assert.equal(after.revision, before.revision + 1);
    const trail = temp.db
      .prepare(
        "SELECT detail FROM audit WHERE action = 'status-changed' AND subject = ? ORDER BY number",
      )
      .pluck()
      .all(id);
    assert.equal(trail.length, 6);
    assert.equal(trail[0], '{"from":"draft","to":"in-review","who":"profile"}');
  });

  it('does not leap, and is not what precedents and records in the trash get', async () => {
    const [id, precedent] = [add(), add({ kind: 'precedent' })];
    assert.throws(() => change(id, 'submitted'), failsWith('status-not-allowed'));
    assert.throws(() => change(precedent, 'in-review'), failsWith('record-read-only'));
    assert.throws(() => change(unknownId, 'in-review'), failsWith('record-not-found'));
    await temp.handlers['records.trash'](temp.context, { ids: [id] });
    assert.throws(() => change(id, 'in-review'), failsWith('record-in-trash'));
    assert.equal((await get(id)).status, 'draft');
    assert.equal((await get(precedent)).status, null);
  });

  it('is what lists are filtered, sorted and counted by', async () => {
    const [first, second] = [add(), add()];
    change(first, 'in-review');
    assert.deepEqual(
      await idsOf({ where: [{ list: 'status', codes: ['in-review', 'adopted'] }] }),
      [first],
    );
    assert.deepEqual(await idsOf({ order: 'status', isDescending: false }), [second, first]);
    assert.deepEqual((await marks()).slice(1), ['status draft 1', 'status in-review 1']);
  });
});

describe('the fields of a precedent', () => {
  it('are filled in, while its text stays as it came', async () => {
    const id = add({ kind: 'precedent', title: '折枝案', caseNumbers: ['（2024）岚01民终9号'] });
    const record = await temp.handlers['records.get'](temp.context, { id });
    const save = (change: object) =>
      temp.handlers['records.save'](
        temp.context,
        records['records.save'].input.parse({ ...record, ...change }),
      );
    const fields = {
      ...noFields(),
      origin: 'spc-guiding',
      court: '江岚省高级人民法院',
      charges: ['217'],
    };
    await save({ fields });
    const after = records['records.get'].output.parse(
      await temp.handlers['records.get'](temp.context, { id }),
    );
    assert.deepEqual([after.fields, after.document, after.saves], [fields, record.document, 2]);
    assert.deepEqual(await idsOf({ where: [{ list: 'origin', codes: ['spc-guiding'] }] }), [id]);
    for (const change of [
      { title: '别的' },
      { keywords: ['茶'] },
      { caseNumbers: [] },
      { document: documentOf({ facts: '改了' }) },
    ]) {
      assert.throws(() => save({ saves: 2, fields, ...change }), failsWith('record-read-only'));
    }
    assert.throws(
      () => save({ saves: 2, fields: { ...fields, origin: 'x' } }),
      failsWith('code-unknown'),
    );
  });
});

describe('how complete a record is', () => {
  it('is counted with every save and shown in lists', async () => {
    const id = temp.create('information-brief');
    const of = async () => (await list()).items[0]?.completeness;
    assert.equal(await of(), 0);
    const record = await temp.handlers['records.get'](temp.context, { id });
    await temp.handlers['records.save'](
      temp.context,
      records['records.save'].input.parse({
        ...record,
        keywords: ['茶'],
        fields: { ...noFields(), marking: 'internal' },
      }),
    );
    assert.equal(await of(), 33);
    add({ kind: 'precedent' });
    assert.equal(await of(), null);
  });
});
