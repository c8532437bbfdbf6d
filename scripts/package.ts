// `npm run package`: the app as a folder that runs anywhere of this platform, in release/.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIfChanged } from './build.ts';
import { describeRuntime, resolveRuntime, wantedElectron } from './electron-runtime.ts';
import { projectFolder, runVerb, stop } from './project.ts';

await runVerb(async () => {
  const runtime = await resolveRuntime();
  describeRuntime(runtime);
  if (runtime.origin === 'trial' || runtime.version !== wantedElectron())
    stop(
      `A release is packed with Electron ${wantedElectron()} only. Set ELECTRON_OVERRIDE_DIST_PATH to an unpacked copy of it, or ELECTRON_MIRROR to a server that has it and run: npm start -- --runtime-again`,
      `发布版只能用 Electron ${wantedElectron()} 打包。请将 ELECTRON_OVERRIDE_DIST_PATH 设为其解压目录，或设置 ELECTRON_MIRROR 后执行：npm start -- --runtime-again`,
    );
  buildIfChanged();
  const { status } = spawnSync(
    process.execPath,
    [
      join(projectFolder, 'node_modules/electron-builder/cli.js'),
      '--dir',
      `-c.electronDist=${runtime.folder}`,
      `-c.electronVersion=${runtime.version}`,
      ...process.argv.slice(2),
    ],
    { cwd: projectFolder, stdio: 'inherit' },
  );
  return status ?? 1;
});
