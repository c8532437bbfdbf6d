import { buildIfChanged } from './build.ts';
import { openDisplay, type Display } from './display.ts';
import { describeRuntime, resolveRuntime } from './electron-runtime.ts';
import { prepareLaunch, type Launch } from './launch.ts';

/** A runtime, a fresh build and a display (a virtual one where there is none): all that a window needs. */
export async function makeReady(): Promise<{ launch: Launch; display: Display }> {
  const runtime = await resolveRuntime();
  describeRuntime(runtime);
  buildIfChanged();
  const launch = prepareLaunch(runtime);
  const display = await openDisplay();
  return { launch: { ...launch, env: { ...launch.env, ...display.env } }, display };
}
