// `npm run dev`: the app with hot reload of the window, and a restart of the whole when main or preload change.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildStamp } from './build.ts';
import { hasDisplay, openDisplay } from './display.ts';
import { describeRuntime, resolveRuntime } from './electron-runtime.ts';
import { prepareLaunch } from './launch.ts';
import { projectFolder, runVerb } from './project.ts';
import { ensureSystem } from './system-libraries.ts';

await runVerb(async () => {
  await ensureSystem({ purpose: 'window', needsVirtualDisplay: !hasDisplay() });
  const runtime = await resolveRuntime();
  describeRuntime(runtime);
  const { executable, args, env } = prepareLaunch(runtime);
  const display = await openDisplay();
  // What stands in out/ from now on is a development build; the next start must not take it for its own.
  rmSync(buildStamp, { force: true });
  const child = spawn(
    process.execPath,
    [
      join(projectFolder, 'node_modules/electron-vite/bin/electron-vite.js'),
      'dev',
      '--watch',
      ...process.argv.slice(2),
    ],
    {
      cwd: projectFolder,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...env,
        ...display.env,
        ELECTRON_EXEC_PATH: executable,
        ...(args.includes('--no-sandbox') ? { NO_SANDBOX: '1' } : {}),
      },
    },
  );
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const code = await new Promise<number>((resolve) => {
    child.once('exit', (status) => resolve(status ?? 1));
  });
  display.close();
  return code;
});
