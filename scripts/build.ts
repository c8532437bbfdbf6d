import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { projectFolder, stop } from './project.ts';

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
export const buildStamp = join(projectFolder, 'out', 'built-from');

/** Builds the app unless the last build was made from exactly these files. Answers whether it built. */
export function buildIfChanged(): boolean {
  const sources = fingerprint();
  if (existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === sources) return false;
  // Chunks have their hash in their name; those of earlier builds would stay and be packed.
  rmSync(join(projectFolder, 'out'), { recursive: true, force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      join(projectFolder, 'node_modules/electron-vite/bin/electron-vite.js'),
      'build',
      '--logLevel',
      'warn',
    ],
    { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (status !== 0) stop('The build failed.', '构建失败。');
  mkdirSync(join(projectFolder, 'out'), { recursive: true });
  writeFileSync(buildStamp, sources);
  return true;
}

/** Names, sizes and times of all sources: a deleted file counts as a change, which a newest date alone would miss. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const top = join(projectFolder, source);
    if (!existsSync(top)) continue;
    const files = statSync(top).isDirectory()
      ? readdirSync(top, { recursive: true, encoding: 'utf8' }).toSorted()
      : [''];
    for (const file of files) {
      const stats = statSync(join(top, file));
      if (stats.isFile()) hash.update(`${source}/${file}\0${stats.size}\0${stats.mtimeMs}\0`);
    }
  }
  return hash.digest('hex');
}
