import { expect, test } from '@playwright/test';
import type { DocumentTree } from '../../shared/document/tree.ts';
import { openEditorPage, type EditorOnPage } from './pages/editor-page.ts';

const sectionIds = ['gist', 'facts', 'performance', 'significance', 'provisions'];
let editor: EditorOnPage & { close: () => Promise<void> };

test.beforeAll(async () => {
  editor = await openEditorPage();
});
test.afterAll(() => editor.close());
test.afterEach(() => expect(editor.complaints.splice(0)).toEqual([]));

const idsOf = (document: DocumentTree) => document.sections.map(({ id }) => id);
const textOf = (document: DocumentTree) => JSON.stringify(document);
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await editor.page.keyboard.press(key);
}
const type = (text: string) => editor.page.keyboard.type(text);

/** 典型案例 with a line or two in every section. */
async function showFilled(): Promise<DocumentTree> {
  await editor.show();
  const empty = await editor.read();
  const filled: DocumentTree = {
    ...empty,
    sections: empty.sections.map((section, i) => ({
      ...section,
      blocks: [`第${i + 1}节首段，林某。`, `第${i + 1}节末段。`].map((text) => ({
        type: 'paragraph',
        children: [{ type: 'text', text }],
      })),
    })),
  };
  await editor.show(filled);
  return filled;
}

test.describe('sections', () => {
  test('select all and Delete empty one section first, then all, and undo brings everything back', async () => {
    const filled = await showFilled();
    await editor.caretIn('facts');
    await press('Control+a', 'Delete');
    expect(await editor.lines('facts')).toEqual(['']);
    expect(await editor.lines('gist')).toHaveLength(2);
    await press('Control+z');
    expect(await editor.read()).toEqual(filled);
    await press('Control+a', 'Control+a', 'Backspace');
    const emptied = await editor.read();
    expect(idsOf(emptied)).toEqual(sectionIds);
    expect(textOf(emptied)).not.toContain('"text":');
    await press('Control+z');
    expect(await editor.read()).toEqual(filled);
    await press('Control+y');
    expect(await editor.read()).toEqual(emptied);
  });

  test('deleting at the edges of a section merges nothing', async () => {
    const filled = await showFilled();
    await editor.caretIn('facts');
    await press('Home', 'Backspace', 'Control+Backspace', 'Control+Shift+Backspace');
    expect(await editor.read()).toEqual(filled);
    await editor.caretIn('facts', 1);
    await press('End', 'Delete', 'Control+Delete');
    expect(await editor.read()).toEqual(filled);
    await editor.caretIn('provisions', 1);
    await press('Delete');
    await editor.caretIn('gist');
    await press('Home', 'Backspace');
    expect(await editor.read()).toEqual(filled);
  });

  for (const replace of ['typing', 'Enter', 'Delete', 'cut', 'paste', 'composition'] as const) {
    test(`${replace} over a selection through three sections keeps them all`, async () => {
      const filled = await showFilled();
      await editor.caretIn('facts');
      await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
      await editor.page.keyboard.down('Shift');
      await editor.page
        .locator('[data-section="significance"] p')
        .nth(1)
        .click({ position: { x: 34 + 17 * 3 + 1, y: 8 } });
      await editor.page.keyboard.up('Shift');
      if (replace === 'typing') await type('改');
      if (replace === 'Enter') await press('Enter');
      if (replace === 'Delete') await press('Delete');
      if (replace === 'cut') await press('Control+x');
      if (replace === 'paste') await editor.paste({ 'text/plain': '甲\n乙' });
      if (replace === 'composition') {
        const session = await editor.page.context().newCDPSession(editor.page);
        await session.send('Input.imeSetComposition', {
          text: 'gai',
          selectionStart: 3,
          selectionEnd: 3,
        });
        await session.send('Input.insertText', { text: '改' });
      }
      const after = await editor.read();
      expect(idsOf(after)).toEqual(sectionIds);
      const facts = await editor.lines('facts');
      const significance = await editor.lines('significance');
      expect(facts[0]).toMatch(/^第2节/);
      expect(significance).toEqual(['末段。']);
      expect(await editor.lines('performance')).toEqual(['']);
      expect(await editor.lines('gist')).toEqual(['第1节首段，林某。', '第1节末段。']);
      if (replace === 'typing' || replace === 'composition') expect(facts).toEqual(['第2节改']);
      if (replace === 'paste') expect(facts).toEqual(['第2节甲', '乙']);
      for (let i = 0; i < 4 && textOf(await editor.read()) !== textOf(filled); i += 1)
        await press('Control+z');
      expect(await editor.read()).toEqual(filled);
    });
  }

  test('cutting everything and pasting it elsewhere neither removes nor doubles a section', async () => {
    await showFilled();
    await editor.caretIn('facts');
    await press('Control+a', 'Control+a', 'Control+x');
    expect(idsOf(await editor.read())).toEqual(sectionIds);
    await editor.caretIn('performance');
    await press('Control+v');
    const after = await editor.read();
    expect(idsOf(after)).toEqual(sectionIds);
    expect(await editor.lines('performance')).toEqual(
      [1, 2, 3, 4, 5].flatMap((n) => [`第${n}节首段，林某。`, `第${n}节末段。`]),
    );
  });

  test('a key that comes before the news of a moved caret still acts where the caret is', async () => {
    await showFilled();
    await editor.caretIn('facts', 1);
    await editor.page.evaluate(() => {
      const root = document.activeElement;
      const text = root?.querySelector('[data-section="facts"] p span')?.firstChild;
      if (root === null || !(text instanceof Text)) throw new Error('no text');
      getSelection()?.collapse(text, 3);
      const key = { key: 'Backspace', code: 'Backspace', bubbles: true, cancelable: true };
      root.dispatchEvent(new KeyboardEvent('keydown', key));
    });
    expect(await editor.lines('facts')).toEqual(['第2首段，林某。', '第2节末段。']);
  });

  test('the arrow keys go from section to section, and what is typed always lands in one', async () => {
    await showFilled();
    await editor.caretIn('gist', 1);
    await press('ArrowRight');
    await type('右');
    expect((await editor.lines('facts'))[0]).toBe('右第2节首段，林某。');
    await press('ArrowLeft', 'ArrowLeft');
    await type('左');
    expect((await editor.lines('gist'))[1]).toBe('第1节末段。左');
    await press('ArrowDown');
    await type('下');
    expect((await editor.lines('facts'))[0]).toContain('下');
    await press('Home', 'ArrowUp');
    await type('上');
    expect((await editor.lines('gist'))[1]).toContain('上');
    await press('Control+Home');
    await type('始');
    expect((await editor.lines('gist'))[0]).toBe('始第1节首段，林某。');
    await press('Control+End');
    await type('终');
    expect((await editor.lines('provisions'))[1]).toBe('第5节末段。终');
  });

  test('a click beside the text or on a heading does not lose the caret', async () => {
    await showFilled();
    await editor.caretIn('gist');
    const { page } = editor;
    await page.locator('[data-section="facts"] h2').click();
    await type('甲');
    await page.mouse.click(500, 790);
    await type('乙');
    const after = await editor.read();
    expect(idsOf(after)).toEqual(sectionIds);
    expect(textOf(after)).toContain('甲');
    expect((await editor.lines('provisions'))[1]).toBe('第5节末段。乙');
  });

  test('a heading can be neither edited nor removed', async () => {
    const filled = await showFilled();
    const { page } = editor;
    await page.locator('[data-section="facts"] h2').dblclick();
    await type('改');
    await press('Delete', 'Backspace');
    await expect(page.locator('[data-section="facts"] h2')).toHaveText('基本案情');
    expect(idsOf(await editor.read())).toEqual(idsOf(filled));
  });
});

test.describe('blocks', () => {
  test('headings, bold and lists by keyboard', async () => {
    await editor.show();
    await editor.caretIn('performance');
    await press('Control+Alt+1');
    await type('加强引导侦查');
    await press('Enter');
    await type('一是');
    await press('Control+b');
    await type('同步审查');
    await press('Control+b');
    await type('。');
    await press('Enter', 'Control+Shift+7');
    await type('现场勘验');
    await press('Enter', 'Tab');
    await type('封存物证');
    await press('Enter', 'Shift+Tab');
    await type('司法鉴定');
    await press('Enter', 'Enter');
    await type('二是。');
    expect(await editor.lines('performance')).toEqual([
      '# 加强引导侦查',
      '一是*同步审查*。',
      '1. 现场勘验\n 1. 封存物证\n1. 司法鉴定',
      '二是。',
    ]);
    expect(await editor.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe(
      'textbox',
    );
  });

  test('a list is never deeper than a document allows, and italics are not taken', async () => {
    await editor.show();
    await editor.caretIn('facts');
    await press('Control+Shift+8');
    for (let i = 0; i < 12; i += 1) await press('Tab');
    await type('深');
    await press('Control+i', 'Control+u');
    await type('字');
    const [line] = await editor.lines('facts');
    expect(line).toBe(`${' '.repeat(7)}- 深字`);
  });

  test('Backspace at the start of a section turns a heading or an item into text', async () => {
    await editor.show();
    await editor.caretIn('facts');
    await type('案情');
    await press('Control+Alt+2', 'Home', 'Backspace');
    expect(await editor.lines('facts')).toEqual(['案情']);
    await press('Control+Shift+7');
    expect(await editor.lines('facts')).toEqual(['1. 案情']);
    await press('Home', 'Backspace');
    expect(await editor.lines('facts')).toEqual(['案情']);
  });

  test('a table is inserted, filled with Tab, changed and removed', async () => {
    await editor.show();
    const { page } = editor;
    const choose = async (name: string) => {
      await page.getByRole('button', { name: '表格' }).click();
      await page.getByRole('menuitem', { name }).click();
    };
    await editor.caretIn('facts');
    await choose('插入 3×3 表格');
    await type('项目');
    await press('Tab');
    await type('数量');
    await press('Tab', 'Tab');
    await type('商标');
    await choose('在下方插入行');
    await choose('在右侧插入列');
    await choose('删除所在行');
    expect(await editor.lines('facts')).toEqual(['', '项目||数量|\n|||\n|||', '']);
    const read = await editor.read();
    expect(textOf(read)).toContain('"header":true');
    await press('Control+Alt+1');
    expect(textOf(await editor.read())).not.toContain('"heading","level"');
    await choose('删除表格');
    expect(await editor.lines('facts')).toEqual(['', '']);
    await press('Control+z');
    expect(await editor.lines('facts')).toEqual(['', '项目||数量|\n|||\n|||', '']);
  });
});
