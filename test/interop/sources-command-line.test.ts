import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'jianzhi-cli-sources-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  return spawnSync(
    process.execPath,
    [resolve('electron/cli/index.ts'), ...args, '--workspace', join(folder, 'point'), '--json'],
    { encoding: 'utf8', env: { ...process.env, JIANZHI_PASSPHRASE: '望舒区-2026-口令' } },
  );
}

test('a library of sources goes in and out through the command line, byte for byte', () => {
  const items = [{ id: 'a', type: 'book', title: '岑岭茶志', custom: 1 }, { type: 'leaflet' }];
  const [inFile, outFile] = [join(folder, 'in.json'), join(folder, 'out.json')];
  writeFileSync(inFile, JSON.stringify(items));
  assert.equal(run('init', '--kind', 'contact-point', '--name', '云汀市人民检察院').status, 0);
  assert.deepEqual(JSON.parse(run('sources', 'import', inFile).stdout), {
    imported: 1,
    known: 0,
    skipped: [{ place: 2, code: 'source-invalid', member: 'type' }],
    notKept: [{ place: 1, title: '岑岭茶志', members: ['custom'] }],
  });
  assert.deepEqual(JSON.parse(run('sources', 'export', outFile).stdout), {
    exported: 1,
    leftOut: 0,
    file: outFile,
  });
  const [{ custom: _lost, ...kept } = { custom: 0 }] = items;
  assert.equal(readFileSync(outFile, 'utf8'), `${JSON.stringify([kept], null, 2)}\n`);
  assert.match(run('sources', 'export', outFile).stderr, /^file-exists\n/);
  assert.equal(run('sources', 'list').status, 2);
});
