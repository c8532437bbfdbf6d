// `npm start`: with a display the app itself; without one the tour, in a real window on a virtual display.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfChanged } from './build.ts';
import { hasDisplay } from './display.ts';
import { describeRuntime, resolveRuntime } from './electron-runtime.ts';
import { prepareLaunch } from './launch.ts';
import { projectFolder, runVerb, say } from './project.ts';
import { ensureSystem } from './system-libraries.ts';

const { values } = parseArgs({
  options: {
    /** The tour, even where there is a display. */
    tour: { type: 'boolean', default: false },
    /** Looks for an Electron anew instead of taking the one found before. */
    'runtime-again': { type: 'boolean', default: false },
  },
});

await runVerb(async () => {
  const isTour = values.tour || !hasDisplay();
  await ensureSystem({ purpose: isTour ? 'tour' : 'window', needsVirtualDisplay: !hasDisplay() });
  const runtime = await resolveRuntime({ again: values['runtime-again'] });
  if (isTour) return playTour();
  describeRuntime(runtime);
  if (process.getuid?.() === 0)
    say(
      'Started as root, so without the sandbox: only to try it out. Use an ordinary account for real work.',
      '当前以 root 身份启动，沙箱无法启用，仅限试用；实际工作请使用普通账户。',
    );
  buildIfChanged();
  const { executable, args, env } = prepareLaunch(runtime);
  return run(executable, args, env);
});

function playTour(): Promise<number> {
  return run(process.execPath, [join(projectFolder, 'test', 'tour', 'index.ts')], {});
}

function run(command: string, args: string[], env: Record<string, string>): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  // Ctrl C reaches it by itself; it closes the workspace first, and this process waits for that.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
