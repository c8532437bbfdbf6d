import { expect, test } from '@playwright/test';
import type { Block, Inline } from '../../shared/document/tree.ts';
import { openEditorPage, type EditorOnPage } from './pages/editor-page.ts';

let editor: EditorOnPage & { close: () => Promise<void> };

test.beforeAll(async () => {
  editor = await openEditorPage();
});
test.afterAll(() => editor.close());
test.afterEach(() => expect(editor.complaints.splice(0)).toEqual([]));

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await editor.page.keyboard.press(key);
}
const type = (text: string) => editor.page.keyboard.type(text);
const blocksOf = async (section = 'facts') =>
  (await editor.read()).sections.find(({ id }) => id === section)?.blocks ?? [];
/** What the style sheet counts. */
const numbersShown = () =>
  editor.page.evaluate(() =>
    [...document.querySelectorAll('[data-numbered]')].map((heading) => {
      const { content } = getComputedStyle(heading, '::before');
      return `${heading.tagName} ${content.replaceAll('"', '')}`;
    }),
  );

test.describe('numbers of headings', () => {
  test('a number and a space make a counted heading, and one undo brings what was typed back for good', async () => {
    await editor.show();
    await editor.caretIn('facts');
    await type('（一）');
    await press('Space');
    await type('依法追诉');
    expect(await blocksOf()).toEqual([
      { type: 'heading', level: 1, numbered: true, children: [{ type: 'text', text: '依法追诉' }] },
    ]);
    await press('Control+z', 'Control+z');
    expect(await editor.lines('facts')).toEqual(['（一）']);
    await press('End', 'Space');
    expect(await editor.lines('facts')).toEqual(['（一） ']);
  });

  test('Enter within a numbered heading makes two, at its start the number stays with the words', async () => {
    await editor.show();
    await editor.caretIn('facts');
    await type('（一）');
    await press('Space');
    await type('依法追诉补侦');
    await press('ArrowLeft', 'ArrowLeft', 'Enter');
    expect(await blocksOf()).toEqual([
      { type: 'heading', level: 1, numbered: true, children: [{ type: 'text', text: '依法追诉' }] },
      { type: 'heading', level: 1, numbered: true, children: [{ type: 'text', text: '补侦' }] },
    ]);
    await press('Home', 'Enter');
    expect((await blocksOf()).slice(1)).toEqual([
      { type: 'paragraph', children: [] },
      { type: 'heading', level: 1, numbered: true, children: [{ type: 'text', text: '补侦' }] },
    ]);
    await press('End', 'Enter');
    expect((await blocksOf()).at(-1)).toEqual({ type: 'paragraph', children: [] });
  });

  test('Enter after a short line makes it a heading; a sentence and a quantity stay as they are', async () => {
    await editor.show();
    await editor.caretIn('facts');
    await type('1.包装');
    await press('Enter');
    await type('1.林某售卖三百箱。');
    await press('Enter');
    await type('2.5万元');
    await press('Enter');
    await type('（2）销售');
    await press('Enter');
    const blocks = await blocksOf();
    expect(await editor.lines('facts')).toEqual([
      '## 包装',
      '1.林某售卖三百箱。',
      '2.5万元',
      '### 销售',
      '',
    ]);
    expect(blocks[3]).toMatchObject({ numbered: true });
    await press('Control+z');
    expect((await editor.lines('facts')).slice(3)).toEqual(['（2）销售']);
  });

  test('under composition nothing is turned into a heading', async () => {
    await editor.show();
    await editor.caretIn('facts');
    await type('（一）');
    const session = await editor.page.context().newCDPSession(editor.page);
    await session.send('Input.imeSetComposition', {
      text: 'zhuan',
      selectionStart: 5,
      selectionEnd: 5,
    });
    await session.send('Input.insertText', { text: '专' });
    expect(await editor.lines('facts')).toEqual(['（一）专']);
  });

  test('numbers start again under each higher heading, skip plain ones, and follow an edit', async () => {
    const heading = (level: 1 | 2 | 3, text: string, numbered = true) => ({
      type: 'heading' as const,
      level,
      ...(numbered ? { numbered: true as const } : {}),
      children: [{ type: 'text' as const, text }],
    });
    await editor.show();
    const tree = await editor.read();
    await editor.show({
      ...tree,
      sections: tree.sections.map((section) =>
        section.id === 'facts'
          ? {
              ...section,
              blocks: [
                heading(1, '甲'),
                heading(2, '甲一'),
                heading(3, '甲一一'),
                heading(1, '无号', false),
                heading(2, '甲二'),
                heading(1, '乙'),
                heading(2, '乙一'),
              ],
            }
          : section,
      ),
    });
    expect((await numbersShown()).length).toBe(6);
    await editor.caretIn('facts', 3);
    await press('Control+Alt+n');
    expect((await blocksOf())[3]).toMatchObject({ numbered: true });
    expect((await numbersShown()).length).toBe(7);
    await press('Control+Alt+n');
    expect((await blocksOf())[3]).not.toHaveProperty('numbered');
  });

  test('typed numbers become counted ones on command, in one step of undo', async () => {
    await editor.show();
    const tree = await editor.read();
    const paragraph = (text: string) => ({
      type: 'paragraph' as const,
      children: [{ type: 'text' as const, text }],
    });
    const typed = {
      ...tree,
      sections: tree.sections.map((section) =>
        section.id === 'facts'
          ? {
              ...section,
              blocks: [
                {
                  type: 'heading' as const,
                  level: 1 as const,
                  children: [{ type: 'text' as const, text: '（一）案发经过' }],
                },
                paragraph('1.包装'),
                paragraph('1.林某售卖三百箱。'),
              ],
            }
          : section,
      ),
    };
    await editor.show(typed);
    await editor.caretIn('facts', 2);
    await editor.page.getByRole('button', { name: '更多' }).click();
    await editor.page.getByRole('menuitem', { name: '编号转为自动编号' }).click();
    expect(await editor.lines('facts')).toEqual(['# 案发经过', '## 包装', '1.林某售卖三百箱。']);
    await press('Control+z');
    expect(await editor.read()).toEqual(typed);
  });

  test('a copy for other programs has the numbers, our own copy counts them anew', async () => {
    await editor.show();
    await editor.caretIn('facts');
    await type('（一）甲');
    await press('Enter');
    await type('首段');
    await press('Control+a');
    const copied = await editor.page.evaluate(() => {
      const data = new DataTransfer();
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
      );
      return { text: data.getData('text/plain'), html: data.getData('text/html') };
    });
    expect(copied.text).toBe('（一）甲\n首段');
    expect(copied.html).toContain('<h1>（一）甲</h1>');
  });

  test('quotes and alignment are kept', async () => {
    await editor.show();
    await editor.caretIn('facts');
    await type('引自判决书');
    await press('Control+Alt+q');
    await press('Enter');
    await type('云汀市人民检察院');
    await press('Control+Shift+r');
    expect(await blocksOf()).toEqual([
      { type: 'quote', children: [{ type: 'text', text: '引自判决书' }] },
      {
        type: 'paragraph',
        align: 'right',
        children: [{ type: 'text', text: '云汀市人民检察院' }],
      },
    ]);
  });
});

test.describe('hints', () => {
  test('a section says what it is for until it is written', async () => {
    await editor.show();
    const hint = () =>
      editor.page.evaluate(() => {
        const body = document.querySelector('[data-section="facts"] .editor-section-body');
        const { content, display } = getComputedStyle(body ?? document.body, '::before');
        return display === 'none' ? '' : content;
      });
    await expect.poll(hint).toContain('439');
    await editor.caretIn('facts');
    await editor.paste({ 'text/plain': '林某在云汀市望舒区租用仓库。'.repeat(30) });
    await expect.poll(hint).toBe('');
  });
});

test.describe('find and replace', () => {
  test('what stands in several looks is found, replaced all at once, and one undo brings it back', async () => {
    await editor.show();
    await editor.caretIn('facts');
    await type('甲商');
    await press('Control+b');
    await type('标乙');
    await press('Control+b', 'Enter');
    await type('商标商标');
    const before = await editor.read();
    await press('Control+h');
    await type('商标');
    await expect(editor.page.getByRole('search').getByRole('status')).toHaveText('1 / 3');
    await editor.page.getByRole('textbox', { name: '替换为' }).fill('专利权');
    await editor.page.getByRole('button', { name: '全部替换' }).click();
    await expect(editor.page.getByText('已替换 3 处')).toBeVisible();
    expect(await editor.lines('facts')).toEqual(['甲专利权*乙*', '专利权专利权']);
    await press('Escape');
    await press('Control+z');
    expect(await editor.read()).toEqual(before);
  });

  test('one is replaced after another, the next one is on the way, and each is a step of undo', async () => {
    await editor.show();
    await editor.caretIn('facts');
    await type('商标一商标二商标三');
    await press('Control+h');
    await type('商标');
    const status = editor.page.getByRole('search').getByRole('status');
    await expect(status).toHaveText('1 / 3');
    await editor.page.getByRole('button', { name: '下一处' }).click();
    await expect(status).toHaveText('2 / 3');
    await editor.page.getByRole('textbox', { name: '替换为' }).fill('专利');
    const one = editor.page.getByRole('button', { name: '替换', exact: true });
    await one.click();
    await expect.poll(() => editor.lines('facts')).toEqual(['商标一专利二商标三']);
    await expect(status).toHaveText('2 / 2');
    await one.click();
    await expect.poll(() => editor.lines('facts')).toEqual(['商标一专利二专利三']);
    await press('Escape', 'Control+z');
    expect(await editor.lines('facts')).toEqual(['商标一专利二商标三']);
  });

  test('a harmful expression is stopped, a wrong one is said, and writing goes on', async () => {
    await editor.show();
    await editor.caretIn('facts');
    await type(`${'a'.repeat(60)}!`);
    await press('Control+h');
    await editor.page.getByRole('button', { name: '正则表达式' }).click();
    const box = editor.page.getByRole('textbox', { name: '查找' });
    const status = editor.page.getByRole('search').getByRole('status');
    await box.fill('(');
    await expect(status).toHaveText('正则表达式有误。');
    await box.fill('(a+)+b');
    await expect(status).toContainText('太费时');
    await box.fill('a+!');
    await expect(status).toHaveText('1 / 1');
    await press('Enter', 'Escape');
    await type('乙');
    expect(await editor.lines('facts')).toEqual(['乙']);
  });

  test('Enter and Escape belong to the input method while it composes', async () => {
    await editor.show();
    await editor.caretIn('facts');
    await type('商标');
    await press('Control+h');
    const session = await editor.page.context().newCDPSession(editor.page);
    await session.send('Input.imeSetComposition', {
      text: 'shang',
      selectionStart: 5,
      selectionEnd: 5,
    });
    await session.send('Input.insertText', { text: '商' });
    const box = editor.page.getByRole('textbox', { name: '查找' });
    await expect(box).toHaveValue('商');
    await expect(editor.page.getByRole('search').getByRole('status')).toHaveText('1 / 1');
    await press('Escape');
    await expect(editor.page.getByRole('search')).toBeHidden();
  });
});

test.describe('footnotes', () => {
  const notes = () => editor.page.getByRole('region', { name: '脚注' }).getByRole('listitem');
  const box = () => editor.page.getByRole('textbox', { name: '脚注内容' });

  test('a note is written in its own window, numbered in order, listed below, changed, undone and taken away', async () => {
    await editor.show();
    await editor.caretIn('facts');
    await type('甲乙');
    await press('Control+Alt+f');
    await box().fill('后写的');
    await press('Enter');
    await expect(notes()).toHaveText([/后写的/]);
    await type('丙');
    await press('Home', 'ArrowRight', 'Control+Alt+f');
    await expect(box()).toBeFocused();
    await type('先写的');
    await press('Escape');
    await expect(notes()).toHaveText([/1先写的/, /2后写的/]);
    const note = (text: string) => ({ type: 'footnote', children: [{ type: 'text', text }] });
    const written = [
      { type: 'text', text: '甲' },
      note('先写的'),
      { type: 'text', text: '乙' },
      note('后写的'),
      { type: 'text', text: '丙' },
    ];
    expect(await blocksOf()).toEqual([{ type: 'paragraph', children: written }]);
    await editor.page.locator('.editor-footnote').first().click();
    await expect(box()).toHaveValue('先写的');
    await editor.page.getByRole('button', { name: '删除脚注' }).click();
    await expect(notes()).toHaveText([/1后写的/]);
    await press('Control+z');
    expect(await blocksOf()).toEqual([{ type: 'paragraph', children: written }]);
    await editor.page.getByRole('button', { name: '回到脚注 2 处' }).click();
    await expect(editor.page.locator('.editor-text')).toBeFocused();
    await type('丁');
    expect(await editor.lines('facts')).toEqual(['甲乙丁丙']);
    await press('Control+Home');
    await editor.page.getByRole('button', { name: '回到脚注 1 处' }).click();
    await type('戊');
    expect(await editor.lines('facts')).toEqual(['甲戊乙丁丙']);
  });

  test('the way back from a note at the end of a line, and one alone in it, ends behind the mark', async () => {
    const document = await editor.read();
    const note: Inline = { type: 'footnote', children: [{ type: 'text', text: '注' }] };
    const paragraphs: Block[] = [
      { type: 'paragraph', children: [{ type: 'text', text: '甲' }, note] },
      { type: 'paragraph', children: [note] },
      { type: 'paragraph', children: [note, { type: 'text', text: '乙' }] },
    ];
    const sections = document.sections.map((section) =>
      section.id === 'facts' ? { ...section, blocks: paragraphs } : section,
    );
    for (const number of [1, 2, 3]) {
      await editor.show({ ...document, sections });
      await editor.caretIn('gist');
      await editor.page.getByRole('button', { name: `回到脚注 ${String(number)} 处` }).click();
      await type('后');
      const typed: Inline = { type: 'text', text: number === 3 ? '后乙' : '后' };
      const line = await blocksOf().then((blocks) => blocks[number - 1]);
      expect(line).toMatchObject({
        children: number === 1 ? [{ text: '甲' }, note, typed] : [note, typed],
      });
    }
  });

  test('what is bold in a note stays so when the words beside it change', async () => {
    const document = await editor.read();
    const children: Inline[] = [
      { type: 'text', text: '见' },
      { type: 'text', text: '第三条', bold: true },
      { type: 'line-break' },
      { type: 'text', text: '及附件' },
    ];
    const note = { type: 'footnote', children } as Inline;
    const sections = document.sections.map((section) =>
      section.id === 'facts'
        ? { ...section, blocks: [{ type: 'paragraph' as const, children: [note] }] }
        : section,
    );
    await editor.show({ ...document, sections });
    await editor.page.locator('.editor-footnote').click();
    await expect(box()).toHaveValue('见第三条\n及附件');
    await box().fill('参见第三条\n和附件二');
    await press('Enter');
    expect(await blocksOf()).toMatchObject([
      {
        children: [
          {
            children: [
              { type: 'text', text: '参见' },
              { type: 'text', text: '第三条', bold: true },
              { type: 'line-break' },
              { type: 'text', text: '和附件二' },
            ],
          },
        ],
      },
    ]);
  });

  test('keys in the window belong to the input method while it composes', async () => {
    await editor.show();
    await editor.caretIn('facts');
    await type('甲');
    await press('Control+Alt+f');
    await expect(box()).toBeFocused();
    const session = await editor.page.context().newCDPSession(editor.page);
    await session.send('Input.imeSetComposition', {
      text: 'zhu',
      selectionStart: 3,
      selectionEnd: 3,
    });
    await session.send('Input.insertText', { text: '注' });
    await expect(box()).toHaveValue('注');
    await press('Enter');
    await expect(notes()).toHaveText([/注/]);
  });
});
