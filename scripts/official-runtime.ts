import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { downloadArtifact } from '@electron/get';
import { extract } from '@electron-internal/extract-zip';
import { machineCache, projectFolder, say } from './project.ts';

/** One attempt; given up when this long passed without a byte. */
const SILENCE_IN_MS = 15_000;

/** Electron's own build, checked against the hashes that its npm package carries. ELECTRON_MIRROR is honoured. */
export async function fetchOfficialRuntime(version: string): Promise<string> {
  const installed = installedByElectron(version);
  if (installed !== undefined) return installed;
  const folder = join(machineCache(), `electron-${version}-${process.platform}-${process.arch}`);
  if (existsSync(join(folder, 'version'))) return folder;
  const zip = await download(version);
  mkdirSync(machineCache(), { recursive: true });
  const unpacked = mkdtempSync(join(machineCache(), 'unpacking-'));
  try {
    await extract(zip, { dir: unpacked });
    moveInto(unpacked, folder);
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
  }
  return folder;
}

/** Whoever ran `npx install-electron` has it already. */
function installedByElectron(version: string): string | undefined {
  const folder = join(projectFolder, 'node_modules', 'electron', 'dist');
  const versionFile = join(folder, 'version');
  if (!existsSync(versionFile)) return undefined;
  return readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') === version
    ? folder
    : undefined;
}

async function download(version: string): Promise<string> {
  say(`Downloading Electron ${version} …`, `正在下载 Electron ${version}……`);
  const require = createRequire(join(projectFolder, 'package.json'));
  const checksums = require('electron/checksums.json') as Record<string, string>;
  const silence = new AbortController();
  const giveUp = () => silence.abort(new Error(`${SILENCE_IN_MS / 1000} s without a byte`));
  let timer = setTimeout(giveUp, SILENCE_IN_MS);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, SILENCE_IN_MS);
    return Promise.resolve();
  };
  try {
    return await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums,
      downloadOptions: { quiet: true, signal: silence.signal, getProgressCallback: heard },
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Into place in one step; if another clone was quicker, its copy is as good. */
export function moveInto(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}
