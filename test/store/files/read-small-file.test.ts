import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readSmallFile } from '../../../electron/store/files/read-small-file.ts';
import { failsWith } from '../../support/failure.ts';
import { createTempFolder } from '../../support/temp-workspace.ts';

const folder = createTempFolder();
after(() => rmSync(folder, { recursive: true, force: true }));

test('a small file is read, and one that is too large is not', () => {
  const file = join(folder, 'card');
  writeFileSync(file, '云汀');
  assert.equal(readSmallFile(file, 6), '云汀');
  assert.equal(readSmallFile(file, 5), null);
});

test(
  'a pipe that nobody writes into is refused at once, and keeps nobody waiting',
  { skip: process.platform === 'win32' },
  () => {
    const pipe = join(folder, 'pipe');
    assert.equal(spawnSync('mkfifo', [pipe]).status, 0);
    const script = `import { readSmallFile } from ${JSON.stringify(import.meta.resolve('../../../electron/store/files/read-small-file.ts'))};
    try { readSmallFile(${JSON.stringify(pipe)}, 10) } catch (error) { console.log(error.code) }`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 10_000,
    });
    assert.equal(stdout.trim(), 'file-unreadable');
  },
);

test('a folder or an absent file is unreadable', () => {
  for (const file of [folder, join(folder, 'absent')]) {
    assert.throws(() => readSmallFile(file, 10), failsWith('file-unreadable'));
  }
});
