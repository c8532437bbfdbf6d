import { fold } from '../text/fold.ts';
import { cellOf, type Columns, type TableRow } from '../tables/columns.ts';
import {
  officeLimits,
  type OfficeBatch,
  type OfficeContact,
  type OfficeFields,
  type OfficeLevel,
} from './office-fields.ts';
import { regionNamed, regionOfName } from './region-named.ts';

export type OfficeColumn =
  | 'name'
  | 'region'
  | 'level'
  | 'batch'
  | 'provincial'
  | 'zone'
  | 'contact'
  | 'phone'
  | 'notes';

/** The words that may stand over a column. The first is what an export writes. */
export const officeColumns: Readonly<Record<OfficeColumn, readonly string[]>> = {
  name: [
    '单位名称',
    '单位',
    '名称',
    '检察院',
    '联系点',
    '联系点名称',
    '办案联系点',
    'name',
    'office',
  ],
  region: [
    '地区',
    '省份',
    '省级行政区',
    '省市区',
    '省',
    '所属省份',
    '所在省份',
    '区域',
    'region',
    'province',
  ],
  level: ['层级', '级别', '院级', 'level'],
  batch: ['批次', '命名批次', '确定批次', '批', 'batch'],
  provincial: ['省级院', '上级院', '上级单位', '所属省级院', 'provincial', 'provincial office'],
  zone: [
    '示范区',
    '知识产权示范区',
    '知识产权保护示范区',
    '国家知识产权保护示范区',
    'zone',
    'demonstration zone',
  ],
  contact: ['联系人', '联络员', '联系人姓名', 'contact', 'contacts'],
  phone: ['电话', '联系电话', '联系方式', '手机', '办公电话', 'phone', 'phones'],
  notes: ['备注', '说明', 'notes', 'remarks'],
};

/** Why a row cannot be taken. */
export type RowProblem =
  | 'name-missing'
  | 'name-twice'
  | 'region-missing'
  | 'region-unknown'
  | 'level-unknown'
  | 'batch-unknown'
  | 'text-too-long'
  | 'contacts-too-many';

/** What a row says of an office; a cell that is empty or not there says nothing, and changes nothing. */
export type ReadOffice =
  | { line: number; fields: Partial<OfficeFields> & { name: string } }
  | { line: number; name: string; problem: RowProblem; cell: string };

const levels: Readonly<Record<string, OfficeLevel>> = {
  province: 'province',
  provincial: 'province',
  省级: 'province',
  省: 'province',
  省院: 'province',
  省级院: 'province',
  city: 'city',
  市级: 'city',
  市: 'city',
  地市级: 'city',
  设区的市级: 'city',
  市院: 'city',
  市级院: 'city',
  county: 'county',
  区级: 'county',
  县级: 'county',
  县区级: 'county',
  区县级: 'county',
  基层: 'county',
  基层院: 'county',
  区: 'county',
  县: 'county',
  branch: 'branch',
  分院: 'branch',
  division: 'division',
  派出院: 'division',
  派出检察院: 'division',
  片区院: 'division',
};
const none = new Set([
  '否',
  '无',
  '不是',
  '未',
  'no',
  'none',
  'false',
  '0',
  '×',
  'x',
  '-',
  '—',
  '/',
]);

export function readOfficeRow(columns: Columns<OfficeColumn>, row: TableRow): ReadOffice {
  const name = tidy(cellOf(columns, row, 'name') ?? '');
  const wrong = (problem: RowProblem, cell = ''): ReadOffice => ({
    line: row.line,
    name,
    problem,
    cell: cell.slice(0, 80),
  });
  if (name === '') return wrong('name-missing');
  if (name.length > officeLimits.name) return wrong('text-too-long', name);
  const cell = (field: OfficeColumn) => tidy(cellOf(columns, row, field) ?? '');
  const fields: Partial<OfficeFields> & { name: string } = { name };

  const regionCell = cell('region');
  const region = regionCell === '' ? regionOfName(name) : regionNamed(regionCell);
  if (region === null && regionCell !== '') return wrong('region-unknown', regionCell);
  if (region !== null) fields.region = region;

  const level = cell('level');
  if (level !== '') {
    const known = levels[level.toLowerCase()];
    if (known === undefined) return wrong('level-unknown', level);
    fields.level = known;
  }
  const batch = cell('batch');
  if (batch !== '') {
    const batches = batchesOf(batch);
    if (batches === null) return wrong('batch-unknown', batch);
    fields.batches = batches;
  }
  const provincial = cell('provincial');
  if (provincial !== '') fields.provincial = provincial;
  const zone = cell('zone');
  if (zone !== '') fields.demonstrationZone = none.has(zone.toLowerCase()) ? '' : zone;
  const contacts = contactsOf(
    cellOf(columns, row, 'contact') ?? '',
    cellOf(columns, row, 'phone') ?? '',
  );
  if (contacts.length > officeLimits.contacts) return wrong('contacts-too-many');
  if (contacts.length > 0) fields.contacts = contacts;
  const notes = (cellOf(columns, row, 'notes') ?? '').trim();
  if (notes !== '') fields.notes = notes;

  const tooLong = [
    provincial.length > officeLimits.name && provincial,
    zone.length > officeLimits.zone && zone,
    notes.length > officeLimits.notes && notes,
    contacts.some(
      ({ name: who, phone }) => Math.max(who.length, phone.length) > officeLimits.contact,
    ) && cell('contact') + cell('phone'),
  ].find((text) => typeof text === 'string');
  if (typeof tooLong === 'string') return wrong('text-too-long', tooLong);
  return { line: row.line, fields };
}

/** 2022, 2024, 第一批, 第二批, 其他; several after one another. Null: something else stands there. */
export function batchesOf(text: string): OfficeBatch[] | null {
  const found = new Set<OfficeBatch>();
  // “2024 年” is one word.
  const words = fold(text).replaceAll(/(\d)\s+年/gu, '$1年');
  for (const part of words.split(/[,，、;；/\s和及]+/u).filter(Boolean)) {
    const plain = part.replace(/^\(?/u, '').replace(/\)?$/u, '');
    if (none.has(plain)) continue;
    if (/^(?:2022年?|2022年3月|第一批|首批|1)(?:批)?$/u.test(plain)) found.add('2022');
    else if (/^(?:2024年?|2024年4月|第二批|2)(?:批)?$/u.test(plain)) found.add('2024');
    else if (/^(?:其他|其它|other|第[三四五六七八九十]批|20\d\d年?)$/u.test(plain))
      found.add('other');
    else return null;
  }
  return [...found].toSorted();
}

/** Names and telephones stand in the same order, several parted by semicolons or lines. */
export function contactsOf(names: string, phones: string): OfficeContact[] {
  const [who, where] = [parts(names), parts(phones)];
  return Array.from({ length: Math.max(who.length, where.length) }, (_, at) => ({
    name: who[at] ?? '',
    phone: where[at] ?? '',
  })).filter(({ name, phone }) => name !== '' || phone !== '');
}

const parts = (text: string) => {
  const all = text.split(/[;；\n]/u).map(tidy);
  while (all.at(-1) === '') all.pop();
  return all;
};

function tidy(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}
