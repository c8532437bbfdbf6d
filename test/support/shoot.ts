// A picture of the app as it starts, for whoever works on a screen:
//   node test/support/shoot.ts --out /tmp/screen.png [--language en] [--theme dark] [--size 1280x800] [--do steps.ts]
// `steps.ts` may export a default function (running: RunningApp) => Promise<void> that clicks its way to the screen.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Language, Theme } from '../../shared/contract/window.ts';
import { launchApp, type RunningApp } from './app.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'screen.png' },
    language: { type: 'string', default: 'zh-CN' },
    theme: { type: 'string', default: 'light' },
    size: { type: 'string', default: '1440x900' },
    do: { type: 'string' },
  },
});
const [width = 1440, height = 900] = values.size.split('x').map(Number);
const running = await launchApp({
  language: Language.parse(values.language),
  theme: Theme.parse(values.theme),
  size: { width, height },
});
try {
  if (values.do !== undefined) {
    const steps = (await import(pathToFileURL(resolve(values.do)).href)) as {
      default(running: RunningApp): Promise<void>;
    };
    await steps.default(running);
  }
  await running.window.waitForTimeout(300);
} finally {
  await running.window.screenshot({ path: values.out });
  console.log(resolve(values.out));
  for (const complaint of await running.complaints()) console.log(`console: ${complaint}`);
  await running.close();
}
process.exit();
