// `npm start`, `npm test`, `npm run dev`, `npm run package`: needs Node 20 or newer and npm, nothing else. It installs
// what is missing, then hands over to the verb's own script on a Node that runs TypeScript and the database module.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from './install.mjs';

const scripts = dirname(fileURLToPath(import.meta.url));
const project = dirname(scripts);
const VERBS = { start: 'start.ts', test: 'run-tests.ts', dev: 'dev.ts', package: 'package.ts' };

/** @returns {string} */
function modernNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major >= 24 || (major === 22 && minor >= 18)) return process.execPath;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const own = join(project, 'node_modules', name, file);
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own;
  console.error(
    `Node ${process.versions.node} cannot run Jianzhi and ${name} is not installed: install Node 24 and start again.\n` +
      `Node ${process.versions.node} 无法运行检知，且未安装 ${name}：请安装 Node 24 后重新启动。`,
  );
  return process.exit(1);
}

const [verb = 'start', ...rest] = process.argv.slice(2);
const script = VERBS[/** @type {keyof typeof VERBS} */ (verb)];
if (script === undefined) {
  console.error(`Unknown: ${verb}. Known: ${Object.keys(VERBS).join(', ')}.`);
  process.exit(2);
}
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(
    `Node 20 or newer is needed, this is ${process.versions.node}.\n需要 Node 20 或更新版本。`,
  );
  process.exit(1);
}
installIfNeeded(project);
const child = spawn(
  modernNode(),
  ['--disable-warning=ExperimentalWarning', join(scripts, script), ...rest],
  {
    cwd: process.cwd(),
    stdio: 'inherit',
  },
);
// Ctrl C reaches the child by itself; this process only waits for it, and passes on what others send.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
