import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { CallInput } from '../../../shared/contract/index.ts';
import type { RegistryId } from '../../../shared/contract/registry.ts';
import { failsWith } from '../../support/failure.ts';
import {
  enrolOffice,
  openTempDesk,
  smallWorkbook,
  type TempDesk,
} from '../../support/temp-desk.ts';

const office = (name: string, change: Partial<CallInput<'registry.create'>> = {}) => ({
  name,
  region: '320000' as const,
  level: null,
  batches: [],
  provincial: '',
  demonstrationZone: '',
  contacts: [],
  notes: '',
  ...change,
});
const names = (page: { items: { name: string }[] }) => page.items.map(({ name }) => name);

describe('the registry of offices', () => {
  let desk: TempDesk;
  let first: RegistryId;
  before(() => (desk = openTempDesk()));
  after(() => desk.close());

  it('belongs to desks and provincial offices alone', async () => {
    const province = openTempDesk('province');
    assert.equal((await province.call('registry.list', {})).total, 0);
    province.close();
    const point = openTempDesk('contact-point');
    await assert.rejects(point.call('registry.list', {}), failsWith('workspace-not-desk'));
    await assert.rejects(point.call('situation.overview', {}), failsWith('workspace-not-desk'));
    await assert.rejects(point.call('designation.board', {}), failsWith('workspace-not-desk'));
    point.close();
  });

  it('takes an office with a name and a region, and no second of that name', async () => {
    ({ id: first } = await desk.call(
      'registry.create',
      office('云汀市人民检察院', { batches: ['2022', '2024'] }),
    ));
    await desk.call(
      'registry.create',
      office('临溪县人民检察院', {
        region: '110000',
        contacts: [{ name: '林某', phone: '0000-1' }],
      }),
    );
    await assert.rejects(
      desk.call('registry.create', office('云汀市 人民检察院')),
      failsWith('registry-name-taken'),
    );
    await assert.rejects(desk.call('registry.create', office(' ')), failsWith('input-invalid'));
    assert.deepEqual(names(await desk.call('registry.list', {})), [
      '临溪县人民检察院',
      '云汀市人民检察院',
    ]);
  });

  it('is found by words, contacts, region, batch and card', async () => {
    const find = async (question: CallInput<'registry.list'>) =>
      names(await desk.call('registry.list', question));
    assert.deepEqual(await find({ text: '林某' }), ['临溪县人民检察院']);
    assert.deepEqual(await find({ text: '江苏 云汀' }), ['云汀市人民检察院']);
    assert.deepEqual(await find({ regions: ['110000'] }), ['临溪县人民检察院']);
    assert.deepEqual(await find({ batches: ['2024'] }), ['云汀市人民检察院']);
    assert.deepEqual(await find({ batches: ['none'] }), ['临溪县人民检察院']);
    assert.deepEqual(await find({ isLinked: true }), []);
    const counts = await desk.call('registry.counts', {});
    assert.deepEqual([counts.total, counts.byBatch['none'], counts.byRegion['320000']], [2, 1, 1]);
  });

  it('keeps a change that somebody else made meanwhile', async () => {
    const { version, ...fields } = await desk.call('registry.get', { id: first });
    const change = { ...office(fields.name), id: first, notes: '甲' };
    await desk.call('registry.save', { ...change, version });
    await assert.rejects(
      desk.call('registry.save', { ...change, notes: '乙', version }),
      failsWith('registry-changed-elsewhere'),
    );
    assert.equal((await desk.call('registry.get', { id: first })).notes, '甲');
  });

  it('suggests which office a card is, and a card is one office only', async () => {
    enrolOffice(desk.db, 'card-1', '江岚省云汀市人民检察院知识产权检察办公室');
    const [card] = (await desk.call('registry.unlinkedCards', {})).items;
    assert.deepEqual(
      card?.suggestions.map(({ name }) => name),
      ['云汀市人民检察院'],
    );
    await desk.call('registry.link', { id: first, cardOfficeId: 'card-1' });
    assert.deepEqual((await desk.call('registry.unlinkedCards', {})).items, []);
    const { id: other } = await desk.call('registry.create', office('折枝市人民检察院'));
    await desk.call('registry.link', { id: other, cardOfficeId: 'card-1' });
    assert.equal((await desk.call('registry.get', { id: first })).cardOfficeId, null);
    await assert.rejects(
      desk.call('registry.link', { id: first, cardOfficeId: 'nobody' }),
      failsWith('recipient-not-enrolled'),
    );
    await desk.call('registry.remove', { ids: [other] });
    await assert.rejects(
      desk.call('registry.get', { id: other }),
      failsWith('registry-office-not-found'),
    );
  });
});

describe('importing a registry', () => {
  let desk: TempDesk;
  before(() => (desk = openTempDesk()));
  after(() => desk.close());
  const table =
    '联系点名单\n单位名称,地区,批次,联系人,电话,序号\n云汀市人民检察院,江苏,2024,林某,0000-1,1\n折枝市人民检察院,浙江省,首批,,,2\n';

  it('shows what is new, takes it in one go and says next time that nothing changed', async () => {
    const file = desk.file('a.csv', table);
    const preview = await desk.call('registry.preview', { file });
    assert.deepEqual(
      preview.rows.map(({ state, line }) => [state, line]),
      [
        ['new', 3],
        ['new', 4],
      ],
    );
    assert.deepEqual(preview.ignored, ['序号']);
    assert.equal((await desk.call('registry.list', {})).total, 0);
    const done = await desk.call('registry.import', { file, digest: preview.digest });
    assert.deepEqual(done, { added: 2, changed: 0, unchanged: 0, wrong: 0 });
    const again = await desk.call('registry.preview', { file });
    assert.deepEqual(
      again.rows.map(({ state }) => state),
      ['unchanged', 'unchanged'],
    );
  });

  it('shows each change, and a cell that is empty changes nothing', async () => {
    const file = desk.file(
      'b.csv',
      '单位名称,地区,批次,联系人,电话,备注\n云汀市人民检察院,,"2022、2024",,,"来信\n两行"\n',
    );
    const preview = await desk.call('registry.preview', { file });
    assert.equal(preview.absent, 1);
    assert.deepEqual(preview.rows, [
      {
        state: 'changed',
        line: 2,
        name: '云汀市人民检察院',
        changes: [
          { field: 'batches', before: '2024', after: '2022、2024' },
          { field: 'notes', before: '', after: '来信\n两行' },
        ],
      },
    ]);
    await desk.call('registry.import', { file });
    const { items } = await desk.call('registry.list', { text: '云汀' });
    assert.deepEqual(items[0]?.contacts, [{ name: '林某', phone: '0000-1' }]);
  });

  it('takes nothing while a row is wrong, unless told to leave it out', async () => {
    const file = desk.file(
      'c.csv',
      '单位,地区,备注\n岑岭市人民检察院,福建,"甲\n乙"\n某某检察院,江岚省,\n岑岭市人民检察院,福建,\n甲某院,,\n',
    );
    const { rows } = await desk.call('registry.preview', { file });
    assert.deepEqual(
      rows.map((row) => [row.line, row.state, 'problem' in row ? row.problem : '']),
      [
        [2, 'new', ''],
        [4, 'wrong', 'region-unknown'],
        [5, 'wrong', 'name-twice'],
        [6, 'wrong', 'region-missing'],
      ],
    );
    await assert.rejects(desk.call('registry.import', { file }), failsWith('table-rows-wrong'));
    assert.equal((await desk.call('registry.list', { text: '岑岭' })).total, 0);
    const done = await desk.call('registry.import', { file, withoutWrong: true });
    assert.deepEqual([done.added, done.wrong], [1, 3]);
  });

  it('does not take a file that is another than the one shown', async () => {
    const file = desk.file('d.csv', '单位,地区\n甲县人民检察院,福建\n');
    const { digest } = await desk.call('registry.preview', { file });
    desk.file('d.csv', '单位,地区\n乙县人民检察院,福建\n');
    await assert.rejects(
      desk.call('registry.import', { file, digest }),
      failsWith('table-file-changed'),
    );
  });

  it('reads GB 18030, tabs, and workbooks with gaps, hidden sheets and telephone numbers as numbers', async () => {
    const gb = Buffer.from(
      'b5a5cebbc3fbb3c609b5d8c7f80ad4c6cda1cad0c8cbc3f1bcecb2ecd4ba09bdadcbd50a',
      'hex',
    );
    const one = await desk.call('registry.preview', { file: desk.file('gb.csv', gb) });
    assert.deepEqual(one.rows, [{ state: 'unchanged', line: 2, name: '云汀市人民检察院' }]);
    const book = await smallWorkbook([
      ['名单'],
      ['单位名称', '地区', '联系人', '电话'],
      ['汐桥区人民检察院', '广东 & 省', null, 1],
      ['望舒区人民检察院', '广东', '何某甲', 13800000000],
    ]);
    const file = desk.file('book.xlsx', book);
    const { rows } = await desk.call('registry.preview', { file });
    assert.deepEqual(
      rows.map(({ line, state }) => [line, state]),
      [
        [3, 'wrong'],
        [4, 'new'],
      ],
    );
    await desk.call('registry.import', { file, withoutWrong: true });
    const { items } = await desk.call('registry.list', { text: '望舒' });
    assert.deepEqual(items[0]?.contacts, [{ name: '何某甲', phone: '13800000000' }]);
  });

  it('refuses old workbooks, no tables, tables without a name and too many rows, each by its code', async () => {
    const refuses = async (content: string | Uint8Array, code: Parameters<typeof failsWith>[0]) =>
      assert.rejects(
        desk.call('registry.preview', { file: desk.file('x', content) }),
        failsWith(code),
      );
    await refuses(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'table-file-old');
    await refuses(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'table-file-damaged');
    await refuses(Uint8Array.of(0, 1, 2, 255, 254), 'table-file-damaged');
    await refuses('地区,电话\n江苏,1\n', 'table-columns-missing');
    await refuses('', 'table-columns-missing');
    await refuses(`单位,地区\n${'甲,江苏\n'.repeat(5001)}`, 'table-file-too-large');
    await refuses(Buffer.alloc(10 * 1024 ** 2 + 1, 'a'), 'table-file-too-large');
    const bomb = await smallWorkbook([['单位', 'x'.repeat(25 * 1024 ** 2)]]);
    await refuses(bomb, 'table-file-too-large');
  });

  it('goes out as a file that comes in again without a change', async () => {
    const file = path.join(desk.folder, 'out.csv');
    const { exported } = await desk.call('registry.export', { file });
    assert.ok(exported > 3);
    assert.ok(readFileSync(file, 'utf8').startsWith('\ufeff单位名称,地区,层级,批次,'));
    const { rows, ignored } = await desk.call('registry.preview', { file });
    assert.deepEqual(new Set(rows.map(({ state }) => state)), new Set(['unchanged']));
    assert.deepEqual(ignored, []);
    await assert.rejects(desk.call('registry.export', { file }), failsWith('file-exists'));
    const { items } = await desk.call('audit.list', { action: 'registry-exported' });
    assert.equal(items[0]?.detail['offices'], exported);
  });

  it('has samples that go as they came, but for one that somebody changed', async () => {
    const { added } = await desk.call('registry.addSamples', {});
    assert.equal((await desk.call('registry.addSamples', {})).added, 0);
    const { items } = await desk.call('registry.list', { text: '示例 云汀' });
    const [sample] = items;
    assert.ok(sample !== undefined);
    const { cardOfficeId: _card, isSample: _is, changedAt: _at, ...fields } = sample;
    await desk.call('registry.save', { ...fields, notes: '改过' });
    assert.deepEqual(await desk.call('registry.removeSamples', {}), {
      removed: added - 1,
      kept: 1,
    });
    assert.equal(
      desk.db.prepare('SELECT count(DISTINCT office_id) FROM caseload_figures').pluck().get(),
      1,
    );
  });
});
