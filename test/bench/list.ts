import type { Database } from 'better-sqlite3';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOf, type StoreContext } from '../../electron/store/context.ts';
import { listGrouped } from '../../electron/store/records/list-grouped.ts';
import { listRecords } from '../../electron/store/records/list-records.ts';
import { createWorkspace } from '../../electron/store/workspace/create-workspace.ts';
import { GroupBy, RecordOrder, records } from '../../shared/contract/records.ts';
import type { CallInput } from '../../shared/contract/index.ts';
import { usualColumns } from '../../shared/contract/window.ts';
import type { Launch } from '../../scripts/launch.ts';
import { makeReady } from '../../scripts/ready.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { cheapOptions, testPassphrase } from '../support/temp-workspace.ts';
import {
  framesDuring,
  holdKey,
  removeEmptyList,
  showEmptyList,
  wheel,
  type Frames,
} from './list-frames.ts';
import { fillLibrary } from './list-library.ts';

/**
 * A long list: `npm run bench -- list [--large]`. 10,000 records, or 100,000. The store's pages in every order, filter and
 * grouping; then a real window that scrolls them by wheel and by keys, beside a list of empty rows in the same window.
 */
export async function run(flags: string[]): Promise<void> {
  const count = flags.includes('--large') ? 100_000 : 10_000;
  const userData = mkdtempSync(join(tmpdir(), 'jianzhi-bench-'));
  const folder = join(userData, 'workspace');
  try {
    const context: StoreContext = { clock: Date.now, open: null };
    const wanted = {
      folder,
      kind: 'contact-point' as const,
      name: '云汀市人民检察院',
      passphrase: testPassphrase,
      acceptsNoStateSecrets: true as const,
      acceptsFolderRisk: false,
    };
    await createWorkspace(context, wanted, cheapOptions);
    fillLibrary(databaseOf(context), count);
    console.log(`${count} records`);
    measurePages(databaseOf(context), count);
    context.open?.close();
    const { launch, display } = await makeReady();
    Object.assign(process.env, display.env);
    try {
      for (const density of ['rows', 'table'] as const) {
        const listView = { density, groupBy: null, columns: usualColumns, tableWidth: 640 };
        const preferences = {
          language: 'zh-CN',
          theme: 'light',
          opensWith: 'records',
          lastFolder: folder,
          listView,
        };
        writeFileSync(join(userData, 'preferences.json'), JSON.stringify(preferences));
        await measureWindow(userData, launch, count, density);
      }
    } finally {
      display.close();
    }
  } finally {
    rmSync(userData, { recursive: true, force: true });
  }
}

const PAGE_MS = 50;

/** What the window asks for, at the beginning, in the middle and at the end of the list. */
function measurePages(db: Database, count: number): void {
  const times: { what: string; time: number }[] = [];
  const heads: typeof times = [];
  const firsts: typeof times = [];
  const touch = db.prepare('UPDATE records SET opening = opening WHERE number = 1');
  // Once after a change, when totals are counted anew, and then as one scrolls.
  const measure = (what: string, work: () => unknown, first = firsts) => {
    touch.run();
    first.push({ what, time: millisecondsOf(work) });
    const rounds = [0, 1, 2].map(() => millisecondsOf(work)).toSorted((one, other) => one - other);
    times.push({ what, time: rounds[1] ?? 0 });
  };
  const offsets = [0, Math.floor(count / 2), count - 100];
  const list = (input: CallInput<'records.list'>) =>
    listRecords(db, records['records.list'].input.parse(input));
  const filters: CallInput<'records.list'>[] = [
    {},
    { kinds: ['typical-case', 'good-practice', 'research-note'] },
    { where: [{ list: 'status', codes: ['submitted'] }] },
    { where: [{ list: 'unread', codes: ['unread'] }] },
    { where: [{ list: 'charge', codes: ['213', '217'] }] },
  ];
  for (const order of RecordOrder.options) {
    for (const filter of filters) {
      for (const offset of offsets) {
        const input = { ...filter, order, offset };
        measure(`list ${JSON.stringify(input)}`, () => list(input));
      }
    }
  }
  report('pages of the list', times);
  line('… of which the total is counted anew, longest', longest(firsts));
  times.length = 0;
  for (const by of GroupBy.options) {
    for (const offset of offsets) {
      const input = records['records.grouped'].input.parse({
        by,
        offset,
        kinds: filters[1]?.kinds,
      });
      measure(`grouped ${by} ${offset}`, () => listGrouped(db, input), heads);
    }
  }
  report('pages of groups', times);
  line('groups counted anew after a change, longest', longest(heads));
}

function report(what: string, times: readonly { what: string; time: number }[]): void {
  const sorted = times.map(({ time }) => time).toSorted((one, other) => one - other);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  line(`${what}, p95`, `${p95.toFixed(1)} ms`);
  const most = sorted.at(-1) ?? 0;
  promised(
    `${what}, longest of ${times.length}`,
    `${longest(times)}, promised < ${PAGE_MS} ms`,
    most < PAGE_MS,
  );
}

function longest(times: readonly { what: string; time: number }[]): string {
  const [slowest] = times.toSorted((one, other) => other.time - one.time);
  return `${slowest?.time.toFixed(1) ?? ''} ms (${slowest?.what ?? ''})`;
}

const SCROLL_MS = 4000;
/** The frames of a list with something in it, to those of an empty one. A key shows a whole other page each time, which
 * without a graphics card is drawn by the processor; the empty list has nothing to draw. */
const FEWEST = { wheel: 0.9, keys: 0.8 };

async function measureWindow(
  userData: string,
  launch: Launch,
  count: number,
  density: 'rows' | 'table',
): Promise<void> {
  let app: RunningApp | undefined;
  try {
    app = await launchApp({ userData, launch, size: { width: 1440, height: 900 } });
    const { window } = app;
    await window.locator('input[type="password"]').fill(testPassphrase);
    await window.keyboard.press('Enter');
    await window.locator('[role="option"]').nth(3).waitFor();
    await window.waitForTimeout(3000);
    await measureScrolling(app, count, density);
  } finally {
    await app?.close();
  }
}

async function measureScrolling(app: RunningApp, count: number, density: string): Promise<void> {
  const { window } = app;
  const list = window.getByRole('listbox').first();
  const memory = [await memoryOf(app)];
  const wheeled = await framesDuring(window, () => wheel(window, '[role="listbox"]', SCROLL_MS));
  memory.push(await memoryOf(app));
  await list.focus();
  await window.keyboard.press('End');
  await window
    .locator(
      `[aria-posinset="${await list.locator('[role="option"]').first().getAttribute('aria-setsize')}"]`,
    )
    .waitFor();
  const keyed = await framesDuring(window, () => holdKey(window, 'PageUp', SCROLL_MS));
  await framesDuring(window, () => wheel(window, '[role="listbox"]', SCROLL_MS));
  memory.push(await memoryOf(app));
  await showEmptyList(window, count, density === 'table' ? 36 : 112);
  const empty = await framesDuring(window, () => wheel(window, '#empty-list', SCROLL_MS));
  await removeEmptyList(window);
  console.log(`${density}:`);
  line('frames a second, 95 % within, longest: empty', show(empty));
  line('… by wheel', show(wheeled));
  line('… by keys', show(keyed));
  for (const [name, frames] of [
    ['wheel', wheeled],
    ['keys', keyed],
  ] as const) {
    const ratio = frames.perSecond / empty.perSecond;
    promised(
      `frames a second ÷ empty, ${name}`,
      `${ratio.toFixed(2)}, promised ≥ ${FEWEST[name]}`,
      ratio >= FEWEST[name],
    );
    line(`longest ÷ longest of empty, ${name}`, (frames.longest / empty.longest).toFixed(2));
  }
  line(
    'memory of the window',
    `${memory.map((bytes) => `${Math.round(bytes / 1024)} MiB`).join(' → ')}`,
  );
  const growth = (memory[2] ?? 0) / (memory[1] ?? 1);
  promised(
    'memory after more scrolling ÷ after some',
    `${growth.toFixed(2)}, promised ≤ 1.25`,
    growth <= 1.25,
  );
}

/** Of all its processes that draw, in KiB. */
function memoryOf({ electron }: RunningApp): Promise<number> {
  return electron.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  );
}

function show({ perSecond, p95, longest: most }: Frames): string {
  return `${perSecond.toFixed(1)} / ${p95.toFixed(1)} ms / ${most.toFixed(0)} ms`;
}

function millisecondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function promised(what: string, value: string, isKept: boolean): void {
  line(what, `${value} ${isKept ? 'kept' : 'BROKEN'}`);
  if (!isKept) process.exitCode = 1;
}

function line(what: string, value: string): void {
  console.log(`  ${what.padEnd(52)} ${value}`);
}
