import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { executableIn, resolveRuntime } from '../../../scripts/electron-runtime.ts';
import { Stop } from '../../../scripts/project.ts';
import { checkPackage } from '../../../scripts/trial-runtime.ts';

describe('the Electron to run on', () => {
  let folder: string;
  const before = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jianzhi-runtime-'));
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = folder;
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    if (before === undefined) delete process.env['ELECTRON_OVERRIDE_DIST_PATH'];
    else process.env['ELECTRON_OVERRIDE_DIST_PATH'] = before;
  });

  it('is the unpacked one that the person names, before every other', async () => {
    mkdirSync(dirname(executableIn(folder)), { recursive: true });
    writeFileSync(executableIn(folder), '');
    writeFileSync(join(folder, 'version'), '45.4.1');
    assert.deepEqual(await resolveRuntime(), { origin: 'override', folder, version: '45.4.1' });
  });

  it('is never another one than the named: a wrong name is an error that says so', async () => {
    await assert.rejects(
      resolveRuntime(),
      (error) => error instanceof Stop && error.message.includes(folder),
    );
  });

  it('is not taken from a package whose bytes are not the known ones', async () => {
    const file = join(folder, 'package.tgz');
    writeFileSync(file, 'something else');
    await assert.rejects(checkPackage(file), Stop);
  });
});
