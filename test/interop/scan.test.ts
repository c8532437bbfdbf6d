import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

/** `scan` over files that another program encoded, without a workspace. */
const folder = mkdtempSync(join(tmpdir(), 'jianzhi-scan-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const TEXT =
  '𠮷庆堂😀林某，身份证号３３０１０２ １９９００３０７ １２３０，手机138\u200b1234\u200b5678，\r\n' +
  '（2022）岚0603民再67号，住云汀市望舒区折柳路128号5幢201室。\r\n';
const EXPECTED = [
  ['id-card', '３３０１０２ １９９００３０７ １２３０'],
  ['mobile', '138\u200b1234\u200b5678'],
  ['address', '云汀市望舒区折柳路128号5幢201室'],
];

function scan(args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('electron/cli/index.ts'), 'scan', ...args],
    { encoding: 'utf8', env: { PATH: process.env['PATH'] } },
  );
  return { status, stdout, stderr };
}

for (const [encoding, mark] of [
  ['UTF-8', ''],
  ['UTF-8', '\ufeff'],
  ['GB18030', ''],
  ['UTF-16', ''],
] as const) {
  test(`findings in a file of ${encoding}${mark === '' ? '' : ' with its mark'} stand where characters are counted`, () => {
    const file = join(folder, `${encoding}${mark.length}.txt`);
    const converted = spawnSync('iconv', ['-f', 'UTF-8', '-t', encoding], { input: mark + TEXT });
    assert.equal(converted.status, 0);
    writeFileSync(file, converted.stdout);
    const { status, stdout } = scan(['--file', file, '--json']);
    assert.equal(status, 0);
    assert.equal(stdout.split('\n').length, 2);
    const { findings } = JSON.parse(stdout) as {
      findings: { kind: string; start: number; end: number }[];
    };
    // A string is iterated by code points.
    const characters = Array.from(TEXT);
    const found = findings.map(({ kind, start, end }) => [
      kind,
      characters.slice(start, end).join(''),
    ]);
    assert.deepEqual(found, EXPECTED);
  });
}

test('an empty file has no findings', () => {
  const file = join(folder, 'empty.txt');
  writeFileSync(file, '');
  const { status, stdout } = scan(['--file', file, '--json']);
  assert.equal(status, 0);
  assert.equal(stdout, '{"findings":[]}\n');
});

test('what cannot be scanned is refused by its code, and a mistake in the command is one', () => {
  const binary = join(folder, 'picture.png');
  writeFileSync(binary, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 0xff, 0xd8]));
  for (const [args, status, code] of [
    [['--file', binary], 1, 'scan-file-not-text'],
    [['--file', join(folder, 'not-there.txt')], 1, 'file-unreadable'],
    [['--file', folder], 1, 'file-unreadable'],
    [[], 2, 'usage'],
    [['--file', binary, '--unknown'], 2, 'usage'],
  ] as const) {
    const result = scan([...args, '--json']);
    assert.equal(result.status, status);
    assert.equal(result.stdout, '');
    assert.equal(result.stderr.split('\n')[0], code);
  }
});
