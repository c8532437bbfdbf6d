import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

/** Runs a shell script in a folder, as a person would type it. A line that fails ends it, and the test with it. */
export function shell(folder: string, script: string): string {
  const run = tryShell(folder, script);
  assert.equal(run.status, 0, `${script}\n${run.output}`);
  return run.output;
}

/** The same, for scripts that may fail. */
export function tryShell(folder: string, script: string): { status: number; output: string } {
  // Without --norc a bash whose input is a socket reads the machine's start-up file, and prints what that prints.
  const run = spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 ** 2,
  });
  return { status: run.status ?? -1, output: run.stdout + run.stderr };
}

/** A test of agreement with other people's tools that passes without them would say nothing, so their absence is a failure. */
export function requireTools(...tools: string[]): void {
  const missing = tools.filter((tool) => tryShell('/', `command -v ${tool}`).status !== 0);
  assert.deepEqual(
    missing,
    [],
    `these tests need ${missing.join(', ')}: install them (Debian: apt-get install age minisign unzip zip libreoffice-writer-nogui poppler-utils)`,
  );
}
