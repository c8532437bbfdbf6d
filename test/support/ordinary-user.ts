import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { resolveRuntime } from '../../scripts/electron-runtime.ts';
import { prepareLaunch, type Launch } from '../../scripts/launch.ts';
import { projectFolder } from '../../scripts/project.ts';

/** Who the app runs as: Chromium's sandbox refuses root. */
export type OrdinaryUser = {
  id: number;
  launch: Launch;
  /** Theirs: profile, workspace, everything they write. */
  home: string;
  userData: string;
};

/**
 * Ourselves, if we are not root. As root `nobody`, who can neither read a clone in somebody's private folder nor the
 * runtime in root's cache, so both are copied into `folder` first: build, what it needs at run time, runtime.
 */
export async function asOrdinaryUser(folder: string): Promise<OrdinaryUser> {
  const home = join(folder, 'home');
  const userData = join(home, 'profile');
  mkdirSync(userData, { recursive: true });
  const self = process.getuid?.();
  const runtime = await resolveRuntime();
  if (self !== undefined && self !== 0)
    return { id: self, home, userData, launch: prepareLaunch(runtime) };

  const [id, group] = [idOf('-u'), idOf('-g')];
  chmodSync(folder, 0o755);
  for (const own of [home, userData]) chownSync(own, id, group);
  const app = join(folder, 'app');
  copyApp(app);
  const unpacked = join(folder, 'runtime');
  cpSync(runtime.folder, unpacked, { recursive: true });
  const { executable, args } = prepareLaunch(
    { ...runtime, folder: unpacked },
    app,
    join(folder, 'mounted'),
  );
  const wrapper = join(folder, 'as-nobody.sh');
  const become = `setpriv --reuid=${id} --regid=${group} --clear-groups --inh-caps=-all`;
  writeFileSync(wrapper, `#!/bin/sh\nexec ${become} -- "${executable}" "$@"\n`, { mode: 0o755 });
  return {
    id,
    home,
    userData,
    launch: {
      executable: wrapper,
      args: args.filter((argument) => argument !== '--no-sandbox'),
      env: { HOME: home, XDG_CONFIG_HOME: home, JIANZHI_NODE: nodeIn(app) },
    },
  };
}

function idOf(which: '-u' | '-g'): number {
  const { stdout } = spawnSync('id', [which, 'nobody'], { encoding: 'utf8' });
  return Number(stdout);
}

/** The build and the packages it loads at run time, as a release would carry them; and the Node that runs the store. */
function copyApp(app: string): void {
  for (const part of ['out', 'package.json'])
    cpSync(join(projectFolder, part), join(app, part), { recursive: true });
  const lockfile = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
  };
  for (const [path, { dev, devOptional }] of Object.entries(lockfile.packages)) {
    if (path === '' || dev === true || devOptional === true || path.includes('/node-')) continue;
    const from = join(projectFolder, path);
    if (existsSync(from)) cpSync(from, join(app, path), { recursive: true });
  }
  const node = nodeIn(app);
  mkdirSync(dirname(node), { recursive: true });
  cpSync(process.execPath, node);
}

const nodeIn = (app: string) => join(app, 'node', 'node');
