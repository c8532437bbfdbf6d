import { expect, test, type Page } from '@playwright/test';
import { inlineRuns, type RecordLink } from '../../shared/document/tree.ts';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { RunningApp } from '../support/app.ts';
import { setUpDesk, TITLE, type Desk } from './pages/writing.ts';

const words = wordsOf('zh-CN');
const OTHER = '岑岭茶地理标志案';
let desk: Desk;
let running: RunningApp;

test.beforeEach(async () => {
  desk = setUpDesk();
  running = await desk.open();
  await callStore('records.create', { kind: 'good-practice', title: OTHER });
});
test.afterEach(async () => {
  await running.close().catch(() => undefined);
  desk.cleanUp();
});

async function callStore(name: string, input: unknown): Promise<unknown> {
  const answer = await running.window.evaluate((call) => window.jianzhi.call(call), {
    name,
    input,
  } as const);
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

const facts = (window: Page) => window.locator('[data-section="facts"] p').first();
const linkIn = (window: Page) => facts(window).getByRole('link');
const option = (window: Page, title: string) =>
  window.getByRole('listbox', { name: words.links.choices }).getByRole('option', { name: title });

test('a link is typed by initials, follows a renamed record, leads there and back, and says why when it is broken', async () => {
  const { window } = running;
  await facts(window).click();
  await window.keyboard.type('办理时参考了@clc');
  await expect(option(window, OTHER)).toHaveAttribute('aria-selected', 'true');
  await expect(option(window, TITLE)).toHaveCount(0);
  await window.keyboard.press('Enter');
  await window.keyboard.type('的做法。');
  await expect(facts(window)).toHaveText(`办理时参考了${OTHER}的做法。`);
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await expect(linkIn(window)).toHaveCount(0);
  await window.keyboard.press('Control+y');
  await window.keyboard.press('Control+y');
  await expect(linkIn(window)).toHaveText(OTHER);

  await linkIn(window).click({ modifiers: ['Control'] });
  const title = window.getByRole('textbox', { name: words.records.title });
  await expect(title).toHaveValue(OTHER);
  const backlinks = window.getByRole('region', { name: words.links.backlinks });
  await expect(backlinks.getByRole('button', { name: TITLE })).toContainText(
    `办理时参考了${OTHER}的做法。`,
  );
  await title.fill('岑岭茶经验');
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(title).toHaveValue(TITLE);
  await expect(linkIn(window)).toHaveText('岑岭茶经验');

  // From the keyboard: beside the caret, and back by the button.
  await facts(window).click();
  await window.keyboard.press('Home');
  for (let step = 0; step < '办理时参考了'.length; step += 1) {
    await window.keyboard.press('ArrowRight');
  }
  await window.keyboard.press('Control+Enter');
  await expect(title).toHaveValue('岑岭茶经验');
  await window.getByRole('button', { name: words.links.back(TITLE) }).click();
  await expect(title).toHaveValue(TITLE);
  await facts(window).click();
  await window.keyboard.press('End');
  await window.keyboard.type('完。');

  const { items } = (await callStore('records.list', { limit: 9 })) as {
    items: { id: string; title: string }[];
  };
  const other = items.find((one) => one.title === '岑岭茶经验');
  await linkIn(window).click({ modifiers: ['Control'] });
  await window.getByRole('button', { name: words.records.moveToTrash }).click();
  await window.getByText(TITLE).first().click();
  await expect(linkIn(window)).toHaveAttribute('data-broken', 'trashed');
  await callStore('records.purge', { ids: [other?.id] });
  await facts(window).click();
  await window.keyboard.press('End');
  await window.keyboard.type('。');
  await expect(linkIn(window)).toHaveAttribute('data-broken', 'purged');
  await linkIn(window).click({ modifiers: ['Control'] });
  await expect(window.getByText(words.links.broken.purged)).toBeVisible();
  await window.getByRole('button', { name: words.links.unlink }).click();
  await expect(linkIn(window)).toHaveCount(0);
  await expect(facts(window)).toContainText('参考了岑岭茶经验的做法。');
  expect(await running.complaints()).toEqual([]);
});

test('the picker leaves every key alone that is not its own', async () => {
  const { window } = running;
  await facts(window).click();
  const list = window.getByRole('listbox', { name: words.links.choices });
  await window.keyboard.type('a@b.cn ');
  await expect(list).toHaveCount(0);
  await window.keyboard.type('[[茶');
  await expect(option(window, OTHER)).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await window.keyboard.type('叶]] @没有这样的');
  await expect(window.getByText(words.links.noChoices)).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(list).toHaveCount(0);
  await expect(facts(window)).toHaveText('a@b.cn [[茶叶]] @没有这样的');
  await expect(window.locator('[data-section="facts"] p')).toHaveCount(2);

  // In a cell, and with the arrows; the first that is offered is the latest changed.
  await window.keyboard.type('【【');
  await expect(option(window, OTHER)).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('Tab');
  await expect(window.locator('[data-section="facts"] p').nth(1)).toHaveText(OTHER);
  await running.close();
  const links = JSON.stringify(desk.stored()).match(/"record-link"/g);
  expect(links).toHaveLength(1);
});

test('an input method composes in the picker as anywhere: its keys are its own, and what it chose is looked for', async () => {
  const { window } = running;
  const session = await window.context().newCDPSession(window);
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await facts(window).click();
  await window.keyboard.type('参见@');
  await expect(option(window, OTHER)).toBeVisible();
  for (const letters of ['c', 'ch', 'cha']) await compose(letters);
  for (const key of ['Enter', 'Tab', 'Escape', 'ArrowDown']) {
    for (const type of ['rawKeyDown', 'keyUp'] as const) {
      await session.send('Input.dispatchKeyEvent', {
        type,
        key,
        code: key,
        windowsVirtualKeyCode: 229,
      });
    }
  }
  await expect(facts(window)).toHaveText('参见@cha');
  await expect(linkIn(window)).toHaveCount(0);
  await session.send('Input.insertText', { text: '茶' });
  await expect(facts(window)).toHaveText('参见@茶');
  await expect(option(window, OTHER)).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('Enter');
  await expect(facts(window)).toHaveText(`参见${OTHER}`);
  expect(await running.complaints()).toEqual([]);
});

test('a footnote holds links, too: made, shown, opened and kept', async () => {
  const { window } = running;
  await facts(window).click();
  await window.keyboard.type('正文');
  await window.keyboard.press('Control+Alt+f');
  const box = window.getByRole('textbox', { name: words.writing.footnoteText });
  await box.pressSequentially('参见@clc');
  await expect(option(window, OTHER)).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(box).toHaveValue(`参见[[${OTHER}]]`);
  await box.pressSequentially('。[[不是链接]]');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Enter');
  const open = window.getByRole('button', { name: words.links.openNamed(OTHER) });
  await expect(open).toHaveText(OTHER);
  await open.click();
  const backlinks = window.getByRole('region', { name: words.links.backlinks });
  await expect(backlinks.getByRole('button', { name: TITLE })).toContainText(`参见${OTHER}。`);
  await window.keyboard.press('Alt+ArrowLeft');
  await window.locator('.editor-footnote').click();
  await expect(box).toHaveValue(`参见[[${OTHER}]]。[[不是链接]]`);
  await box.press('End');
  await box.pressSequentially('续');
  await window.keyboard.press('Enter');
  await running.close();
  const note = desk
    .stored()
    .document.sections.flatMap(({ blocks }) => blocks.flatMap(inlineRuns).flat())
    .find((inline) => inline.type === 'footnote');
  expect(note?.children.map(({ type }) => type)).toEqual(['text', 'record-link', 'text']);
});

test('a link that is copied is pasted as a link; one of a form from the future comes as its words', async () => {
  const { window } = running;
  await facts(window).click();
  await window.keyboard.type('@clc');
  await expect(option(window, OTHER)).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(linkIn(window)).toHaveCount(1);
  await window.keyboard.press('Shift+Home');
  const copied = await window.evaluate(() => {
    const transfer = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData: transfer, bubbles: true });
    document.querySelector('.editor-text')?.dispatchEvent(event);
    return Object.fromEntries(transfer.types.map((type) => [type, transfer.getData(type)]));
  });
  const own = copied['application/x-jianzhi-blocks+json'] ?? '';
  const copy = JSON.parse(own) as { blocks: { children: RecordLink[] }[] };
  const link = copy.blocks[0]?.children[0];
  expect(link?.type).toBe('record-link');
  const paste = (json: string) =>
    window.evaluate(
      ([blocks, plain]) => {
        const transfer = new DataTransfer();
        transfer.setData('application/x-jianzhi-blocks+json', blocks);
        transfer.setData('text/plain', plain);
        const event = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true });
        document.activeElement?.dispatchEvent(event);
      },
      [json, '文字'] as const,
    );
  const significance = window.locator('[data-section="significance"] p').first();
  await significance.click();
  const blocks = (one: unknown) =>
    JSON.stringify({ ...copy, blocks: [{ type: 'paragraph', children: [one] }] });
  await paste(blocks({ ...link, anchor: 'facts' }));
  await expect(significance).toHaveText('文字');
  await expect(significance.getByRole('link')).toHaveCount(0);
  await paste(blocks(link));
  await expect(significance.getByRole('link')).toHaveText(OTHER);
});

test('statutes and case numbers are recognised, written in full on asking, and lead to the others that cite them', async () => {
  const { window } = running;
  const made = (await callStore('records.create', {
    kind: 'good-practice',
    title: '另一件引用的材料',
  })) as { id: string; saves: number };
  const cited = '触犯刑法第二百一十三条；参照(2022)岚0603民再67号。';
  await callStore('records.save', {
    ...made,
    title: '另一件引用的材料',
    keywords: [],
    caseNumbers: [],
    document: {
      version: 2,
      sections: [
        {
          id: 'measures',
          heading: '做法',
          blocks: [{ type: 'paragraph', children: [{ type: 'text', text: cited }] }],
        },
      ],
    },
  });
  await facts(window).click();
  await window.keyboard.type('依照刑法213条、（2022）岚0603民再67号，该法第三条、前款不算。');
  const group = window.getByRole('region', { name: words.authorities.title });
  const article = '《中华人民共和国刑法》第二百一十三条';
  const number = '（2022）岚0603民再67号';
  await expect(group.getByRole('listitem')).toHaveCount(2);
  const marked = () => window.evaluate(() => CSS.highlights.get('editor-authority')?.size);
  expect(await marked()).toBe(2);

  // At the caret, with the keyboard alone; Home goes to the start of the line on the screen.
  await facts(window).click({ position: { x: 60, y: 8 } });
  await window.keyboard.press('Home');
  for (let step = 0; step < 4; step += 1) await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Control+Alt+a');
  const details = window.getByRole('dialog', { name: words.authorities.details });
  await expect(details).toContainText(article);
  await expect(details).toContainText(words.authorities.citedBy('1'));
  await expect(details.getByRole('button', { name: '另一件引用的材料' })).toBeVisible();
  await details.getByRole('button', { name: words.authorities.normalise }).press('Enter');
  await expect(facts(window)).toContainText(`依照${article}、（2022）`);
  await window.keyboard.press('Control+z');
  await expect(facts(window)).toContainText('依照刑法213条、（2022）');
  await expect
    .poll(() =>
      window.evaluate(() =>
        Array.from(CSS.highlights.get('editor-authority') ?? [], (range) =>
          range instanceof Range ? range.toString() : '',
        ),
      ),
    )
    .toContain('刑法213条');

  // Under the mouse.
  const box = await window.evaluate(() => {
    const [first] = CSS.highlights.get('editor-authority') ?? [];
    const { x, y, width, height } = (first as Range).getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await window.mouse.move(box.x, box.y);
  await window.mouse.move(box.x + 1, box.y);
  await expect(details).toContainText(article);
  await window.keyboard.press('ArrowRight');
  await expect(details).toHaveCount(0);

  await group.getByRole('button', { name: words.authorities.othersCite(article, '1') }).click();
  await expect(window.getByRole('option', { name: '另一件引用的材料' })).toBeVisible();
  await expect(
    window.getByRole('list', { name: words.search.filtersOn }).getByRole('listitem').first(),
  ).toContainText('刑法第213条');
  await group.getByRole('button', { name: words.authorities.othersCite(number, '1') }).click();
  await expect(window.getByRole('option', { name: '另一件引用的材料' })).toBeVisible();
  await group.getByRole('button', { name: words.authorities.goTo(number) }).click();
  expect(await window.evaluate(() => getSelection()?.toString())).toBe(number);
  expect(await running.complaints()).toEqual([]);
});
