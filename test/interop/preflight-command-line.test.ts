import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { after, test } from 'node:test';
import { requireTools } from '../support/shell.ts';
import { commandLineOf } from '../tour/command-line.ts';

const PASSPHRASE = '望舒区-2026-口令';
const folder = mkdtempSync(join(tmpdir(), 'jianzhi-preflight-cli-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const CASE = `陆小川侵犯著作权案
关键词：侵犯著作权　网络
【基本案情】被告人陆小川开设有声书网站，联系电话13912345678，客服邮箱 help@example.com。
【典型意义】依法惩治网络侵权，陆小川被判处刑罚。
`;

type Looked = { open: number; findings: { id: string; kind: string; text: string }[] };

test('a script sees what is open, is refused, decides by a file, and what leaves is as decided', () => {
  requireTools('age', 'unzip');
  const point = commandLineOf(join(folder, 'point'), PASSPHRASE);
  const desk = commandLineOf(join(folder, 'desk'), PASSPHRASE);
  point('init', '--kind', 'contact-point', '--name', '云汀市人民检察院');
  desk('init', '--kind', 'desk', '--name', '接收端');
  writeFileSync(join(folder, 'case.txt'), CASE);
  point('import', '--as', 'precedent', join(folder, 'case.txt'));
  const id = point<{ items: { id: string }[] }>('list').items[0]?.id ?? '';
  const card = join(folder, 'desk.jzcard');
  const { fingerprint } = desk<{ fingerprint: string }>('card', '--out', card);
  point('enrol', card, '--fingerprint', fingerprint);

  const looked = point<Looked>('preflight', id);
  assert.equal(looked.open, 5);
  assert.deepEqual([...new Set(looked.findings.map(({ kind }) => kind))].toSorted(), [
    'email',
    'mobile',
    'named-party',
  ]);
  const pack = join(folder, 'out.jzpack');
  const write = ['export', '--records', id, '--to', '接收端', '--out', pack];
  assert.throws(() => point(...write), /preflight-open/u);

  const decisions = join(folder, 'decisions.json');
  const rules: object[] = [
    { kind: 'named-party', text: '陆小川', decision: 'pseudonym' },
    { kind: 'email', decision: 'keep', reason: '已公布的客服邮箱' },
  ];
  writeFileSync(decisions, JSON.stringify({ decisions: rules }));
  assert.throws(() => point(...write, '--decisions', decisions), /preflight-open/u);
  assert.equal(point<Looked>('preflight', id).open, 1);
  rules.push({ kind: 'mobile', decision: 'mask' });
  writeFileSync(decisions, JSON.stringify({ decisions: rules }));
  point(...write, '--decisions', decisions);
  // A record that was imported from a text file has none.
  assert.throws(
    () => point(...write.with(-1, join(folder, 'no.jzpack')), '--attachments', id),
    /attachment-not-found/u,
  );
  assert.equal(point<Looked>('preflight', id, '--attachments', 'all').open, 0);

  desk('keys', '--age-identity', join(folder, 'desk.key'), '--yes-write-secret');
  const line =
    'age -d -i desk.key out.jzpack > bag.zip && mkdir bag && cd bag && unzip -q ../bag.zip && cat */data/records/*/record.html */pack.json';
  const opened = spawnSync('sh', ['-ec', line], { cwd: folder, encoding: 'utf8' });
  assert.equal(opened.status, 0, opened.stderr);
  assert.match(
    opened.stdout,
    /被告人陆某开设有声书网站，联系电话×××，客服邮箱 help@example\.com。/u,
  );
  assert.doesNotMatch(opened.stdout, /陆小川|13912345678|已公布的客服邮箱/u);
  assert.ok(readFileSync(pack).length > 1000);
});
