import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

/** A person with a keyboard and libpinyin: real key events of the display, a real input method between them and the window. */
export type InputMethod = {
  /** For the app that is to be typed into. */
  env: Record<string, string>;
  /** Once the window is there and has the focus. */
  ready(): Promise<void>;
  /** Letters and punctuation, as pressed. */
  type(letters: string): void;
  key(...names: string[]): void;
  stop(): void;
};

/** A session bus that starts nothing by itself: a desktop's helpers would mount folders and outlive the test. */
const BUS = `<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`;

/** A display, a bus, a window manager and IBus of their own, with a fresh user dictionary. Debian: see `system-libraries.ts`. */
export async function startInputMethod(): Promise<InputMethod> {
  const home = mkdtempSync(join(tmpdir(), 'jianzhi-input-'));
  const started: ChildProcess[] = [];
  const env: Record<string, string> = {
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XMODIFIERS: '@im=ibus',
    GTK_IM_MODULE: 'ibus',
    LANG: 'C.UTF-8',
  };
  const start = (command: string, ...parameters: string[]) => {
    const child = spawn(command, parameters, {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
    });
    started.push(child);
    return child;
  };
  const run = (command: string, ...parameters: string[]) =>
    spawnSync(command, parameters, {
      env: { PATH: process.env['PATH'], ...env },
      encoding: 'utf8',
      timeout: 20_000,
    });
  const screen = start(
    'Xvfb',
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1600x1000x24',
    '-nolisten',
    'tcp',
  );
  env['DISPLAY'] = `:${await firstLine(screen.stdio[3] as Readable)}`;
  const busConfig = join(home, 'bus.conf');
  writeFileSync(busConfig, BUS);
  const bus = start('dbus-daemon', `--config-file=${busConfig}`, '--nofork', '--print-address');
  env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(bus.stdout as Readable);
  start('openbox');
  start('ibus-daemon', '--replace', '--xim', '--panel=disable');
  return {
    env,
    async ready() {
      for (let tries = 0; tries < 25; tries += 1) {
        run('ibus', 'engine', 'libpinyin');
        if (run('ibus', 'engine').stdout.trim() === 'libpinyin') return;
        await wait(200);
      }
      throw new Error('IBus does not answer.');
    },
    type: (letters) => void run('xdotool', 'type', '--delay', '60', letters),
    key: (...names) => void run('xdotool', 'key', '--delay', '60', ...names),
    stop() {
      for (const child of started.toReversed()) child.kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    stream.once('data', (data: Buffer) => resolve(String(data).trim()));
    stream.once('end', () => reject(new Error('It ended before it was ready.')));
  });
}
