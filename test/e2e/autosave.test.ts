import { expect, test } from '@playwright/test';
import { sectionText } from '../../shared/document/tree.ts';
import type { FullRecord } from '../../shared/contract/records.ts';
import { processesOf, setUpDesk, unlock, type Desk } from './pages/writing.ts';
import type { RunningApp } from '../support/app.ts';

/** What the app promises: a kill loses at most this much of what was typed. */
const PROMISE_IN_MS = 1_000;
const sentence = '林某以非法占有为目的，假冒岑岭茶业有限公司注册商标。';

let desk: Desk;
let app: RunningApp;
/** The main process of `app`; Playwright forgets it when it ends. */
let main = -1;

test.beforeEach(async () => {
  desk = setUpDesk();
  await open();
  await app.window.locator('[data-section="facts"] p').first().click();
});
test.afterEach(() => {
  for (const { id } of processesOf(main)) kill(id);
  desk.cleanUp();
});

async function open(): Promise<void> {
  app = await desk.open();
  main = app.electron.process().pid ?? -1;
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** All processes of the app at once, the main one last so that none has time to say goodbye to another. */
function killApp(): void {
  const processes = processesOf(main);
  for (const { id } of processes.toReversed()) process.kill(id, 'SIGSTOP');
  for (const { id } of processes.toReversed()) kill(id);
}

function storeProcess(): number {
  const processes = processesOf(main);
  const store = processes.find(({ command }) =>
    /out\/store|node\.mojom\.NodeService/.test(command),
  );
  if (store === undefined) throw new Error('the app has no store process');
  return store.id;
}

const factsOf = (record: FullRecord) => {
  const facts = record.document.sections.find(({ id }) => id === 'facts');
  return facts === undefined ? '' : sectionText(facts);
};
const gone = () => expect.poll(() => processesOf(main).length, { timeout: 5_000 }).toBe(0);

for (const [seed, lasting] of [1_700, 2_900, 4_300].entries()) {
  test(`killed after ${lasting} ms of typing without a pause, the app has stored all but the last second`, async () => {
    const typed: { at: number; text: string }[] = [];
    let text = '';
    const start = Date.now();
    while (Date.now() - start < lasting) {
      const next = sentence.charAt((text.length + seed) % sentence.length);
      await app.window.keyboard.insertText(next);
      text += next;
      typed.push({ at: Date.now(), text });
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const killedAt = Date.now();
    killApp();
    await gone();
    const stored = factsOf(desk.stored());
    const promised = typed.findLast(({ at }) => at <= killedAt - PROMISE_IN_MS)?.text ?? '';
    expect(text.startsWith(stored)).toBe(true);
    expect(stored.length).toBeGreaterThanOrEqual(promised.length);
    expect(promised.length).toBeGreaterThan(5);
  });
}

test('what is under composition is stored too, and the composition goes on', async () => {
  const session = await app.window.context().newCDPSession(app.window);
  for (const letters of ['z', 'zh', 'zhi', 'zhis', 'zhish', 'zhishi']) {
    await session.send('Input.imeSetComposition', {
      text: letters,
      selectionStart: letters.length,
      selectionEnd: letters.length,
    });
    await app.window.waitForTimeout(300);
  }
  await session.send('Input.insertText', { text: '知识产权' });
  await app.window.waitForTimeout(PROMISE_IN_MS);
  killApp();
  await gone();
  expect(factsOf(desk.stored())).toBe('知识产权');
});

test('a composition that is killed has been stored as far as it was a second ago', async () => {
  const session = await app.window.context().newCDPSession(app.window);
  await app.window.keyboard.insertText('林某');
  await session.send('Input.imeSetComposition', {
    text: 'jiamao',
    selectionStart: 6,
    selectionEnd: 6,
  });
  await app.window.waitForTimeout(PROMISE_IN_MS);
  killApp();
  await gone();
  expect(factsOf(desk.stored())).toBe('林某jiamao');
});

test('when the store is killed, what was typed meanwhile is stored after unlocking', async () => {
  await app.window.keyboard.insertText('已存。');
  await app.window.waitForTimeout(PROMISE_IN_MS);
  await app.window.keyboard.insertText('未存。');
  kill(storeProcess());
  // The first passphrase may come before the new store is there.
  await expect(async () => {
    await unlock(app.window);
    await expect(app.window.getByRole('dialog')).toBeHidden({ timeout: 2_000 });
  }).toPass();
  await expect(app.window.locator('[data-section="facts"]')).toContainText('已存。未存。');
  await app.close();
  expect(factsOf(desk.stored())).toBe('已存。未存。');
});

test('when the window is killed, all but its last second is stored', async () => {
  await app.window.keyboard.insertText('一二三。');
  await app.window.waitForTimeout(PROMISE_IN_MS);
  const renderer = processesOf(main).filter(({ command }) => command.includes('--type=renderer'));
  expect(renderer.length).toBeGreaterThan(0);
  for (const { id } of renderer) kill(id);
  killApp();
  await gone();
  expect(factsOf(desk.stored())).toBe('一二三。');
});

test('closing right after a key stores it, and the next start shows the document as it was left', async () => {
  const { window } = app;
  await window.keyboard.press('Control+Alt+1');
  await window.keyboard.insertText('经过');
  await window.keyboard.press('Enter');
  await window.keyboard.insertText('首段，');
  await window.keyboard.press('Control+b');
  await window.keyboard.insertText('重点');
  await window.keyboard.press('Control+b');
  await window.keyboard.press('Shift+Enter');
  await window.keyboard.insertText('换行。');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Control+Shift+7');
  await window.keyboard.insertText('勘验');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Tab');
  await window.keyboard.insertText('鉴定');
  const shown = await window.locator('[data-section="facts"]').innerText();
  await app.close();
  const stored = desk.stored();
  expect(stored.document.sections.find(({ id }) => id === 'facts')?.blocks).toEqual([
    { type: 'heading', level: 1, numbered: true, children: [{ type: 'text', text: '经过' }] },
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: '首段，' },
        { type: 'text', text: '重点', bold: true },
        { type: 'line-break' },
        { type: 'text', text: '换行。' },
      ],
    },
    {
      type: 'list',
      ordered: true,
      items: [
        { depth: 0, children: [{ type: 'text', text: '勘验' }] },
        { depth: 1, children: [{ type: 'text', text: '鉴定' }] },
      ],
    },
  ]);
  await open();
  await expect(app.window.locator('[data-section="facts"]')).toBeVisible();
  expect(await app.window.locator('[data-section="facts"]').innerText()).toBe(shown);
  await app.window.waitForTimeout(PROMISE_IN_MS);
  await app.close();
  expect(desk.stored().saves).toBe(stored.saves);
});

test('select all and Delete leave every section of the case in the app too', async () => {
  const { window } = app;
  await window.keyboard.insertText('案情。');
  for (const key of ['Control+a', 'Control+a', 'Delete'])
    await window.keyboard.press(key, { delay: 20 });
  await expect(window.locator('.editor-section')).toHaveCount(5);
  await expect(window.locator('[data-section="facts"] .editor-section-body')).toHaveText('');
  await window.keyboard.press('Control+z', { delay: 20 });
  await expect(window.locator('[data-section="facts"] .editor-section-body')).toHaveText('案情。');
  expect(await app.complaints()).toEqual([]);
});
