import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test, type ElectronApplication } from '@playwright/test';
import type { StoreProcess, StoreStart, StoreWay } from '../../electron/main/store-process.ts';
import { resolveRuntime } from '../../scripts/electron-runtime.ts';
import { prepareLaunch } from '../../scripts/launch.ts';
import { projectFolder } from '../../scripts/project.ts';
import { buildStoreWays } from '../support/build-store-ways.ts';

// The adapter runs in the main process of a real Electron; the functions below are carried over there as they stand.
declare global {
  var startStore: (start: StoreStart) => StoreProcess;
  var heard: { messages: unknown[]; exits: number; store: StoreProcess };
}

let folder: string;
let echo: string;
let electron: ElectronApplication;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-ways-'));
  const app = join(folder, 'app');
  ({ echo } = await buildStoreWays(app));
  const runtime = await resolveRuntime();
  const { executable, args, env } = prepareLaunch(runtime, app, join(folder, 'electron'));
  electron = await _electron.launch({
    executablePath: executable,
    args: [...args, `--user-data-dir=${join(folder, 'user-data')}`],
    env: { ...(process.env as Record<string, string>), ...env },
    chromiumSandbox: process.getuid?.() !== 0,
  });
});
test.afterAll(async () => {
  await electron.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(way: StoreWay, entry: string): Promise<void> {
  const nodePath = process.execPath;
  await electron.evaluate(
    (_, how) => {
      const heard: { messages: unknown[]; exits: number } = { messages: [], exits: 0 };
      const store = globalThis.startStore({
        ...how,
        onMessage: (message) => heard.messages.push(message),
        onExit: () => (heard.exits += 1),
      });
      globalThis.heard = Object.assign(heard, { store });
    },
    { way, entry, nodePath },
  );
}

const messages = () => electron.evaluate(() => globalThis.heard.messages);
const exits = () => electron.evaluate(() => globalThis.heard.exits);

for (const way of ['utility', 'node'] as const) {
  test(`a store started as ${way} says back bytes, dates, maps and big numbers as they were`, async () => {
    await start(way, echo);
    await electron.evaluate(() =>
      globalThis.heard.store.send({
        bytes: new Uint8Array([0, 255]),
        date: new Date(0),
        map: new Map([['岑岭', 1]]),
        big: 2n ** 60n,
      }),
    );
    await expect.poll(async () => (await messages()).length).toBe(1);
    const kept = await electron.evaluate(() => {
      const [message] = globalThis.heard.messages as {
        isUtility: boolean;
        echo: { bytes: Uint8Array; date: Date; map: Map<string, number>; big: bigint };
      }[];
      const said = message?.echo;
      return {
        isUtility: message?.isUtility,
        bytes: said?.bytes instanceof Uint8Array && [...said.bytes],
        date: said?.date instanceof Date && said.date.getTime(),
        map: said?.map instanceof Map && said.map.get('岑岭'),
        big: said?.big === 2n ** 60n,
      };
    });
    expect(kept).toEqual({
      isUtility: way === 'utility',
      bytes: [0, 255],
      date: 0,
      map: 1,
      big: true,
    });
    await electron.evaluate(() => globalThis.heard.store.stop());
    await expect.poll(exits).toBe(1);
  });

  test(`a burst of answers of a store started as ${way} arrives whole and in order`, async () => {
    await start(way, echo);
    // Answers pile up while the main process is busy, so that they are read in pieces which end anywhere.
    await electron.evaluate(async () => {
      globalThis.heard.store.send('burst');
      for (let times = 0; times < 100; times += 1) {
        const until = performance.now() + 15;
        while (performance.now() < until);
        await new Promise((resolve) => setTimeout(resolve));
      }
    });
    await expect.poll(async () => (await messages()).length).toBe(60_000);
    const numbers = await electron.evaluate(() =>
      (globalThis.heard.messages as { number: number }[]).map(({ number }) => number),
    );
    expect(numbers).toEqual(Array.from({ length: 60_000 }, (_, number) => number));
    await electron.evaluate(() => globalThis.heard.store.stop());
    await expect.poll(exits).toBe(1);
  });

  test(`the end of a store started as ${way} that nobody asked for is reported`, async () => {
    await start(way, echo);
    await electron.evaluate(() => globalThis.heard.store.send('exit'));
    await expect.poll(exits).toBeGreaterThan(0);
    // What is sent to it afterwards is lost, and nothing else.
    await electron.evaluate(() => globalThis.heard.store.send('anybody?'));
  });
}

test('the real store, started by the project’s own Node, answers and ends when it is left', async () => {
  await start('node', join(projectFolder, 'out', 'store', 'index.cjs'));
  await electron.evaluate(() =>
    globalThis.heard.store.send({ id: 1, call: { name: 'workspace.status', input: {} } }),
  );
  await expect
    .poll(messages)
    .toEqual([{ id: 1, answer: { ok: true, value: { state: 'closed' } } }]);
  await electron.evaluate(() => globalThis.heard.store.stop());
  await expect.poll(exits).toBe(1);
});
