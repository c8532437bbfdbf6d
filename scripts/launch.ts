import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  constants,
} from 'node:fs';
import { join } from 'node:path';
import { executableIn, type ElectronRuntime } from './electron-runtime.ts';
import { projectCache, projectFolder } from './project.ts';

/** How to start the built app: works for `spawn` and for Playwright alike. */
export type Launch = { executable: string; args: string[]; env: Record<string, string> };

/** `app`: the folder with the package.json of what is to run. `mount`: where it is joined to a runtime that takes no path. */
export function prepareLaunch(
  runtime: ElectronRuntime,
  app = projectFolder,
  mount = join(projectCache, 'electron'),
): Launch {
  const hasDefaultApp = existsSync(join(resourcesOf(runtime.folder), 'default_app.asar'));
  if (!hasDefaultApp) mountApp(runtime.folder, app, mount);
  const executable = executableIn(hasDefaultApp ? runtime.folder : mount);
  const args = hasDefaultApp ? [app] : [];
  // As root the sandbox cannot be had; a person's own desktop always has it.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return { executable, args, env: { JIANZHI_NODE: process.execPath } };
}

function resourcesOf(folder: string): string {
  return process.platform === 'darwin'
    ? join(folder, 'Electron.app/Contents/Resources')
    : join(folder, 'resources');
}

/**
 * A runtime without Electron's default app takes no path: it runs `resources/app` beside its executable. The unpacked
 * runtime is shared between clones, so each clone gets a thin folder of links to it, with itself as the app.
 */
function mountApp(source: string, app: string, folder: string): void {
  const marker = join(folder, 'mounted-from');
  const wanted = `${source}\n${app}`;
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  rmSync(folder, { recursive: true, force: true });
  mountRuntime(source, folder);
  symlinkSync(app, join(folder, 'resources', 'app'));
  writeFileSync(marker, wanted);
}

/** Everything but the app. Executables look for their files beside where they really are, so those are no symbolic links. */
function mountRuntime(source: string, folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  for (const name of readdirSync(source).filter((entry) => entry !== 'resources')) {
    const [from, to] = [join(source, name), join(folder, name)];
    const stats = statSync(from);
    const isExecutable = stats.isFile() && (stats.mode & 0o111) !== 0 && !name.includes('.so');
    if (isExecutable) linkOrCopy(from, to);
    else symlinkSync(from, to);
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Another file system, or a file of someone else's.
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
    chmodSync(to, 0o755);
  }
}
