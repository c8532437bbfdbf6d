import type { Database } from 'better-sqlite3';
import { OfficeFields, RegionCode } from '../../../shared/contract/registry.ts';
import { officeKey } from '../../../shared/registry/office-key.ts';
import { monthAt } from '../../../shared/caseload/period.ts';
import { removeFigures, setFigures } from '../caseload/figures.ts';
import { insertOffice } from './office-row.ts';

/** An office that there is not: name, region, level, batches, zone, and figures of a year by kind. */
type Sample = [
  name: string,
  region: string,
  level: OfficeFields['level'],
  batches: OfficeFields['batches'],
  zone: string,
  figures:
    | readonly [
        arrest: number,
        prosecution: number,
        civil: number,
        administrative: number,
        publicInterest: number,
      ]
    | null,
];

/**
 * The invented province of 江岚 has no code, so that its offices stand where the country has room for them on paper: the samples are
 * spread over real codes with invented names, and some regions stay without anybody, as a gap to be seen.
 */
const samples: readonly Sample[] = [
  ['江岚省人民检察院（示例）', '320000', 'province', [], '', [820, 1310, 46, 21, 38]],
  [
    '云汀市人民检察院（示例）',
    '320000',
    'city',
    ['2022', '2024'],
    '云汀知识产权保护示范区',
    [112, 184, 9, 4, 7],
  ],
  ['望舒区人民检察院（示例）', '320000', 'county', ['2024'], '', [38, 61, 2, 0, 3]],
  ['临溪县人民检察院（示例）', '330000', 'county', ['2024'], '', [17, 25, 0, 0, 1]],
  ['折枝市人民检察院（示例）', '330000', 'city', ['2022'], '折枝知识产权强市', [74, 120, 5, 2, 2]],
  [
    '汐桥区人民检察院（示例）',
    '440000',
    'county',
    ['2024'],
    '汐桥知识产权保护示范区',
    [96, 158, 3, 1, 0],
  ],
  ['岑岭市人民检察院（示例）', '350000', 'city', ['2024'], '', [41, 66, 4, 2, 9]],
  [
    '蓝杉片区人民检察院（示例）',
    '310000',
    'division',
    ['2022', '2024'],
    '蓝杉知识产权保护示范区',
    [88, 132, 7, 3, 4],
  ],
  ['北渚市人民检察院第四分院（示例）', '110000', 'branch', ['2024'], '', [25, 47, 12, 8, 2]],
  ['雾江市人民检察院（示例）', '500000', 'branch', ['2024'], '', null],
  ['青屿区人民检察院（示例）', '370000', 'county', [], '青屿知识产权保护示范区', [52, 79, 1, 0, 2]],
  ['石梁县人民检察院（示例）', '530000', 'county', [], '', [9, 14, 0, 1, 5]],
  ['白鹭市人民检察院（示例）', '430000', 'city', [], '', [33, 58, 2, 1, 1]],
  ['远汀垦区人民检察院（示例）', 'bingtuan', 'branch', ['2024'], '', [6, 11, 0, 0, 1]],
];

/** See `registry.addSamples`. Figures are of the year before. */
export function addSampleOffices(db: Database, now: number): number {
  const year = String(Number(monthAt(now).slice(0, 4)) - 1);
  const isThere = db.prepare('SELECT 1 FROM registry_offices WHERE name_key = ?').pluck();
  const add = db.transaction(() => {
    const fresh = samples.filter(([name]) => isThere.get(officeKey(name)) === undefined);
    for (const [name, region, level, batches, zone, figures] of fresh) {
      const isIn = region === '320000' && level !== 'province';
      const fields = OfficeFields.parse({
        name,
        region: RegionCode.parse(region),
        level,
        batches,
        provincial: isIn ? '江岚省人民检察院（示例）' : '',
        demonstrationZone: zone,
        contacts: name.startsWith('云汀') ? [{ name: '林某', phone: '0000-0000000' }] : [],
        notes: '',
      });
      const id = insertOffice(db, fields, now, true);
      if (figures === null) continue;
      const [arrest, prosecution, civil, administrative, publicInterest] = figures;
      setFigures(db, id, year, 'typed', now, [
        { kind: 'criminal-arrest', count: arrest },
        { kind: 'criminal-prosecution', count: prosecution },
        { kind: 'civil', count: civil },
        { kind: 'administrative', count: administrative },
        { kind: 'public-interest', count: publicInterest },
      ]);
    }
    return fresh.length;
  });
  return add.immediate();
}

/** See `registry.removeSamples`. What somebody changed is theirs, and stays as an office like others. */
export function removeSampleOffices(db: Database): { removed: number; kept: number } {
  const remove = db.transaction(() => {
    const ids = db
      .prepare(
        'SELECT id FROM registry_offices WHERE is_sample = 1 AND version = 1 AND card_office_id IS NULL',
      )
      .pluck()
      .all() as string[];
    const drop = db.prepare('DELETE FROM registry_offices WHERE id = ?');
    for (const id of ids) {
      removeFigures(db, id);
      drop.run(id);
    }
    const kept = db.prepare('UPDATE registry_offices SET is_sample = 0 WHERE is_sample = 1').run();
    return { removed: ids.length, kept: kept.changes };
  });
  return remove.immediate();
}
