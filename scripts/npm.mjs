import { spawnSync } from 'node:child_process';
import { delimiter, sep } from 'node:path';

/**
 * Runs npm on the Node that npm itself runs on, never on the one inside node_modules: `npm ci` deletes that one under
 * its own feet. Must stay within Node 20, as all of bootstrap does.
 *
 * @param {string[]} parameters
 * @param {{ cwd: string, shows?: boolean }} options `shows`: npm speaks to the terminal itself.
 * @returns {{ status: number | null, output: string }}
 */
export function runNpm(parameters, { cwd, shows = false }) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const isKnown = script !== undefined && node !== undefined && !isInside(node);
  const [command, first] = isKnown ? [node, [script]] : ['npm', []];
  const { status, stdout, stderr, error } = spawnSync(command, [...first, ...parameters], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: pathOutside(process.env.PATH ?? '') },
    // On Windows npm is a .cmd file, which only a shell starts; every parameter here is our own.
    shell: !isKnown && process.platform === 'win32',
    stdio: shows ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  return { status, output: error?.message ?? `${stdout ?? ''}${stderr ?? ''}` };
}

/** @param {string} path */
function isInside(path) {
  return (
    path.includes(`${sep}node_modules${sep}.bin`) || path.includes(`${sep}node_modules${sep}node-`)
  );
}

/** @param {string} path */
function pathOutside(path) {
  return path
    .split(delimiter)
    .filter((folder) => !folder.includes(`${sep}node_modules${sep}.bin`))
    .join(delimiter);
}
