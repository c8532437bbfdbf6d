import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { after, test } from 'node:test';

/** The whole loop of an office and a desk through the command line, judged by tools that nobody here wrote. */
const folder = mkdtempSync(join(tmpdir(), 'jianzhi-cli-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const PASSPHRASE = '望舒区-2026-口令';
const CASE = `周某某等三人假冒注册商标案
关键词：假冒注册商标　地理标志
【基本案情】2024年3月，周某某等三人在临溪县租用厂房灌装茶叶，使用“岑岭”注册商标标识。
【检察机关履职过程】云汀市人民检察院提前介入，案号（2025）岚0102刑初47号。
【典型意义】依法惩治侵犯地理标志商标的犯罪。
`;

type Run = { code: number | null; stdout: string; stderr: string };

function run(
  args: string[],
  office: string,
  options: { env?: NodeJS.ProcessEnv; input?: string } = {},
): Run {
  const result = spawnSync(
    process.execPath,
    [resolve('electron/cli/index.ts'), ...args, '--workspace', join(folder, office), '--json'],
    {
      encoding: 'utf8',
      env: { ...process.env, JIANZHI_PASSPHRASE: PASSPHRASE, ...options.env },
      input: options.input,
    },
  );
  return { code: result.status, stdout: result.stdout, stderr: result.stderr };
}

/** Runs a command that must succeed; stdout must be one JSON value and nothing else. */
function answer<T>(args: string[], office: string): T {
  const result = run(args, office);
  assert.equal(result.code, 0, result.stderr);
  return JSON.parse(result.stdout) as T;
}

function refusal(args: string[], office: string, env?: NodeJS.ProcessEnv): string {
  const result = run(args, office, env === undefined ? {} : { env });
  assert.notEqual(result.code, 0);
  assert.equal(result.stdout, '');
  return result.stderr.split('\n').at(0) ?? '';
}

function shell(line: string, cwd: string): void {
  const result = spawnSync('sh', ['-ec', line], { cwd, encoding: 'utf8' });
  assert.equal(result.status, 0, `${line}\n${result.stdout}${result.stderr}`);
}

test('two offices exchange a record through the command line and the pack passes the independent check', () => {
  const file = join(folder, 'case.txt');
  writeFileSync(file, CASE);
  writeFileSync(join(folder, 'empty.txt'), '');
  answer(['init', '--kind', 'contact-point', '--name', '云汀市人民检察院'], 'point');
  answer(['init', '--kind', 'desk', '--name', '接收端'], 'desk');

  const report = answer<{ imported: number; skipped: unknown }>(
    ['import', '--as', 'precedent', file, join(folder, 'empty.txt')],
    'point',
  );
  assert.equal(report.imported, 1);
  assert.deepEqual(report.skipped, [{ file: join(folder, 'empty.txt'), code: 'file-empty' }]);
  const again = answer<{ recognisedAgain: number }>(['import', '--as', 'precedent', file], 'point');
  assert.equal(again.recognisedAgain, 1);

  const trail = answer<{ lines: number; head: string }>(['audit', 'verify'], 'point');
  const trailFile = answer<unknown>(['audit', 'export', join(folder, 'trail.jsonl')], 'point');
  assert.deepEqual(trailFile, { lines: trail.lines, head: trail.head });

  const { items } = answer<{ items: { id: string; title: string }[] }>(['list'], 'point');
  assert.deepEqual(
    items.map(({ title }) => title),
    ['周某某等三人假冒注册商标案'],
  );
  const id = items[0]?.id ?? '';
  const [shown] = answer<{ keywords: string[]; sections: { id: string; text: string }[] }[]>(
    ['show', id],
    'point',
  );
  assert.deepEqual(shown?.keywords, ['假冒注册商标', '地理标志']);
  assert.deepEqual(
    shown?.sections.map((section) => section.id),
    ['facts', 'performance', 'significance'],
  );

  for (const query of ['灌装', '（2025）岚0102刑初47号', '(2025)岚0102刑初47号']) {
    const found = answer<{ total: number; hits: { id: string }[] }>(
      ['search', query, '--all'],
      'point',
    );
    assert.deepEqual([found.total, found.hits[0]?.id], [1, id], query);
  }

  assert.deepEqual(answer(['similar', id], 'point'), { items: [] });
  const nowhere = '00000000-0000-7000-8000-000000000000';
  assert.equal(refusal(['similar', nowhere], 'point'), 'record-not-found');

  const pack = join(folder, 'out.jzpack');
  const write = ['export', '--records', id, '--to', '接收端', '--out', pack];
  assert.equal(refusal(write, 'point'), 'recipient-not-enrolled');

  const card = (office: string) =>
    answer<{ fingerprint: string }>(
      [
        'card',
        '--out',
        join(folder, `${office}.jzcard`),
        '--minisign',
        join(folder, `${office}.pub`),
      ],
      office,
    ).fingerprint;
  const [ofPoint, ofDesk] = [card('point'), card('desk')];
  const enrolDesk = ['enrol', join(folder, 'desk.jzcard'), '--fingerprint'];
  assert.equal(refusal([...enrolDesk, ofPoint], 'point'), 'fingerprint-differs');
  answer([...enrolDesk, ofDesk], 'point');

  const written = run(write, 'point');
  assert.equal(written.code, 0, written.stderr);
  assert.equal(refusal(write, 'point'), 'file-exists');
  assert.equal(refusal(['verify', pack], 'desk'), 'pack-signer-unknown');
  answer(
    ['enrol', join(folder, 'point.jzcard'), '--fingerprint', ofPoint.replaceAll(' ', '')],
    'desk',
  );
  const verified = answer<{ role: string; contents: unknown[] }>(['verify', pack], 'desk');
  assert.deepEqual([verified.role, verified.contents.length], ['recipient', 1]);

  const key = join(folder, 'own.key');
  assert.equal(refusal(['keys', '--age-identity', key], 'desk'), 'usage');
  answer(['keys', '--age-identity', key, '--yes-write-secret'], 'desk');
  assert.equal(statSync(key).mode & 0o777, 0o600);
  shell(
    'mkdir open && age -d -i own.key out.jzpack > open/bag.zip && cd open && unzip -q bag.zip',
    folder,
  );
  const bag = readdirSync(join(folder, 'open')).find((name) => name !== 'bag.zip') ?? '';
  const inside = join(folder, 'open', bag);
  shell('sha256sum -c manifest-sha256.txt', inside);
  shell('sha256sum -c tagmanifest-sha256.txt', inside);
  shell('minisign -V -p ../../point.pub -m tagmanifest-sha256.txt', inside);
});

test('the passphrase comes from a file descriptor, and a wrong one is refused by its code', () => {
  const passed = spawnSync(
    'sh',
    [
      '-c',
      `exec "$0" electron/cli/index.ts list --workspace "$1" --passphrase-fd 3 --json 3<<'END'\n${PASSPHRASE}\nEND`,
      process.execPath,
      join(folder, 'point'),
    ],
    { encoding: 'utf8', env: { ...process.env, JIANZHI_PASSPHRASE: 'not this one' } },
  );
  assert.equal(passed.status, 0, passed.stderr);
  assert.equal(
    refusal(['list'], 'point', { JIANZHI_PASSPHRASE: 'not this one' }),
    'passphrase-wrong',
  );
});

test('mistakes on the command line are explained on stderr and leave stdout empty', () => {
  assert.equal(refusal(['nothing'], 'point'), 'usage');
  assert.equal(refusal(['import', '--as', 'poem', 'x'], 'point'), 'usage');
  assert.equal(refusal(['show', 'no-such-id'], 'point'), 'record-not-found');
  assert.equal(refusal(['list'], 'nowhere'), 'workspace-not-found');
});

test('no file is written over, and a mistake about one is a code or a sentence, never a stack', () => {
  const precious = join(folder, 'precious.txt');
  writeFileSync(precious, 'precious');
  const office = mkdtempSync(join(folder, 'careful-'));
  answer(['init', '--kind', 'desk', '--name', '江岚省人民检察院'], basename(office));
  for (const option of ['--minisign', '--out']) {
    assert.equal(refusal(['card', option, precious], basename(office)), 'file-exists');
  }
  assert.equal(readFileSync(precious, 'utf8'), 'precious');
  assert.equal(
    refusal(['card', '--minisign', join(folder, 'absent/x')], basename(office)),
    'file-not-writable',
  );
  const { code, stderr } = run(['list', '--passphrase-fd', '99'], basename(office));
  assert.equal(code, 2);
  assert.doesNotMatch(stderr, /\bat .+:\d+/);
});

test('a reader that goes away gets no stack trace', () => {
  const office = mkdtempSync(join(folder, 'piped-'));
  answer(['init', '--kind', 'desk', '--name', '江岚省人民检察院'], basename(office));
  const line = `"$0" electron/cli/index.ts list --workspace '${office}' --json > /dev/full`;
  const { status, stderr } = spawnSync('sh', ['-c', line, process.execPath], {
    encoding: 'utf8',
    env: { ...process.env, JIANZHI_PASSPHRASE: PASSPHRASE },
  });
  assert.equal(status, 1);
  assert.doesNotMatch(stderr, /\bat .+:\d+/);
});
