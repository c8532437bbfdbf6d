import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fetchOfficialRuntime } from './official-runtime.ts';
import { projectCache, projectFolder, say, stop } from './project.ts';
import { fetchTrialRuntime, isTrialPossible, TRIAL_ELECTRON } from './trial-runtime.ts';

/**
 * `override`: named by ELECTRON_OVERRIDE_DIST_PATH. `official`: Electron's own build of the version in package.json.
 * `trial`: an old one that can be had from the package registry; for trying out and for tests, never for real data.
 */
export type ElectronRuntime = {
  origin: 'override' | 'official' | 'trial';
  /** The unpacked runtime. */
  folder: string;
  version: string;
};

const rememberedFile = join(projectCache, 'electron-runtime.json');

export function wantedElectron(): string {
  const file = join(projectFolder, 'node_modules', 'electron', 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Where the executable is inside an unpacked runtime. */
export function executableIn(folder: string): string {
  if (process.platform === 'win32') return join(folder, 'electron.exe');
  if (process.platform === 'darwin') return join(folder, 'Electron.app/Contents/MacOS/Electron');
  return join(folder, 'electron');
}

/**
 * Finds an Electron to run on: what the person names, else the official one, else the trial one. The answer is remembered
 * for this clone, so that only the first start needs a network; `again` looks anew.
 */
export async function resolveRuntime({ again = false } = {}): Promise<ElectronRuntime> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') return fromOverride(resolve(override));
  const remembered = again ? undefined : readRemembered();
  if (remembered !== undefined) return remembered;
  const found = (await official()) ?? (await trial());
  mkdirSync(projectCache, { recursive: true });
  writeFileSync(rememberedFile, JSON.stringify({ ...found, wanted: wantedElectron() }));
  return found;
}

function fromOverride(folder: string): ElectronRuntime {
  if (!existsSync(executableIn(folder)))
    stop(
      `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${executableIn(folder)}.`,
      `ELECTRON_OVERRIDE_DIST_PATH 指向 ${folder}，但其中没有 ${executableIn(folder)}。`,
    );
  const versionFile = join(folder, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : 'unknown';
  return { origin: 'override', folder, version: version.replace(/^v/, '') };
}

function readRemembered(): ElectronRuntime | undefined {
  try {
    const read = JSON.parse(readFileSync(rememberedFile, 'utf8')) as ElectronRuntime & {
      wanted: string;
    };
    const { origin, folder, version, wanted } = read;
    const isUsable = wanted === wantedElectron() && existsSync(executableIn(folder));
    return isUsable ? { origin, folder, version } : undefined;
  } catch {
    return undefined;
  }
}

async function official(): Promise<ElectronRuntime | undefined> {
  const version = wantedElectron();
  try {
    return { origin: 'official', folder: await fetchOfficialRuntime(version), version };
  } catch (error) {
    const reason = reasonOf(error);
    say(
      `Electron ${version} could not be downloaded (${reason}).`,
      `无法下载 Electron ${version}（${reason}）。`,
    );
    return undefined;
  }
}

/** `fetch failed` alone tells nobody anything; the network's own word is in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

async function trial(): Promise<ElectronRuntime> {
  if (!isTrialPossible()) {
    const { platform, arch } = process;
    const file = `electron-v${wantedElectron()}-${platform}-${arch}.zip`;
    stop(
      `Unpack ${file} into a folder of your own and set ELECTRON_OVERRIDE_DIST_PATH to it, or set ELECTRON_MIRROR to a server that has it; then start again.`,
      `请将 ${file} 解压到任一文件夹，并把 ELECTRON_OVERRIDE_DIST_PATH 设为该文件夹，或把 ELECTRON_MIRROR 设为可用的镜像，然后重新启动。`,
    );
  }
  return { origin: 'trial', folder: await fetchTrialRuntime(), version: TRIAL_ELECTRON };
}

/** One line, said at every start: a person must know on what the data lies. */
export function describeRuntime({ origin, version }: ElectronRuntime): void {
  if (origin === 'trial')
    say(
      `Trial runtime: Electron ${version}. It is old and no longer mended: for trying out with invented material only, never for real data.`,
      `试用运行环境：Electron ${version}。版本陈旧且已停止安全更新，只可用虚构材料试用，不得存放真实数据。`,
    );
  else say(`Electron ${version} (${origin}).`, `Electron ${version}（${origin}）。`);
}
