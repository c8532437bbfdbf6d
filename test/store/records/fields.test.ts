import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { codeListsHandlers } from '../../../electron/store/code-lists/handlers.ts';
import { removeSamples } from '../../../electron/store/records/samples/remove-samples.ts';
import { codeLists } from '../../../shared/contract/code-lists.ts';
import type { CallInput } from '../../../shared/contract/index.ts';
import { records, type RecordId } from '../../../shared/contract/records.ts';
import { noFields, RecordFields } from '../../../shared/templates/record-fields.ts';
import { failsWith } from '../../support/failure.ts';
import { documentOf, openTempRecords, type TempRecords } from '../../support/temp-records.ts';

const unknownId = '01930000-0000-7000-8000-000000000000' as RecordId;
let temp: TempRecords;
beforeEach(() => (temp = openTempRecords()));
afterEach(() => temp.close());

const get = async (id: RecordId) =>
  records['records.get'].output.parse(await temp.handlers['records.get'](temp.context, { id }));
async function save(id: RecordId, fields?: CallInput<'records.save'>['fields'], title = '标题') {
  const { saves } = await get(id);
  const input = { id, saves, title, keywords: [], caseNumbers: [] };
  return temp.handlers['records.save'](
    temp.context,
    records['records.save'].input.parse({
      ...input,
      document: documentOf({ facts: '茶' }),
      fields,
    }),
  );
}
const tag = (ids: RecordId[], add: string[], remove: string[] = []) =>
  temp.handlers['records.tag'](temp.context, { ids, add, remove });
const list = async (input: CallInput<'records.list'>) =>
  records['records.list'].output.parse(
    await temp.handlers['records.list'](temp.context, records['records.list'].input.parse(input)),
  );
const idsOf = async (input: CallInput<'records.list'>) =>
  (await list(input)).items.map(({ id }) => id);
const marksOf = (list: { list: string; code: string; count: number }[]) =>
  list.filter((mark) => !['kind', 'status'].includes(mark.list));
const marks = async () =>
  marksOf(
    (
      await temp.handlers['records.marks'](temp.context, {
        kinds: [],
        library: 'own',
        trashed: false,
      })
    ).marks,
  );
const extend = async (input: CallInput<'codeLists.extend'>) =>
  (
    await codeListsHandlers['codeLists.extend'](
      temp.context,
      codeLists['codeLists.extend'].input.parse(input),
    )
  ).code;

const filled = {
  functions: ['criminal', 'comprehensive'],
  charges: ['213', '215-making'],
  rightTypes: ['trademark'],
  stages: ['first-instance'],
  outcomes: ['convicted'],
  amounts: [{ kind: 'illegal-turnover', fen: 36_000_050 }],
  dates: [{ kind: 'filed', on: '2025-03-01' }],
  region: '330000',
  handlingProcuratorate: '云汀市人民检察院',
  prosecutor: '林某',
  author: '周某某',
  marking: 'internal' as const,
  court: '',
  origin: null,
};

describe('fields of records', () => {
  it('are empty at first, answer as saved, and stay when a save does not name them', async () => {
    const id = temp.create();
    assert.deepEqual((await get(id)).fields, noFields());
    await save(id, filled);
    assert.deepEqual((await get(id)).fields, filled);
    await save(id);
    assert.deepEqual((await get(id)).fields, filled);
    await save(id, {});
    assert.deepEqual((await get(id)).fields, noFields());
  });

  it('are shown by a list as far as its rows need them', async () => {
    const id = temp.create();
    await save(id, filled);
    const [row] = (await list({})).items;
    assert.deepEqual(
      [row?.charges, row?.functions, row?.rightTypes, row?.marking],
      [filled.charges, filled.functions, filled.rightTypes, 'internal'],
    );
  });

  it('take no code that is in no list, and keep what was there', async () => {
    const id = temp.create();
    await save(id, filled);
    const refused = [{ charges: ['220'] }, { amounts: [{ kind: 'own:押金', fen: 1 }] }];
    for (const fields of refused) {
      await assert.rejects(save(id, fields), failsWith('code-unknown'));
    }
    assert.deepEqual((await get(id)).fields, filled);
  });

  it('know no marking of a state secret, no day that is not, no money in parts of a fen', () => {
    for (const fields of [
      { marking: '机密' },
      { marking: 'secret' },
      { dates: [{ kind: 'filed', on: '2025-02-29' }] },
      { amounts: [{ kind: 'loss', fen: 0.5 }] },
    ]) {
      assert.equal(RecordFields.safeParse(fields).success, false, JSON.stringify(fields));
    }
  });
});

describe('code lists', () => {
  it('are extended by the workspace, and what was added can be used and is listed', async () => {
    const id = temp.create();
    const code = await extend({ list: 'region', name: ' 江岚省  云汀市 ' });
    assert.equal(code, 'own:江岚省 云汀市');
    await save(id, { region: code });
    assert.deepEqual(await idsOf({ where: [{ list: 'region', codes: [code] }] }), [id]);
    const { entries } = await codeListsHandlers['codeLists.list'](temp.context, {});
    codeLists['codeLists.list'].output.parse({ entries });
    assert.deepEqual(
      entries.filter(({ isOwn }) => isOwn).map((entry) => [entry.list, entry.name['zh-CN']]),
      [['region', '江岚省 云汀市']],
    );
  });

  it('answer the code there is to a name they have', async () => {
    assert.equal(await extend({ list: 'charge', name: '假冒注册商标罪' }), '213');
    assert.equal(await extend({ list: 'right-type', name: 'Trademark' }), 'trademark');
    await extend({ list: 'charge', name: '非法经营罪' });
    await extend({ list: 'charge', name: '非法经营罪' });
    const own = temp.db.prepare('SELECT count(*) FROM own_codes').pluck().get();
    assert.equal(own, 1);
  });

  it('take 500 of a workspace’s own', async () => {
    const add = temp.db.prepare("INSERT INTO own_codes VALUES ('stage', ?, ?, 1)");
    for (let at = 0; at < 500; at += 1) add.run(`own:${at}`, String(at));
    await assert.rejects(extend({ list: 'stage', name: '甲' }), failsWith('code-list-full'));
    assert.equal(await extend({ list: 'outcome', name: '甲' }), 'own:甲');
  });

  it('have no markings added to them', () => {
    const input = codeLists['codeLists.extend'].input;
    assert.equal(input.safeParse({ list: 'marking', name: '绝密' }).success, false);
  });

  it('have every code once, with a name in both languages', async () => {
    const { entries } = await codeListsHandlers['codeLists.list'](temp.context, {});
    const named = entries.map(({ list, code }) => `${list} ${code}`);
    assert.equal(new Set(named).size, named.length);
    for (const language of ['zh-CN', 'en'] as const) {
      const names = entries.map(({ list, name, of }) => `${list} ${name[language]} ${String(of)}`);
      assert.equal(new Set(names).size, names.length);
      assert.ok(entries.every(({ name }) => name[language].trim() !== ''));
    }
  });
});

describe('lists of records', () => {
  it('are filtered by what has one of these and one of those', async () => {
    const [first, second, third] = [temp.create(), temp.create('good-practice'), temp.create()];
    await save(first, { charges: ['213'], functions: ['criminal'], marking: 'internal' });
    await save(second, { functions: ['criminal'], rightTypes: ['copyright'] });
    await save(third, { charges: ['217'], rightTypes: ['copyright'] });
    await tag([first, third], ['茶']);
    const where = (...filters: [string, ...string[]][]) =>
      filters.map(([name, ...codes]) => ({
        list: name,
        codes,
      })) as CallInput<'records.list'>['where'];
    const cases: [CallInput<'records.list'>, RecordId[]][] = [
      [{ where: where(['charge', '213', '217']) }, [third, first]],
      [{ where: where(['charge', '213', '217'], ['right-type', 'copyright']) }, [third]],
      [{ where: where(['function', 'criminal']), kinds: ['good-practice'] }, [second]],
      [{ where: where(['tag', '茶']), isDescending: false }, [first, third]],
      [{ where: where(['marking', 'internal']) }, [first]],
      [{ where: where(['charge', '216']) }, []],
      [{ where: where(['charge', '茶']) }, []],
    ];
    for (const [input, expected] of cases) {
      assert.deepEqual(await idsOf(input), expected, JSON.stringify(input));
      assert.equal((await list(input)).total, expected.length);
    }
    await temp.handlers['records.trash'](temp.context, { ids: [first] });
    assert.deepEqual(await idsOf({ where: where(['tag', '茶']) }), [third]);
    assert.deepEqual(await idsOf({ where: where(['tag', '茶']), trashed: true }), [first]);
  });

  it('are sorted by change, creation or the sound of the title, either way', async () => {
    const titles = ['周某某案', '何某甲案', '岑岭茶业案', 'ABC 案', '林某案'];
    const ids = titles.map((title) => temp.create('typical-case', title));
    await save(ids[1] ?? unknownId, undefined, '何某甲案');
    const sorted = async (input: CallInput<'records.list'>) =>
      (await list(input)).items.map(({ title }) => title);
    assert.deepEqual(await sorted({ order: 'title', isDescending: false }), [
      'ABC 案',
      '岑岭茶业案',
      '何某甲案',
      '林某案',
      '周某某案',
    ]);
    assert.deepEqual(await sorted({ order: 'created' }), titles.toReversed());
    assert.equal((await sorted({}))[0], '何某甲案');
    assert.deepEqual(await sorted({ order: 'title', offset: 1, limit: 2 }), ['林某案', '何某甲案']);
  });

  it('count what is on records out of the trash, by kind if asked', async () => {
    const [first, second, gone] = [temp.create(), temp.create('good-practice'), temp.create()];
    for (const id of [first, second, gone]) await save(id, { functions: ['criminal'] });
    await tag([first, gone], ['茶']);
    await temp.handlers['records.trash'](temp.context, { ids: [gone] });
    assert.deepEqual(await marks(), [
      { list: 'function', code: 'criminal', count: 2 },
      { list: 'tag', code: '茶', count: 1 },
    ]);
    const practices = await temp.handlers['records.marks'](temp.context, {
      kinds: ['good-practice'],
      library: 'own',
      trashed: false,
    });
    assert.deepEqual(marksOf(practices.marks), [{ list: 'function', code: 'criminal', count: 1 }]);
  });
});

describe('tags', () => {
  it('are added and taken away without a save, and outlive a save', async () => {
    const [first, second] = [temp.create(), temp.create()];
    await save(first, filled);
    const before = await get(first);
    await tag([first, second], ['重点', '茶']);
    await tag([first], [], ['重点']);
    const after = await get(first);
    assert.deepEqual(
      [after.tags, after.saves, after.changedAt],
      [['茶'], before.saves, before.changedAt],
    );
    assert.deepEqual((await get(second)).tags, ['茶', '重点']);
    await save(first, {});
    assert.deepEqual((await get(first)).tags, ['茶']);
    assert.deepEqual(await idsOf({ where: [{ list: 'tag', codes: ['重点'] }] }), [second]);
  });

  it('are put on all records or on none', async () => {
    const id = temp.create();
    assert.throws(() => tag([id, unknownId], ['茶']), failsWith('record-not-found'));
    assert.deepEqual(await marks(), []);
    await tag(
      [id],
      Array.from({ length: 50 }, (_, at) => `标签${at}`),
    );
    assert.throws(() => tag([id], ['再一个']), failsWith('record-has-too-many-tags'));
    assert.equal((await get(id)).tags.length, 50);
  });

  it('do not keep a sample from being removed', async () => {
    const id = temp.create();
    temp.db.exec('UPDATE records SET is_sample = 1');
    await tag([id], ['茶']);
    assert.equal(removeSamples(temp.db).removed, 1);
    assert.deepEqual(await marks(), []);
  });
});

describe('a duplicate', () => {
  it('has text, fields and tags under another title, and is a record of its own', async () => {
    const id = temp.create();
    await save(id, filled);
    await tag([id], ['茶']);
    const copy = await temp.handlers['records.duplicate'](temp.context, { id, title: '副本' });
    const [one, other] = [await get(id), await get(copy.id)];
    assert.notEqual(copy.id, id);
    assert.deepEqual(
      [other.title, other.saves, other.isSample, other.sourceName],
      ['副本', 1, false, null],
    );
    assert.deepEqual([other.document, other.fields, other.tags], [one.document, filled, ['茶']]);
    await save(copy.id, {});
    assert.deepEqual((await get(id)).fields, filled);
  });

  it('is not made of what lies in the trash', async () => {
    const id = temp.create();
    await temp.handlers['records.trash'](temp.context, { ids: [id] });
    assert.throws(
      () => temp.handlers['records.duplicate'](temp.context, { id, title: '副本' }),
      failsWith('record-in-trash'),
    );
  });
});

describe('looking for a code', () => {
  const found = async (typed: string) => {
    const { entries } = await codeListsHandlers['codeLists.list'](temp.context, {});
    return entries.filter(({ sought }) => sought.includes(typed)).map(({ code }) => code);
  };

  it('finds it by its name in either language, by pinyin and by initials', async () => {
    for (const typed of ['假冒专利', 'counterfeiting patents', 'jiamaozhuanli', 'jmzl']) {
      assert.deepEqual(await found(typed), ['216'], typed);
    }
    await extend({ list: 'charge', name: '非法经营罪' });
    assert.deepEqual(await found('ffjyz'), ['own:非法经营罪']);
  });
});
