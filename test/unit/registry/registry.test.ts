import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { likenessOfOffices, officeKey } from '../../../shared/registry/office-key.ts';
import {
  batchesOf,
  officeColumns,
  readOfficeRow,
} from '../../../shared/registry/read-office-row.ts';
import { regionNamed, regionOfName } from '../../../shared/registry/region-named.ts';
import { csvLine, findColumns } from '../../../shared/tables/columns.ts';
import { regions } from '../../../shared/templates/code-lists/regions.ts';

describe('a region', () => {
  it('is known by its code, its full and its short name in every spelling', () => {
    for (const { code, name } of regions) {
      assert.equal(regionNamed(code), code);
      assert.equal(regionNamed(name['zh-CN']), code);
      assert.equal(regionNamed(` ${name.en} `), code);
    }
    assert.equal(regionNamed('广西'), '450000');
    assert.equal(regionNamed('内蒙古'), '150000');
    assert.equal(regionNamed('32'), '320000');
    assert.equal(regionNamed('新疆'), '650000');
    assert.equal(regionNamed('兵团'), 'bingtuan');
    assert.equal(regionNamed('江岚省'), null);
  });
  it('is read from the name of an office, and the Corps is not Xinjiang', () => {
    assert.equal(regionOfName('江苏省云汀市人民检察院'), '320000');
    assert.equal(regionOfName('重庆市人民检察院第九分院'), '500000');
    assert.equal(regionOfName('新疆生产建设兵团第九十师人民检察院'), 'bingtuan');
    assert.equal(regionOfName('云汀市人民检察院'), null);
  });
});

describe('names of offices', () => {
  it('are the same whatever their width and blanks', () => {
    assert.equal(officeKey('云汀市 人民检察院（示例）'), officeKey('云汀市人民检察院(示例)'));
  });
  it('are alike by their house, not by the words that every name has', () => {
    const card = '江岚省云汀市人民检察院知识产权检察办公室';
    assert.equal(likenessOfOffices(card, '云汀市人民检察院'), 0.9);
    assert.ok(likenessOfOffices(card, '临溪县人民检察院') < 0.45);
    assert.equal(likenessOfOffices(card, card), 1);
  });
});

describe('a table of offices', () => {
  const row = (line: number, ...cells: string[]) => ({ line, cells });
  it('has its heads below a title, in any order, with remarks in brackets', () => {
    const table = findColumns(
      [
        row(1, '联系点名单'),
        row(3, '序号', '电话（办公）', '单 位 名 称', '省份'),
        row(4, '1', '', '云汀', ''),
      ],
      officeColumns,
      ['name'],
    );
    assert.deepEqual(
      [...(table?.columns.of ?? [])],
      [
        ['phone', 1],
        ['name', 2],
        ['region', 3],
      ],
    );
    assert.deepEqual(table?.columns.unknown, ['序号']);
    assert.deepEqual(
      table?.rows.map(({ line }) => line),
      [4],
    );
    assert.equal(findColumns([row(1, '地区', '电话')], officeColumns, ['name']), null);
  });

  const heads = row(1, '单位名称', '地区', '层级', '批次', '示范区', '联系人', '电话');
  const columns = findColumns([heads], officeColumns, ['name'])?.columns;
  const read = (...cells: string[]) => {
    assert.ok(columns !== undefined);
    return readOfficeRow(columns, row(7, ...cells));
  };
  it('says what a row says, and nothing of what it leaves empty', () => {
    assert.deepEqual(
      read(' 云汀市人民检察院 ', '江苏', '市级', '第一批、2024年', '否', '林某；何某甲', '1；2'),
      {
        line: 7,
        fields: {
          name: '云汀市人民检察院',
          region: '320000',
          level: 'city',
          batches: ['2022', '2024'],
          demonstrationZone: '',
          contacts: [
            { name: '林某', phone: '1' },
            { name: '何某甲', phone: '2' },
          ],
        },
      },
    );
    assert.deepEqual(read('江苏省云汀市人民检察院'), {
      line: 7,
      fields: { name: '江苏省云汀市人民检察院', region: '320000' },
    });
  });
  it('is wrong where it cannot be understood, with the cell', () => {
    assert.deepEqual(read('', '江苏'), { line: 7, name: '', problem: 'name-missing', cell: '' });
    assert.partialDeepStrictEqual(read('甲', '江岚'), { problem: 'region-unknown', cell: '江岚' });
    assert.partialDeepStrictEqual(read('甲', '江苏', '乡级'), {
      problem: 'level-unknown',
      cell: '乡级',
    });
    assert.partialDeepStrictEqual(read('甲', '江苏', '', '甲等'), { problem: 'batch-unknown' });
    assert.partialDeepStrictEqual(read('甲'.repeat(101)), { problem: 'text-too-long' });
    assert.partialDeepStrictEqual(read('甲', '江苏', '', '', '', '一;'.repeat(11)), {
      problem: 'contacts-too-many',
    });
  });
  it('names batches in many ways', () => {
    assert.deepEqual(batchesOf('2024, 首批'), ['2022', '2024']);
    assert.deepEqual(batchesOf('其他'), ['other']);
    assert.deepEqual(batchesOf('2022 年、2024 年'), ['2022', '2024']);
    assert.deepEqual(batchesOf('无'), []);
    assert.equal(batchesOf('若干'), null);
  });
});

describe('a line of CSV', () => {
  it('quotes what needs it and disarms formulas', () => {
    assert.equal(csvLine(['a,b', '说“x"y”', '=1+1', -3]), '"a,b","说“x""y”",\'=1+1,-3\r\n');
  });
});
