import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { needsInstall } from '../../../scripts/install.mjs';

describe('whether npm ci is needed', () => {
  let project: string;
  const lock = (version: string) => ({
    packages: {
      '': { name: 'jianzhi' },
      'node_modules/a': { version, integrity: `sha512-${version}` },
      'node_modules/for-windows': { version: '1.0.0', integrity: 'sha512-w', optional: true },
    },
  });
  const write = (file: string, value: unknown) =>
    writeFileSync(join(project, file), JSON.stringify(value));
  const installed = (version: string) =>
    write('node_modules/.package-lock.json', {
      packages: { 'node_modules/a': { version, integrity: `sha512-${version}` } },
    });

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'jianzhi-install-'));
    write('package-lock.json', lock('1.0.0'));
  });
  afterEach(() => rmSync(project, { recursive: true, force: true }));

  it('it is in a fresh clone', () => assert.equal(needsInstall(project), true));

  it('it is not when what the lockfile names is there, other systems’ packages aside', () => {
    mkdirSync(join(project, 'node_modules'));
    installed('1.0.0');
    assert.equal(needsInstall(project), false);
  });

  it('it is when the lockfile has gone on, and no more once the packages have too', () => {
    mkdirSync(join(project, 'node_modules'));
    installed('1.0.0');
    assert.equal(needsInstall(project), false);
    write('package-lock.json', lock('1.1.0'));
    assert.equal(needsInstall(project), true);
    installed('1.1.0');
    assert.equal(needsInstall(project), false);
  });

  it('it is when npm was stopped halfway', () => {
    mkdirSync(join(project, 'node_modules', 'a'), { recursive: true });
    assert.equal(needsInstall(project), true);
  });

  it('it is when the folder came from another system', () => {
    mkdirSync(join(project, 'node_modules'));
    installed('1.0.0');
    assert.equal(needsInstall(project), false);
    const stamp = join(project, 'node_modules', '.installed-from');
    writeFileSync(stamp, readFileSync(stamp, 'utf8').replace(/ .*/, ' plan9-mips'));
    assert.equal(needsInstall(project), true);
  });
});
