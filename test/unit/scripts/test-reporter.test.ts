import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, it } from 'node:test';
import { COUNTS_MARK } from '../../../scripts/test-reporter.ts';

const folder = mkdtempSync(join(tmpdir(), 'jianzhi-reporter-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A run of its own: the variable that marks a process as a test's child would change how it reports. */
function report(name: string, source: string): string {
  const file = join(folder, name);
  writeFileSync(file, source);
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const reporter = resolve(import.meta.dirname, '../../../scripts/test-reporter.ts');
  return spawnSync(process.execPath, ['--test', `--test-reporter=${reporter}`, file], {
    encoding: 'utf8',
    env,
  }).stdout;
}

const countsIn = (output: string) => {
  const line = output.split('\n').findLast((one) => one.startsWith(COUNTS_MARK)) ?? '';
  return JSON.parse(line.slice(COUNTS_MARK.length)) as Record<string, number>;
};

it('is silent about what passes, shows what fails with its place and reason, and counts every test once', () => {
  const output = report(
    'some.test.mjs',
    `import { describe, it, test } from 'node:test';
     import assert from 'node:assert';
     describe('a group', () => {
       it('stands', () => {});
       it('falls', () => assert.equal('岑岭', '折枝'));
     });
     test('waits', { skip: true }, () => {});`,
  );
  const { passed, failed, skipped } = countsIn(output);
  assert.deepEqual({ passed, failed, skipped }, { passed: 1, failed: 1, skipped: 1 });
  assert.match(output, /✗ falls\n.*some\.test\.mjs:5/);
  assert.match(output, /'岑岭'/);
  assert.doesNotMatch(output, /stands|a group/);
});

it('a file that cannot even be read counts as failed', () => {
  const { failed } = countsIn(report('broken.test.mjs', 'this is no program'));
  assert.equal(failed, 1);
});
