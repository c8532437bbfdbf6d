import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { RegistryId } from '../../../shared/contract/registry.ts';
import { failsWith } from '../../support/failure.ts';
import { openTempDesk, type TempDesk } from '../../support/temp-desk.ts';

describe('the designation board', () => {
  let desk: TempDesk;
  const ids: RegistryId[] = [];
  const idAt = (index: number): RegistryId => {
    const id = ids[index];
    assert.ok(id !== undefined);
    return id;
  };
  before(async () => {
    desk = openTempDesk();
    const fields = { provincial: '', contacts: [], notes: '' };
    for (const [name, region, level, batches, demonstrationZone, figures] of [
      [
        '云汀市人民检察院',
        '320000',
        'city',
        [],
        '云汀示范区',
        { civil: 10, 'public-interest': 30 },
      ],
      ['望舒区人民检察院', '320000', 'county', ['2024'], '', { 'criminal-prosecution': 80 }],
      ['临溪县人民检察院', '330000', 'county', [], '', null],
      ['江岚省人民检察院', '320000', 'province', [], '', { civil: 400 }],
    ] as const) {
      const { id } = await desk.call('registry.create', {
        ...fields,
        name,
        region,
        level,
        batches: [...batches],
        demonstrationZone,
      });
      ids.push(id);
      if (figures === null) continue;
      const list = Object.entries(figures).map(([kind, count]) => ({ kind, count }));
      await desk.call('caseload.set', { officeId: id, period: '2025', figures: list });
    }
  });
  after(() => desk.close());
  const names = async (question: object = {}) =>
    (await desk.call('designation.board', question)).items.map(({ name }) => name);

  it('shows every factor as itself beside the parts of the sum, and no provincial office', async () => {
    const { items, period } = await desk.call('designation.board', {});
    assert.equal(period, '2025');
    const one = items.find(({ name }) => name === '云汀市人民检察院');
    assert.deepEqual(one?.values, {
      caseload: 40,
      comprehensive: 2,
      demonstration: true,
      province: 400,
      coverage: 1,
    });
    assert.deepEqual(one?.parts, {
      caseload: 0.5,
      comprehensive: 0.5,
      demonstration: 1,
      province: 1,
      coverage: 0.5,
    });
    assert.equal(one?.sum, 3.5);
    const unknown = items.find(({ name }) => name === '临溪县人民检察院');
    assert.deepEqual(unknown?.values, {
      caseload: null,
      comprehensive: null,
      demonstration: false,
      province: null,
      coverage: 0,
    });
  });

  it('stands by region, and by a sum only if asked', async () => {
    assert.deepEqual(await names(), ['望舒区人民检察院', '云汀市人民检察院', '临溪县人民检察院']);
    assert.deepEqual(await names({ order: 'sum' }), [
      '云汀市人民检察院',
      '望舒区人民检察院',
      '临溪县人民检察院',
    ]);
    assert.deepEqual(await names({ show: 'without-batch' }), [
      '云汀市人民检察院',
      '临溪县人民检察院',
    ]);
    assert.deepEqual(await names({ text: '临溪' }), ['临溪县人民检察院']);
  });

  it('sums anew with other weights', async () => {
    const weights = { caseload: 10, comprehensive: 0, demonstration: 0, province: 0, coverage: 0 };
    await desk.call('designation.change', { weights });
    assert.deepEqual(await names({ order: 'sum' }), [
      '望舒区人民检察院',
      '云汀市人民检察院',
      '临溪县人民检察院',
    ]);
    await assert.rejects(
      desk.call('designation.change', { weights: { ...weights, caseload: 11 } }),
      failsWith('input-invalid'),
    );
  });

  it('says which regions the choice leaves uncovered, points that are there counted or not', async () => {
    const uncovered = async () => (await desk.call('designation.board', {})).uncovered;
    assert.equal((await uncovered()).length, 31);
    await desk.call('designation.change', { countsPoints: false });
    assert.equal((await uncovered()).length, 32);
    await desk.call('designation.choose', { ids: [idAt(0), idAt(2)], isChosen: true });
    assert.equal((await uncovered()).length, 30);
    await desk.call('designation.choose', { ids: [idAt(0)], isChosen: false });
    assert.deepEqual((await uncovered()).includes('320000'), true);
  });

  it('records a decision with reasons as it was, for good, and begins anew', async () => {
    await assert.rejects(
      desk.call('designation.decide', { name: '增补', reasons: ' ' }),
      failsWith('designation-reasons-missing'),
    );
    await desk.call('designation.change', {
      weights: { caseload: 10, comprehensive: 3, demonstration: 0, province: 0, coverage: 1 },
    });
    await desk.call('designation.note', { id: idAt(2), note: '=填补空白' });
    const { id } = await desk.call('designation.decide', { name: '增补', reasons: '填补浙江空白' });
    assert.deepEqual(await names({ show: 'chosen' }), []);
    await assert.rejects(
      desk.call('designation.decide', { name: '增补', reasons: '无' }),
      failsWith('designation-none-chosen'),
    );
    await desk.call('registry.remove', { ids: [idAt(2)] });
    const { items } = await desk.call('designation.decisions', {});
    assert.partialDeepStrictEqual(items[0], {
      name: '增补',
      reasons: '填补浙江空白',
      chosen: 1,
      candidates: 3,
      uncovered: 31,
    });
    const [line] = (await desk.call('audit.list', { action: 'designation-decided' })).items;
    assert.equal(line?.subject, id);
    assert.match(String(line?.detail['sha256']), /^[0-9a-f]{64}$/u);
    const file = path.join(desk.folder, 'board.csv');
    await desk.call('designation.export', { id, file });
    const text = readFileSync(file, 'utf8');
    assert.match(text, /临溪县人民检察院,浙江省,.*,是,'=填补空白\r\n/u);
    assert.match(text, /办案量 × 10/u);
    await assert.rejects(
      desk.call('designation.export', {
        id: '01930000-0000-7000-8000-000000000000' as typeof id,
        file,
      }),
      failsWith('designation-not-found'),
    );
  });
});
