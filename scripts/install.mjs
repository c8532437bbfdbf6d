import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { runNpm } from './npm.mjs';

/**
 * Runs `npm ci` when node_modules is missing or does not fit the lockfile. Otherwise it touches nothing and needs no
 * network. Must stay within Node 20: it runs before anything is installed.
 *
 * @param {string} project
 */
export function installIfNeeded(project) {
  const lockfile = readFileSync(join(project, 'package-lock.json'), 'utf8');
  const stamp = join(project, 'node_modules', '.installed-from');
  const machine = `${process.platform}-${process.arch}`;
  const wanted = `${createHash('sha256').update(lockfile).digest('hex')} ${machine}`;
  const found = readIfThere(stamp);
  if (found === wanted) return;
  const isOtherMachine = found !== undefined && !found.endsWith(machine);
  if (isOtherMachine || !fitsLockfile(project, lockfile)) {
    console.log('Installing what Jianzhi needs (npm ci) …\n正在安装所需的软件包（npm ci）……');
    const { status } = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: project,
      shows: true,
    });
    if (status !== 0) {
      console.error(
        'npm ci failed: see above. Check the network, a proxy or the registry in .npmrc, and start again.\n' +
          'npm ci 失败，原因见上。请检查网络、代理或 .npmrc 中的软件包源后重试。',
      );
      process.exit(1);
    }
  }
  mkdirSync(join(project, 'node_modules'), { recursive: true });
  writeFileSync(stamp, wanted);
}

/**
 * Whether what npm wrote down as installed is what the lockfile asks for, so that somebody's own `npm install` is not
 * undone. Optional packages may be absent: they are for other systems.
 *
 * @param {string} project
 * @param {string} lockfile
 */
function fitsLockfile(project, lockfile) {
  const hidden = readIfThere(join(project, 'node_modules', '.package-lock.json'));
  if (hidden === undefined) return false;
  const installed = JSON.parse(hidden).packages;
  const locked = JSON.parse(lockfile).packages;
  delete locked[''];
  const isSame = (/** @type {string} */ path) =>
    installed[path]?.version === locked[path]?.version &&
    installed[path]?.integrity === locked[path]?.integrity;
  return (
    Object.keys(installed).every(isSame) &&
    Object.keys(locked).every(
      (path) =>
        isSame(path) || (locked[path].optional && !(path in installed)) || locked[path].peer,
    )
  );
}

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
