import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'jianzhi-review-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const [ONE, TWO] = ['望舒区-2026-口令', '临溪县-2026-口令'];

function run(args: string[], office: string, passphrase = ONE) {
  return spawnSync(
    process.execPath,
    [resolve('electron/cli/index.ts'), ...args, '--workspace', join(folder, office), '--json'],
    {
      encoding: 'utf8',
      env: { ...process.env, JIANZHI_PASSPHRASE: passphrase, JIANZHI_NEW_PASSPHRASE: TWO },
    },
  );
}

function answer<T>(args: string[], office: string, passphrase = ONE): T {
  const result = run(args, office, passphrase);
  assert.equal(result.status, 0, result.stderr);
  return JSON.parse(result.stdout) as T;
}

function refusal(args: string[], office: string, passphrase = ONE): string {
  const result = run(args, office, passphrase);
  assert.equal(result.status, 1, result.stdout);
  return result.stderr.split('\n').at(0) ?? '';
}

function shell(line: string, cwd: string): void {
  const result = spawnSync('sh', ['-ec', line], { cwd, encoding: 'utf8' });
  assert.equal(result.status, 0, `${line}\n${result.stdout}${result.stderr}`);
}

test('what is not approved does not leave; minisign and sha256sum verify what was approved, by whom', () => {
  const file = join(folder, 'case.txt');
  writeFileSync(file, '蓝杉公司商标案\n【基本案情】何某甲使用“岑岭”标识。\n');
  answer(['init', '--kind', 'contact-point', '--name', '云汀市人民检察院'], 'point');
  answer(['init', '--kind', 'desk', '--name', '接收端'], 'desk');
  answer(['import', '--as', 'typical-case', file], 'point');
  const { items } = answer<{ items: { id: string }[] }>(['list'], 'point');
  const id = items[0]?.id ?? '';
  const { fingerprint } = answer<{ fingerprint: string }>(
    ['card', '--out', join(folder, 'desk.jzcard')],
    'desk',
  );
  answer(['enrol', join(folder, 'desk.jzcard'), '--fingerprint', fingerprint], 'point');
  const write = ['export', '--records', id, '--to', '接收端', '--out'];
  assert.equal(refusal([...write, join(folder, 'a.jzpack')], 'point'), 'not-approved');

  const proof = join(folder, 'proof');
  const { approved } = answer<{ approved: { profileName: string; sha256: string }[] }>(
    ['approve', id, '--as', '林某', '--comment', '可以报送', '--out', proof],
    'point',
  );
  assert.equal(approved[0]?.profileName, '林某');
  shell('minisign -V -p approval.pub -m approval.json', proof);
  shell(`echo "${approved[0].sha256}  record.json" | sha256sum -c`, proof);
  const record = JSON.parse(readFileSync(join(proof, 'record.json'), 'utf8')) as { id: string };
  assert.equal(record.id, id);
  answer([...write, join(folder, 'a.jzpack')], 'point');
});

test('two people share a workspace: each opens it as themselves, and one approves what the other sent', () => {
  answer(['profiles', 'add', '周某某', '--as', '林某'], 'point');
  assert.equal(refusal(['list'], 'point'), 'profile-unknown');
  assert.equal(refusal(['list', '--as', '周某某'], 'point'), 'passphrase-wrong');
  const file = join(folder, 'second.txt');
  writeFileSync(file, '折枝公司著作权案\n【基本案情】柯某某未经许可复制有声书。\n');
  answer(['import', '--as', 'typical-case', file, '--profile', '周某某'], 'point', TWO);
  const { items } = answer<{ items: { id: string; title: string }[] }>(
    ['list', '--as', '林某'],
    'point',
  );
  const id = items.find(({ title }) => title.includes('折枝'))?.id ?? '';
  const approve = ['approve', id, '--as'];
  assert.equal(refusal([...approve, '周某某'], 'point', TWO), 'profile-not-reviewer');
  assert.equal(refusal([...approve, '林某'], 'point'), 'status-not-allowed');
  answer(['status', id, '--to', 'in-review', '--as', '周某某'], 'point', TWO);
  answer([...approve, '林某'], 'point');
  const [shown] = answer<{ steps: { after: string; isSignatureRight: boolean | null }[] }[]>(
    ['status', id, '--as', '林某'],
    'point',
  );
  assert.deepEqual(
    shown?.steps.map(({ after: to, isSignatureRight }) => [to, isSignatureRight]),
    [
      ['approved', true],
      ['in-review', null],
    ],
  );
  answer(['profiles', 'remove', '周某某', '--as', '林某'], 'point');
  assert.equal(refusal(['list', '--as', '周某某'], 'point', TWO), 'profile-unknown');
  answer(['audit', 'verify'], 'point');
});
