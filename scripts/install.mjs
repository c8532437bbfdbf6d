import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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
  if (!needsInstall(project)) return;
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
  writeFileSync(stampOf(project), stampText(project));
}

/**
 * @param {string} project
 * @returns {boolean}
 */
export function needsInstall(project) {
  const wanted = stampText(project);
  const found = readIfThere(stampOf(project));
  if (found === wanted) return false;
  // What was installed on another system has the wrong binaries, whatever the versions say.
  const isOtherMachine = found !== undefined && !found.endsWith(MACHINE);
  if (isOtherMachine || !fitsLockfile(project)) return true;
  writeFileSync(stampOf(project), wanted);
  return false;
}

const MACHINE = `${process.platform}-${process.arch}`;

/** @param {string} project */
const stampOf = (project) => join(project, 'node_modules', '.installed-from');

/** @param {string} project */
function stampText(project) {
  const lockfile = readFileSync(join(project, 'package-lock.json'));
  return `${createHash('sha256').update(lockfile).digest('hex')} ${MACHINE}`;
}

/**
 * Whether what npm wrote down as installed is what the lockfile asks for, so that somebody's own `npm install` is not
 * undone. Optional packages may be absent: they are for other systems.
 *
 * @param {string} project
 */
function fitsLockfile(project) {
  const hidden = readIfThere(join(project, 'node_modules', '.package-lock.json'));
  if (hidden === undefined) return false;
  const installed = JSON.parse(hidden).packages;
  const locked = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')).packages;
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
