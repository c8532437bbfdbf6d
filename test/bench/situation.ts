import type { Database } from 'better-sqlite3';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { databaseOf } from '../../electron/store/context.ts';
import { boardPage } from '../../electron/store/designation/board.ts';
import { listOffices } from '../../electron/store/registry/list-offices.ts';
import { recordsBehind } from '../../electron/store/situation/behind-numbers.ts';
import { overviewOf } from '../../electron/store/situation/overview.ts';
import { storeContract } from '../../shared/contract/index.ts';
import { wordsOf } from '../../shared/i18n/index.ts';
import { makeReady } from '../../scripts/ready.ts';
import { launchApp } from '../support/app.ts';
import { testPassphrase } from '../support/temp-workspace.ts';
import { addOffice, fillDesk, makeDesk, POINTS, RECORDS } from './desk-library.ts';

const PROMISED_RATIO = 3;
const words = wordsOf('zh-CN');

/**
 * A desk with 80 points and 100,000 received records: `npm run bench -- situation`. How long its page of the situation takes from the
 * press in the navigation until the tiles with their numbers are drawn, beside that of an empty desk in the same run; then the store alone.
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jianzhi-bench-'));
  const { launch, display } = await makeReady();
  Object.assign(process.env, display.env);
  try {
    const times: Record<'empty' | 'full', number[]> = { empty: [], full: [] };
    for (const what of ['empty', 'full'] as const) {
      const userData = path.join(folder, what);
      const context = await makeDesk(path.join(userData, 'workspace'));
      const db = databaseOf(context);
      if (what === 'full') {
        fillDesk(db);
        measureStore(db);
      }
      context.open?.close();
      const preferences = {
        language: 'zh-CN',
        theme: 'light',
        opensWith: 'records',
        lastFolder: path.join(userData, 'workspace'),
      };
      writeFileSync(path.join(userData, 'preferences.json'), JSON.stringify(preferences));
      const app = await launchApp({ userData, launch, size: { width: 1440, height: 900 } });
      try {
        await app.window.locator('input[type="password"]').fill(testPassphrase);
        await app.window.keyboard.press('Enter');
        await app.window.getByTestId('workspace-name').waitFor();
        await app.window.waitForTimeout(4000);
        for (let turn = 0; turn < 9; turn += 1) times[what].push(await openPage(app.window));
      } finally {
        await app.close();
      }
    }
    report(times);
  } finally {
    display.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From the press until the tiles are drawn, in milliseconds; from another page each time. */
async function openPage(window: Page): Promise<number> {
  const navigation = window.getByRole('navigation', { name: words.app.navigation });
  await navigation.getByRole('button', { name: words.settings.title, exact: true }).click();
  await window.waitForTimeout(400);
  return navigation
    .getByRole('button', { name: words.situation.title, exact: true })
    .evaluate(async (button: HTMLElement) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const start = performance.now();
      button.click();
      while (document.querySelectorAll('[data-region]').length < 32) await frame();
      // Drawn when the frame after the next one begins.
      await frame();
      await frame();
      return performance.now() - start;
    });
}

function report({ empty, full }: Record<'empty' | 'full', number[]>): void {
  const middle = (times: number[]) => {
    const warm = times.slice(1).toSorted((one, other) => one - other);
    return warm[Math.floor(warm.length / 2)] ?? 0;
  };
  line(
    'page of an empty desk, first and median of 8',
    `${show(empty[0])} / ${show(middle(empty))}`,
  );
  line(
    `page with ${POINTS} points, ${RECORDS} records`,
    `${show(full[0])} / ${show(middle(full))}`,
  );
  for (const [name, ratio] of [
    ['first ÷ first of empty', (full[0] ?? 0) / (empty[0] ?? 1)],
    ['median ÷ median of empty', middle(full) / middle(empty)],
  ] as const) {
    const isKept = ratio <= PROMISED_RATIO;
    line(name, `${ratio.toFixed(2)}, promised ≤ ${PROMISED_RATIO} ${isKept ? 'kept' : 'BROKEN'}`);
    if (!isKept) process.exitCode = 1;
  }
}

function measureStore(db: Database): void {
  const scope = { kind: 'total' };
  const page = { offset: 0, limit: 100 };
  const now = Date.now();
  const behind = (input: object) =>
    recordsBehind(db, storeContract['situation.records'].input.parse({ ...page, ...input }));
  measure('store: overview', () => overviewOf(db, scope, now));
  measure('store: overview of 3 months', () =>
    overviewOf(db, { ...scope, from: '2026-01', to: '2026-03' }, now),
  );
  measure('store: records of a region', () => behind({ region: '320000' }));
  measure('store: records of a keyword', () => behind({ keyword: '关键词0' }));
  measure('store: records of a month', () => behind({ from: '2026-03', to: '2026-03' }));
  db.transaction(() => {
    for (let at = 0; at < 3000; at += 1) addOffice(db, `候选${at}人民检察院`, '130000', [], now);
  }).immediate();
  const list = storeContract['registry.list'].input;
  const board = storeContract['designation.board'].input;
  measure('store: registry of 3,080, a page far down', () =>
    listOffices(db, list.parse({ offset: 2900 })),
  );
  measure('store: registry of 3,080, by words', () =>
    listOffices(db, list.parse({ text: '候选2999' })),
  );
  measure('store: board of 3,080 candidates by sum', () =>
    boardPage(db, board.parse({ order: 'sum' })),
  );
  db.prepare("DELETE FROM registry_offices WHERE name LIKE '候选%'").run();
}

function measure(what: string, work: () => unknown): void {
  const times = [0, 1, 2, 3, 4].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  const sorted = times.toSorted((one, other) => one - other);
  line(what, `${show(sorted[2])}, longest ${show(sorted.at(-1))}`);
}

const show = (time = 0) => `${time.toFixed(1)} ms`;

function line(what: string, value: string): void {
  console.log(`  ${what.padEnd(52)} ${value}`);
}
