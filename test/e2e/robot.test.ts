import { expect, test } from '@playwright/test';
import { sectionText } from '../../shared/document/tree.ts';
import type { RunningApp } from '../support/app.ts';
import { makeRandom } from '../bench/random.ts';
import { processesOf, setUpDesk, unlock } from './pages/writing.ts';

/** What the app promises: a kill loses at most this much of what was typed. */
const PROMISE_IN_MS = 1_000;
/** A round: type without a pause, kill, start again, compare. `npm run test:long` does more of them. */
const rounds = Number(process.env['JIANZHI_KILLS'] ?? 20);
const seed = Number(process.env['JIANZHI_SEED'] ?? Date.now() % 1_000_000);
const victims = ['everything', 'main', 'store', 'window'] as const;
const sentence = '林某以非法占有为目的，假冒岑岭茶业有限公司注册商标，销售金额三十一万元。';

test(`a robot types without a pause and is killed ${rounds} times: nothing older than a second is lost, nothing is garbled`, async () => {
  test.setTimeout(30_000 + rounds * 30_000);
  console.log(`JIANZHI_SEED=${seed}`);
  const random = makeRandom(seed);
  const desk = setUpDesk();
  let [app, main] = await open();
  /** What the robot has typed, and when it got that far. */
  let typed = '';
  let log: { at: number; length: number }[] = [];
  const killed: string[] = [];

  async function open(): Promise<[RunningApp, number]> {
    const opened = await desk.open();
    await goToEnd(opened);
    return [opened, opened.electron.process().pid ?? -1];
  }
  async function typeFor(lasting: number): Promise<void> {
    for (const end = Date.now() + lasting; Date.now() < end;) {
      const next =
        typed.length % 60 === 59 ? '\n' : sentence.charAt(typed.length % sentence.length);
      if (next === '\n') await app.window.keyboard.press('Enter');
      else await app.window.keyboard.insertText(next);
      typed += next;
      log.push({ at: Date.now(), length: typed.length });
    }
  }
  const storedText = () => {
    const facts = desk.stored().document.sections.find(({ id }) => id === 'facts');
    return facts === undefined ? '' : sectionText(facts);
  };
  const end = async (ids: readonly number[]) => {
    for (const id of ids) signal(id, 'SIGSTOP');
    for (const id of ids.toReversed()) signal(id, 'SIGKILL');
    await expect.poll(() => processesOf(main).length, { timeout: 10_000 }).toBe(0);
  };

  try {
    for (let round = 0; round < rounds; round += 1) {
      const victim = victims[random.below(victims.length)] ?? 'everything';
      killed.push(victim);
      await typeFor(300 + random.below(1_500));
      const all = processesOf(main);
      const killedAt = Date.now();
      if (victim === 'store') {
        const store = all.find(({ command }) =>
          /out\/store|node\.mojom\.NodeService/.test(command),
        );
        signal(store?.id ?? -1, 'SIGKILL');
        await expect(async () => {
          await unlock(app.window);
          await expect(app.window.getByRole('dialog')).toBeHidden({ timeout: 2_000 });
        }).toPass();
        await expect.poll(storedInWindow, { timeout: 10_000 }).toBe(typed.replaceAll('\n', ''));
        await goToEnd(app);
        log = [];
        continue;
      }
      if (victim === 'window') {
        for (const { id, command } of all) {
          if (command.includes('--type=renderer')) signal(id, 'SIGKILL');
        }
      }
      const rest = victim === 'main' ? [main] : [];
      await end(rest.length > 0 ? [...rest, ...all.map(({ id }) => id)] : all.map(({ id }) => id));
      const stored = storedText();
      const promised = log.findLast(({ at }) => at <= killedAt - PROMISE_IN_MS)?.length ?? 0;
      expect(typed.startsWith(stored), `garbled after ${killed.join(', ')}`).toBe(true);
      expect(stored.length, `short after ${killed.join(', ')}`).toBeGreaterThanOrEqual(promised);
      typed = stored;
      log = [];
      [app, main] = await open();
    }
    await app.close();
    expect(storedText()).toBe(typed);
    expect(new Set(killed).size).toBeGreaterThan(1);
  } finally {
    for (const { id } of processesOf(main)) signal(id, 'SIGKILL');
    desk.cleanUp();
  }

  async function storedInWindow(): Promise<string> {
    const text = await app.window
      .locator('[data-section="facts"] .editor-section-body')
      .innerText();
    return text.replaceAll(/\s/g, '');
  }
});

/** To the end of the section's text: the key End only goes to the end of the line that one sees. */
async function goToEnd({ window }: RunningApp): Promise<void> {
  const last = window.locator('[data-section="facts"] p').last();
  await last.click();
  await last.evaluate((paragraph) => {
    getSelection()?.selectAllChildren(paragraph);
    getSelection()?.collapseToEnd();
  });
  await window.waitForTimeout(100);
}

function signal(id: number, name: 'SIGKILL' | 'SIGSTOP'): void {
  try {
    if (id > 0) process.kill(id, name);
  } catch {
    // It is gone already.
  }
}
