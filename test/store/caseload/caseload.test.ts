import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { takeCaseload } from '../../../electron/store/caseload/take-caseload.ts';
import type { RegistryId } from '../../../shared/contract/registry.ts';
import { failsWith } from '../../support/failure.ts';
import { enrolOffice, openTempDesk, type TempDesk } from '../../support/temp-desk.ts';

describe('figures at the desk', () => {
  let desk: TempDesk;
  let id: RegistryId;
  before(async () => {
    desk = openTempDesk();
    const fields = {
      level: null,
      batches: [],
      provincial: '',
      demonstrationZone: '',
      contacts: [],
      notes: '',
    };
    ({ id } = await desk.call('registry.create', {
      ...fields,
      name: '云汀市人民检察院',
      region: '320000',
    }));
  });
  after(() => desk.close());
  const periods = async () => (await desk.call('caseload.ofOffice', { officeId: id })).periods;

  it('stand as typed, and none at all takes a period away', async () => {
    await desk.call('caseload.set', {
      officeId: id,
      period: '2026-Q1',
      figures: [{ kind: 'civil', count: 4 }],
    });
    await desk.call('caseload.set', {
      officeId: id,
      period: '2026-Q2',
      figures: [{ kind: 'own:听证', count: 2 }],
    });
    assert.deepEqual(
      (await periods()).map(({ period, origin }) => [period, origin]),
      [
        ['2026-Q2', 'typed'],
        ['2026-Q1', 'typed'],
      ],
    );
    await desk.call('caseload.set', { officeId: id, period: '2026-Q2', figures: [] });
    assert.deepEqual(
      (await periods()).map(({ period }) => period),
      ['2026-Q1'],
    );
    await assert.rejects(
      desk.call('caseload.set', { officeId: id, period: '2026-13', figures: [] }),
      failsWith('input-invalid'),
    );
  });

  it('come in by a pack: under the card until the office is known, then in the place of what was typed', async () => {
    enrolOffice(desk.db, 'card', '云汀市人民检察院知识产权检察办公室');
    const text = 'kind,name,count\ncivil,民事检察监督,9\n';
    const taken = desk.db.transaction(() =>
      takeCaseload(desk.db, () => 5, 'card', '2026-q1', text),
    )();
    assert.deepEqual(taken, { figures: 1 });
    assert.equal((await periods())[0]?.figures[0]?.count, 4);
    await desk.call('registry.link', { id, cardOfficeId: 'card' });
    assert.partialDeepStrictEqual((await periods())[0], {
      origin: 'pack',
      figures: [{ kind: 'civil', count: 9 }],
    });
    takeCaseload(desk.db, () => 6, 'card', '2026-q1', text.replace('9', '10'));
    assert.equal((await periods())[0]?.figures[0]?.count, 10);
    assert.throws(
      () => takeCaseload(desk.db, () => 7, 'card', '2026-q1', text.replace('9', '-1')),
      failsWith('caseload-invalid'),
    );
    assert.throws(
      () => takeCaseload(desk.db, () => 7, 'card', '../x', text),
      failsWith('caseload-invalid'),
    );
    assert.equal((await periods())[0]?.figures[0]?.count, 10);
  });

  it('come in by a table, all of it or nothing', async () => {
    const file = desk.file(
      'figures.csv',
      '办案数据\n序号,单位名称,期间,审查起诉,民事检察监督,涉外案件\n1,云汀市人民检察院,2026年第三季度,"1,204",,3\n2,云汀市人民检察院,,7,,\n3,某某院,2026,1,,\n4,云汀市人民检察院,2026,若干,,\n',
    );
    const preview = await desk.call('caseload.preview', { file, period: '2026-Q2' });
    assert.deepEqual(preview.kinds, ['criminal-prosecution', 'civil', 'own:涉外案件']);
    assert.deepEqual(
      preview.rows.map((row) => [row.line, 'problem' in row ? row.problem : row.period]),
      [
        [3, '2026-Q3'],
        [4, '2026-Q2'],
        [5, 'office-unknown'],
        [6, 'count-wrong'],
      ],
    );
    await assert.rejects(
      desk.call('caseload.import', { file, period: '2026-Q2' }),
      failsWith('table-rows-wrong'),
    );
    assert.equal((await periods()).length, 1);
    const done = await desk.call('caseload.import', {
      file,
      period: '2026-Q2',
      withoutWrong: true,
    });
    assert.deepEqual(done, { taken: 2, unchanged: 0, wrong: 2 });
    assert.deepEqual((await periods())[0]?.figures, [
      { kind: 'criminal-prosecution', count: 1204 },
      { kind: 'own:涉外案件', count: 3 },
    ]);
    assert.deepEqual((await desk.call('caseload.periods', {})).periods[0], {
      period: '2026-Q3',
      offices: 1,
    });
  });
});
