import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { requireTools, shell } from '../support/shell.ts';
import { commandLineOf } from '../tour/command-line.ts';

const PASSPHRASE = '望舒区-2026-口令';
const folder = mkdtempSync(join(tmpdir(), 'jianzhi-documents-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const SENTENCE =
  '云汀市人民检察院在办理岑岭茶叶地理标志案件中依法审查逮捕并引导侦查机关围绕茶叶来源包装物流向补充固定证据，';
const CASE = `陆小川侵犯著作权案
关键词：侵犯著作权　网络
【基本案情】被告人陆小川开设有声书网站，联系电话13912345678。${SENTENCE.repeat(40)}
【典型意义】2025年3月，依法惩治网络侵权——陆小川被判处刑罚。${SENTENCE.repeat(6)}
`;

test('LibreOffice sets a document of ours as the standard wants it, and nothing that stays is in it', () => {
  requireTools('soffice', 'pdftotext', 'pdfinfo', 'unzip');
  const point = commandLineOf(join(folder, 'point'), PASSPHRASE);
  point('init', '--kind', 'contact-point', '--name', '云汀市人民检察院', '--as', '林某');
  writeFileSync(join(folder, 'case.txt'), CASE);
  point('import', '--profile', '林某', '--as', 'typical-case', join(folder, 'case.txt'));
  const id = point<{ items: { id: string }[] }>('list').items[0]?.id ?? '';
  const out = join(folder, 'case.docx');
  const write = ['document', id, '--out', out, '--date', '2026-11-03'];
  assert.throws(() => point(...write), /not-approved/u);
  point('approve', id, '--as', '林某');
  assert.throws(() => point(...write), /preflight-open/u);
  const decisions = join(folder, 'decisions.json');
  const rules = [{ decision: 'pseudonym' }, { decision: 'mask' }];
  writeFileSync(
    decisions,
    JSON.stringify({
      decisions: rules.flatMap((rule) =>
        ['named-party', 'mobile'].map((kind) => ({ kind, ...rule })),
      ),
    }),
  );
  const made = point<{ records: number }>(...write, '--decisions', decisions);
  assert.equal(made.records, 1);

  shell(
    folder,
    'soffice --headless -env:UserInstallation=file://$PWD/office --convert-to pdf case.docx',
  );
  const info = shell(folder, 'pdfinfo case.pdf');
  assert.match(info, /Page size:\s+595(?:\.\d+)? x 841(?:\.\d+)? pts \(A4\)/u);
  assert.doesNotMatch(info, /林某|Author/u);
  const pages = readPages();
  const [first = [], second = [], third = []] = pages;
  assert.match(first.join('\n'), /陆某侵犯著作权案\s+关键词：侵犯著作权/u);
  assert.match(first.join('\n'), /一、基本案情/u);
  assert.equal(second.length, 23, second.join('\n'));
  for (const line of second.slice(1, 22)) {
    const { length } = Array.from(line.trim());
    assert.ok(length >= 27 && length <= 29, `${length}: ${line}`);
  }
  assert.match(second.at(-1) ?? '', /^ {0,3}—\s*2\s*—$/u);
  assert.match(third.at(-1) ?? '', /^ {12,}—\s*3\s*—$/u);
  const whole = pages.flat().join('\n');
  assert.match(whole, /二、典型意义/u);
  assert.match(whole, /云汀市人民检察院\s+2026\s*年\s*11\s*月\s*3\s*日/u);
  const raw = shell(
    folder,
    'mkdir raw && cd raw && unzip -q ../case.docx && cat $(find . -type f)',
  );
  for (const text of [whole, raw, info]) assert.doesNotMatch(text, /陆小川|13912345678|林某/u);
  assert.equal(shell(folder, 'ls raw').trim().split('\n').includes('docProps'), false);
});

/** The lines of each page that have anything on them. */
function readPages(): string[][] {
  shell(folder, 'pdftotext -layout case.pdf case.txt.out');
  return readFileSync(join(folder, 'case.txt.out'), 'utf8')
    .split('\f')
    .map((page) => page.split('\n').filter((line) => line.trim() !== ''));
}
