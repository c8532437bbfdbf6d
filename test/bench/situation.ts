import type { Database } from 'better-sqlite3';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { databaseOf, type StoreContext } from '../../electron/store/context.ts';
import { boardPage } from '../../electron/store/designation/board.ts';
import { listOffices } from '../../electron/store/registry/list-offices.ts';
import { insertOffice } from '../../electron/store/registry/office-row.ts';
import { recordsBehind } from '../../electron/store/situation/behind-numbers.ts';
import { overviewOf } from '../../electron/store/situation/overview.ts';
import { createWorkspace } from '../../electron/store/workspace/create-workspace.ts';
import { storeContract } from '../../shared/contract/index.ts';
import { RegionCode } from '../../shared/contract/registry.ts';
import { wordsOf } from '../../shared/i18n/index.ts';
import { makeReady } from '../../scripts/ready.ts';
import { launchApp } from '../support/app.ts';
import { enrolOffice } from '../support/temp-desk.ts';
import { cheapOptions, testPassphrase } from '../support/temp-workspace.ts';
import { fillLibrary } from './list-library.ts';
import { makeRandom } from './random.ts';

const POINTS = 80;
const RECORDS = 100_000;
const MONTHS = 24;
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

async function makeDesk(folder: string): Promise<StoreContext> {
  const context: StoreContext = { clock: Date.now, open: null };
  const wanted = {
    folder,
    kind: 'desk' as const,
    name: '知识产权检察厅',
    passphrase: testPassphrase,
    acceptsNoStateSecrets: true as const,
    acceptsFolderRisk: false,
  };
  await createWorkspace(context, wanted, cheapOptions);
  return context;
}

/** 80 linked points in all regions, each with a year of figures, and what they sent in 24 months under some 2,000 keywords. */
function fillDesk(db: Database): void {
  const random = makeRandom(20261123);
  const now = Date.now();
  db.transaction(() => {
    for (let at = 0; at < POINTS; at += 1) {
      const region = RegionCode.options[at % RegionCode.options.length] ?? '110000';
      const id = addOffice(db, `第${at + 1}联系点人民检察院`, region, ['2024'], now);
      enrolOffice(db, `card-${at}`, `第${at + 1}联系点`);
      db.prepare('UPDATE registry_offices SET card_office_id = ? WHERE id = ?').run(
        `card-${at}`,
        id,
      );
      for (const kind of ['criminal-prosecution', 'civil', 'public-interest']) {
        db.prepare("INSERT INTO caseload_figures VALUES (?, '2025', ?, ?)").run(
          id,
          kind,
          random.below(400),
        );
      }
    }
  }).immediate();
  fillLibrary(db, RECORDS);
  const begin = now - MONTHS * 30.4 * 86_400_000;
  const pack = db.prepare(
    `INSERT INTO packs_received (number, pack_id, kind, sender_id, sender_name, sender_fingerprint, channel, epoch, sequence, hash,
       created_at, received_at, file_name, highest_marking, contents)
     VALUES (@number, 'pack ' || @number, 'submission', @sender, '', '', @sender, 'e', @number, '', @at, @at, '', 'internal', '[]')`,
  );
  const keywords = db.prepare('UPDATE records SET keywords = ? WHERE number = ?');
  const receive = db.prepare(
    `INSERT INTO received_records (record_number, library, sender_id, record_id, kind, revision, sha256, pack_number, received_at, state, state_at)
     VALUES (@number, 'received', @sender, @number, 'typical-case', 1, '', @pack, @at, @state, @at)`,
  );
  const states = ['received', 'accepted', 'returned', 'adopted'];
  db.transaction(() => {
    for (let number = 1; number <= RECORDS; number += 1) {
      const at = Math.floor(begin + random.next() * (now - begin));
      const sender = `card-${random.below(POINTS)}`;
      // A pack carries ten records.
      if (number % 10 === 1) pack.run({ number, sender, at });
      const chosen = [0, 1, 2, 3].map(() => `关键词${Math.floor(2000 * random.next() ** 3)}`);
      keywords.run(JSON.stringify(chosen), number);
      receive.run({
        number,
        sender,
        pack: number - ((number - 1) % 10),
        at,
        state: random.pick(states),
      });
    }
  }).immediate();
}

function addOffice(
  db: Database,
  name: string,
  region: RegionCode,
  batches: '2024'[],
  now: number,
): string {
  const fields = { level: null, provincial: '', demonstrationZone: '', contacts: [], notes: '' };
  return insertOffice(db, { ...fields, name, region, batches }, now);
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
