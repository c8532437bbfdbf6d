import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'jianzhi-two-computers-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function run(args: string[], office: string) {
  return spawnSync(
    process.execPath,
    [resolve('electron/cli/index.ts'), ...args, '--workspace', join(folder, office), '--json'],
    { encoding: 'utf8', env: { ...process.env, JIANZHI_PASSPHRASE: '望舒区-2026-口令' } },
  );
}
function answer<T>(args: string[], office: string): T {
  const result = run(args, office);
  assert.equal(result.status, 0, result.stderr);
  return JSON.parse(result.stdout) as T;
}
function shell(line: string, cwd: string): string {
  const result = spawnSync('sh', ['-ec', line], { cwd, encoding: 'utf8' });
  assert.equal(result.status, 0, `${line}\n${result.stdout}${result.stderr}`);
  return result.stdout;
}

test('a record goes to a colleague’s computer, is approved there as them, and comes back approved; sha256sum and minisign verify it', () => {
  answer(['init', '--kind', 'contact-point', '--name', '林某的电脑', '--as', '林某'], 'author');
  answer(
    ['init', '--kind', 'contact-point', '--name', '周某某的电脑', '--as', '周某某'],
    'reviewer',
  );
  for (const [from, to] of [
    ['author', 'reviewer'],
    ['reviewer', 'author'],
  ] as const) {
    const card = join(folder, `${from}.jzcard`);
    const { fingerprint } = answer<{ fingerprint: string }>(['card', '--out', card], from);
    answer(['enrol', card, '--fingerprint', fingerprint, '--colleague'], to);
  }
  const text = join(folder, 'case.txt');
  writeFileSync(text, '岑岭商标案\n【基本案情】何某甲使用“岑岭”标识，电话13912345678。\n');
  answer(['import', '--as', 'typical-case', text], 'author');
  const { items } = answer<{ items: { id: string }[] }>(['list'], 'author');
  const id = items[0]?.id ?? '';
  const there = join(folder, 'there.jzpack');
  answer(
    ['office', 'send', id, '--to', '周某某的电脑', '--out', there, '--note', '请审'],
    'author',
  );
  answer(['receive', there], 'reviewer');

  // The independent line: what the colleague is given lies in the bag as documented, in one line of JSON.
  answer(['keys', '--age-identity', join(folder, 'own.key'), '--yes-write-secret'], 'reviewer');
  shell('age -d -i own.key there.jzpack > bag.zip && unzip -q bag.zip -d bag', folder);
  const [bag = ''] = shell('ls bag', folder).trim().split('\n');
  shell('sha256sum -c manifest-sha256.txt', join(folder, 'bag', bag));
  const file = join(folder, 'bag', bag, 'data', 'office', `${id}.json`);
  assert.match(readFileSync(file, 'utf8'), /13912345678/);

  const proof = join(folder, 'proof');
  answer(['approve', id, '--as', '周某某', '--comment', '同意', '--out', proof], 'reviewer');
  shell('minisign -V -p approval.pub -m approval.json', proof);
  const back = join(folder, 'back.jzpack');
  answer(['office', 'send', id, '--to', '林某的电脑', '--back', '--out', back], 'reviewer');
  answer(['receive', back], 'author');
  const [shown] = answer<
    { steps: { after: string; name: string | null; isSignatureRight: boolean | null }[] }[]
  >(['status', id], 'author');
  assert.deepEqual(
    shown?.steps.map((step) => [step.after, step.name, step.isSignatureRight]),
    [
      ['approved', '周某某', true],
      ['in-review', '林某', null],
    ],
  );
  answer(['audit', 'verify'], 'author');
});
