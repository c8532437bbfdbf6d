import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { commandLineOf } from '../tour/command-line.ts';
import { requireTools, shell } from '../support/shell.ts';

const folder = mkdtempSync(join(tmpdir(), 'jianzhi-cli-registry-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const desk = commandLineOf(join(folder, 'desk'), '望舒区-2026-口令');
type Items = { items: { name: string; region: string; contacts: unknown[] }[] };
const table =
  '单位名称,地区,层级,批次,联系人,电话\n云汀市人民检察院,江苏,市级,2024,林某,0000-0000001\n临溪县人民检察院,浙江,区县级,首批,,\n';

before(() => {
  desk('init', '--kind', 'desk', '--name', '知识产权检察厅');
});

test('a registry goes in through the command line, is listed, and goes out as it came', () => {
  const [inFile, outFile] = [join(folder, 'in.csv'), join(folder, 'out.csv')];
  writeFileSync(inFile, `${table}某某院,江岚省,,,,\n`);
  const preview = desk<{ rows: { state: string; line: number }[] }>(
    'registry',
    'import',
    inFile,
    '--preview',
  );
  assert.deepEqual(
    preview.rows.map(({ state, line }) => `${line} ${state}`),
    ['2 new', '3 new', '4 wrong'],
  );
  assert.throws(() => desk('registry', 'import', inFile), /table-rows-wrong/u);
  assert.deepEqual(desk<Items>('registry', 'list').items, []);
  assert.deepEqual(desk('registry', 'import', inFile, '--without-wrong'), {
    added: 2,
    changed: 0,
    unchanged: 0,
    wrong: 1,
  });
  const { items } = desk<Items>('registry', 'list');
  assert.deepEqual(
    items.map(({ name, region }) => `${region} ${name}`),
    ['320000 云汀市人民检察院', '330000 临溪县人民检察院'],
  );
  assert.deepEqual(desk('registry', 'export', outFile), { exported: 2 });
  assert.match(
    readFileSync(outFile, 'utf8'),
    /云汀市人民检察院,江苏省,市级,2024 年,,,林某,0000-0000001,\r\n/u,
  );
});

test('a workbook that LibreOffice wrote says the same as the table it was made of', () => {
  requireTools('soffice');
  writeFileSync(join(folder, 'book.csv'), table);
  shell(
    folder,
    'soffice --headless -env:UserInstallation=file://$PWD/office --infilter="CSV:44,34,UTF8" --convert-to xlsx book.csv',
  );
  const preview = desk<{ rows: { state: string }[]; ignored: string[] }>(
    'registry',
    'import',
    join(folder, 'book.xlsx'),
    '--preview',
  );
  assert.deepEqual(
    preview.rows.map(({ state }) => state),
    ['unchanged', 'unchanged'],
  );
  assert.deepEqual(preview.ignored, []);
});
