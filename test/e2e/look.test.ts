import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Language, Theme } from '../../shared/contract/window.ts';
import { lookTime } from '../support/look-time.ts';
import { screens } from './pages/look-screens.ts';
import { takeSeat, type Seat } from './pages/seat.ts';
import { createWorkspace } from './pages/workspace.ts';
import { unlock } from './pages/writing.ts';

/**
 * Pictures of every screen, kept in `test/look` and compared: at most one pixel in two hundred may differ, and that only
 * where the colours differ by more than a fifth. Another machine's fonts or another engine draw other pictures: there the
 * comparison is left out and says so. `npx playwright test look --update-snapshots` takes them anew.
 */
const TOLERANCE = { maxDiffPixelRatio: 0.005, threshold: 0.2 };
const madeWith = join(import.meta.dirname, '../look/made-with.json');

type Look = { name: string; library: 'empty' | 'full'; language: Language; theme: Theme };
const looks: (Look & { size: { width: number; height: number } })[] = [
  { name: 'zh-light-full', library: 'full', language: 'zh-CN', theme: 'light', size: small() },
  { name: 'zh-dark-full', library: 'full', language: 'zh-CN', theme: 'dark', size: large() },
  { name: 'en-light-full', library: 'full', language: 'en', theme: 'light', size: large() },
  { name: 'zh-light-empty', library: 'empty', language: 'zh-CN', theme: 'light', size: small() },
  { name: 'en-dark-empty', library: 'empty', language: 'en', theme: 'dark', size: small() },
];

// What is drawn a moment late on a busy machine is no other picture.
test.describe.configure({ retries: 2 });

for (const look of looks) {
  test(`every screen looks as it did: ${look.name}`, async () => {
    test.setTimeout(180_000);
    const userData = mkdtempSync(join(tmpdir(), 'jianzhi-look-'));
    const folder = join(userData, 'workspace');
    makeLibrary(folder, look.library);
    const { language, theme } = look;
    writeFileSync(
      join(userData, 'preferences.json'),
      JSON.stringify({ language, theme, opensWith: 'records', lastFolder: folder }),
    );
    const seat = await takeSeat({ userData, language, theme, size: look.size });
    try {
      await sizeTo(seat, look.size);
      const engine = await engineOf(seat);
      if (isTakingAnew()) writeFileSync(madeWith, engine);
      test.skip(readFileSync(madeWith, 'utf8') !== engine, 'other fonts or another engine');
      await seat.window.getByRole('heading', { name: seat.words.workspace.unlockTitle }).waitFor();
      await compare(seat, `${look.name}/unlock.png`);
      const notes = await watchNotes(seat);
      await unlock(seat.window);
      await seat.window.getByTestId('workspace-name').waitFor();
      await stopClock(seat);
      const shown = screens.filter(({ libraries }) => libraries.includes(look.library));
      for (const [index, screen] of shown.entries()) {
        await screen.go(seat);
        if (screen.hidesInspector === true) await showInspector(seat, 'hidden');
        await compare(seat, `${look.name}/${screen.name}.png`);
        if (screen.hidesInspector === true) await showInspector(seat, 'visible');
        const { count } = seat.words.records;
        if (look.library === 'full' && index === 0) expect(await notes()).not.toContain(count('0'));
        await screen.leave?.(seat);
      }
      expect(await seat.complaints()).toEqual([]);
    } finally {
      await seat.close();
      rmSync(userData, { recursive: true, force: true });
    }
  });
}

/** What stood beside the names of panes meanwhile: a library of thousands never claims to be empty. */
async function watchNotes({ window }: Seat): Promise<() => Promise<string[]>> {
  const seen = await window.evaluateHandle(() => {
    const texts = new Set<string>();
    new MutationObserver(() => {
      for (const note of document.querySelectorAll('h2 + span')) texts.add(note.textContent ?? '');
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    return texts;
  });
  return () => seen.evaluate((texts) => [...texts]);
}

for (const { name, language, theme } of [
  { name: 'zh-light-first', language: 'zh-CN', theme: 'light' },
  { name: 'en-dark-first', language: 'en', theme: 'dark' },
] as const) {
  test(`the first run looks as it did: ${name}`, async () => {
    test.setTimeout(120_000);
    const userData = mkdtempSync(join(tmpdir(), 'jianzhi-look-'));
    const seat = await takeSeat({ userData, language, theme, size: small() });
    try {
      await sizeTo(seat, small());
      const engine = await engineOf(seat);
      test.skip(readFileSync(madeWith, 'utf8') !== engine, 'other fonts or another engine');
      await seat.window.getByRole('button', { name: seat.words.workspace.create }).waitFor();
      await compare(seat, `${name}/welcome.png`);
      const wanted = {
        folder: join(userData, 'workspace'),
        name: '云汀市人民检察院知识产权检察办公室',
        passphrase: '茶山雾里三只白鹭听雨',
      };
      await createWorkspace(seat, wanted, async (step) => {
        // A recovery code is never the same twice.
        if (step !== 'recovery') await compare(seat, `${name}/${step}.png`);
      });
      expect(await seat.complaints()).toEqual([]);
    } finally {
      await seat.close();
      rmSync(userData, { recursive: true, force: true });
    }
  });
}

async function sizeTo(seat: Seat, size: { width: number; height: number }): Promise<void> {
  await seat.electron.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
}

async function showInspector({ window }: Seat, visibility: 'hidden' | 'visible'): Promise<void> {
  await window
    .locator('aside')
    .last()
    .evaluate((element: HTMLElement, value) => {
      element.style.visibility = value;
    }, visibility);
}

async function compare(seat: Seat, name: string): Promise<void> {
  await seat.window.mouse.move(0, 0);
  await seat.window.waitForTimeout(400);
  await steady(seat);
  expect.soft(await seat.window.screenshot()).toMatchSnapshot(name.split('/'), TOLERANCE);
}

/** From here on it is always the same moment in the window; timers go on. */
async function stopClock({ window }: Seat): Promise<void> {
  await window.evaluate((time) => {
    const Running = Date;
    // oxlint-disable-next-line no-global-assign
    Date = class extends Running {
      constructor(...parts: number[]) {
        if (parts.length === 0) super(time);
        else super(...(parts as [number]));
      }
      static override now() {
        return time;
      }
    } as DateConstructor;
  }, lookTime);
}

/** What is drawn anew for every workspace (places, keys) is drawn as something that is always the same. No caret. */
async function steady({ window }: Seat): Promise<void> {
  await window.evaluate(() => {
    const focused = document.activeElement;
    if (focused instanceof HTMLElement) focused.blur();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      const still = text
        .replaceAll(/\/\S*jianzhi-look-\S*/g, '/home/officer/workspace')
        .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '0199aa00-0000-7000-8000-000000000000')
        .replaceAll(/\b[0-9a-f]{64}\b/g, '0'.repeat(64))
        .replaceAll(/^\d{5}$/g, '00000');
      if (still !== text) node.nodeValue = still;
    }
  });
}

/** The engine's version, and how wide its fonts set a line: equal only where pictures can be equal. */
async function engineOf({ window }: Seat): Promise<string> {
  return window.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    const families = ['"Noto Sans CJK SC"', '"Noto Serif CJK SC"', 'sans-serif'];
    const widths = families.map((family) => {
      if (context === null) return 0;
      context.font = `17px ${family}`;
      return Math.round(100 * context.measureText('Jianzhi 0123 Qq').width);
    });
    const version = /Chrome\/(\d+)/.exec(navigator.userAgent)?.[1] ?? '';
    return `${JSON.stringify({ version, widths })}\n`;
  });
}

function makeLibrary(folder: string, size: string): void {
  const child = join(import.meta.dirname, '../support/look-child.ts');
  const { status, stderr } = spawnSync(process.execPath, [child, folder, size], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  if (status !== 0) throw new Error(stderr);
}

function small(): { width: number; height: number } {
  return { width: 1280, height: 720 };
}

function large(): { width: number; height: number } {
  return { width: 1920, height: 1080 };
}

function isTakingAnew(): boolean {
  return ['all', 'changed'].includes(test.info().config.updateSnapshots);
}
