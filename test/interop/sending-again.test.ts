import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, it } from 'node:test';
import { requireTools, shell } from '../support/shell.ts';

/** The command line and other people's tools: a note, figures, a correction, a withdrawal, the same bytes again, new keys, a revocation. */
const folder = mkdtempSync(join(tmpdir(), 'jianzhi-again-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => join(folder, name);

function run(at: string, ...args: string[]): { code: number | null; stdout: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('electron/cli/index.ts'), ...args, '--workspace', file(at), '--json'],
    { encoding: 'utf8', env: { ...process.env, JIANZHI_PASSPHRASE: '望舒区-2026-口令' } },
  );
  return { code: status, stdout: status === 0 ? stdout : stderr };
}
function answer<T>(at: string, ...args: string[]): T {
  const { code, stdout } = run(at, ...args);
  assert.equal(code, 0, stdout);
  return JSON.parse(stdout) as T;
}
function enrol(at: string, other: string): void {
  const card = file(`${other}-${String(Math.random()).slice(2)}.jzcard`);
  const { fingerprint } = answer<{ fingerprint: string }>(other, 'card', '--out', card);
  answer(at, 'enrol', card, '--fingerprint', fingerprint);
}
type Written = { packId: string };
/** Opens, checks and answers the folder of a pack, with age, unzip, sha256sum and minisign alone. */
function open(name: string): string {
  const into = `${name}-open`;
  shell(
    folder,
    `age -d -i desk.key ${name} > bag-${name}.zip && mkdir ${into} && unzip -q bag-${name}.zip -d ${into} && cd ${into}/* &&
     sha256sum --strict -c manifest-sha256.txt && sha256sum --strict -c tagmanifest-sha256.txt &&
     minisign -V -p ../../point.pub -m tagmanifest-sha256.txt`,
  );
  return join(folder, into);
}
const inside = (name: string, path: string) => shell(open(name), `cat */${path}`);

let id = '';
before(() => {
  requireTools('age', 'unzip', 'sha256sum', 'minisign');
  answer('desk', 'init', '--kind', 'desk', '--name', '江岚省人民检察院');
  answer('point', 'init', '--kind', 'contact-point', '--name', '云汀市人民检察院');
  enrol('point', 'desk');
  enrol('desk', 'point');
  answer('desk', 'keys', '--age-identity', file('desk.key'), '--yes-write-secret');
  answer('point', 'card', '--minisign', file('point.pub'));
  writeFileSync(file('case.md'), '# 岑岭茶业地理标志案\n\n## 基本案情\n\n礼盒三千套。\n');
  answer('point', 'import', '--as', 'typical-case', file('case.md'));
  id = answer<{ items: { id: string }[] }>('point', 'list').items[0]?.id ?? '';
  answer('point', 'status', '--needs-approval', 'no');
});

it('a note and figures go along and are read by anybody; what goes again is a correction; the same bytes come twice', () => {
  writeFileSync(file('q3.csv'), 'kind,name,count\ncriminal-prosecution,审查起诉,12\n');
  const to = ['--records', id, '--to', '江岚省人民检察院'];
  const first = answer<Written>(
    'point',
    'export',
    ...to,
    '--out',
    file('1.jzpack'),
    '--note',
    '请查收。',
    '--caseload',
    `2026-Q3=${file('q3.csv')}`,
  );
  assert.equal(
    inside('1.jzpack', 'data/caseload/2026-q3.csv'),
    readFileSync(file('q3.csv'), 'utf8'),
  );
  assert.match(shell(file('1.jzpack-open'), 'cat */data/statement.json'), /"note":"请查收。"/u);
  const second = answer<Written>('point', 'export', ...to, '--out', file('2.jzpack'));
  const statement = inside('2.jzpack', 'data/statement.json');
  assert.match(statement, /"kind":"correction"/u);
  assert.ok(statement.includes(`"packId":"${first.packId}"`));
  answer('point', 'resend', second.packId, '--out', file('2-again.jzpack'));
  assert.ok(readFileSync(file('2.jzpack')).equals(readFileSync(file('2-again.jzpack'))));
  const taken = answer<{ items: { state: string }[] }>(
    'desk',
    'receive',
    file('1.jzpack'),
    file('2.jzpack'),
    file('2-again.jzpack'),
  );
  assert.deepEqual(
    taken.items.map(({ state }) => state),
    ['taken', 'taken', 'again'],
  );
});

it('a withdrawal is a pack like any other, and the office holds nothing of the record afterwards', () => {
  const { packId } = answer<Written>(
    'point',
    'withdraw',
    '--records',
    id,
    '--to',
    '江岚省人民检察院',
    '--out',
    file('3.jzpack'),
    '--note',
    '当事人申诉。',
  );
  assert.ok(inside('3.jzpack', 'data/statement.json').includes(id));
  answer('desk', 'receive', file('3.jzpack'));
  assert.deepEqual(answer<{ items: unknown[] }>('desk', 'received', 'list').items, []);
  const { items } = answer<{ items: { packId: string }[] }>('point', 'packs', 'list', '--waiting');
  assert.equal(items[0]?.packId, packId);
  assert.notEqual(
    run('point', 'withdraw', '--records', id, '--to', '江岚省人民检察院', '--out', file('4.jzpack'))
      .code,
    0,
  );
});

it('after new keys the pack is proved by the new one; after a revocation nothing of it is taken', () => {
  answer('point', 'keys', 'change');
  answer('point', 'card', '--minisign', file('point2.pub'));
  const out = ['--to', '江岚省人民检察院', '--out'];
  answer('point', 'export', '--records', id, ...out, file('5.jzpack'));
  shell(folder, 'cp point2.pub point.pub');
  open('5.jzpack');
  assert.match(run('desk', 'receive', file('5.jzpack')).stdout, /pack-signer-unknown/u);
  enrol('desk', 'point');
  answer('desk', 'receive', file('5.jzpack'));
  answer('point', 'export', '--records', id, ...out, file('6.jzpack'));
  openWithNewKeysOfTheDesk(out);
  answer('desk', 'revoke', '--office', '云汀市人民检察院', '--reason', '来电称介质遗失。');
  assert.match(run('desk', 'receive', file('6.jzpack')).stdout, /pack-key-revoked/u);
  answer('point', 'keys', 'renumber');
});

/** After the recipient changed keys: `age` alone opens what is sent now with the new identity, and what came before only with the retired one. */
function openWithNewKeysOfTheDesk(out: string[]): void {
  const before = answer<{ own: OwnCard }>('desk', 'keys', 'show').own;
  answer('desk', 'keys', 'change');
  const { own } = answer<{ own: OwnCard }>('desk', 'keys', 'show');
  assert.deepEqual([before.cardVersion, own.cardVersion], [1, 2]);
  answer('desk', 'keys', '--age-identity', file('desk2.key'), '--yes-write-secret');
  shell(
    folder,
    "grep '^AGE' desk2.key | head -n 1 > new.key; grep '^AGE' desk2.key | tail -n 1 > old.key",
  );
  shell(folder, `test "$(age-keygen -y new.key)" = "${own.ageRecipient}"`);
  shell(folder, `test "$(age-keygen -y old.key)" = "${before.ageRecipient}"`);
  enrol('point', 'desk');
  const shown = answer<{ offices: { fingerprint: string }[] }>('point', 'keys', 'show');
  assert.deepEqual(
    shown.offices.map(({ fingerprint }) => fingerprint),
    [own.fingerprint],
  );
  answer('point', 'export', '--records', id, ...out, file('7.jzpack'));
  for (const [key, pack] of [
    ['new.key', '7.jzpack'],
    ['old.key', '6.jzpack'],
  ]) {
    shell(folder, `age -d -i ${key} ${pack} > opened.zip && unzip -tq opened.zip`);
  }
  for (const [key, pack] of [
    ['old.key', '7.jzpack'],
    ['new.key', '6.jzpack'],
  ]) {
    shell(
      folder,
      `! age -d -i ${key} ${pack} > /dev/null 2> refused && grep -q 'no identity matched' refused`,
    );
  }
}

type OwnCard = { cardVersion: number; ageRecipient: string; fingerprint: string };
