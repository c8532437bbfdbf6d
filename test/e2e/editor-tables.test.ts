import { expect, test } from '@playwright/test';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { Block, Table } from '../../shared/document/tree.ts';
import { openEditorPage, type EditorOnPage } from './pages/editor-page.ts';

const { editor: words, writing } = wordsOf('zh-CN');
type Change = keyof typeof writing.tableChanges;
let editor: EditorOnPage & { close: () => Promise<void> };

test.beforeAll(async () => {
  editor = await openEditorPage();
});
test.afterAll(() => editor.close());
test.afterEach(() => expect(editor.complaints.splice(0)).toEqual([]));

const cell = (value: string) => ({
  children: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text: value }] }],
});
const empty: Block = { type: 'paragraph', children: [] };
const rows = [
  ['甲', '乙', '丙'],
  ['一', '二', '三'],
];

test.beforeEach(async () => {
  await editor.show();
  const document = await editor.read();
  const table: Block = { type: 'table', rows: rows.map((row) => row.map(cell)) };
  const sections = document.sections.map((section) =>
    section.id === 'facts' ? { ...section, blocks: [empty, table, empty] } : section,
  );
  await editor.show({ ...document, sections });
});

const at = (text: string) =>
  editor.page.locator('.editor-text :is(td, th)', { hasText: text }).first();
const table = async (): Promise<Table> => {
  const { sections } = await editor.read();
  const found = sections.flatMap((section) => section.blocks).find(({ type }) => type === 'table');
  if (found?.type !== 'table') throw new Error('there is no table');
  return found;
};
const shape = async () => (await editor.lines('facts'))[1];
async function change(what: Change): Promise<void> {
  await editor.page.getByRole('button', { name: words.table }).click();
  await editor.page.getByRole('menuitem', { name: writing.tableChanges[what] }).click();
}
async function selectTo(from: string, to: string): Promise<void> {
  await at(from).hover();
  await editor.page.mouse.down();
  await at(to).hover();
  await at(to).hover({ position: { x: 12, y: 12 } });
  await editor.page.mouse.up();
}

for (const [what, expected] of [
  ['addRowAbove', '甲|乙|丙\n||\n一|二|三'],
  ['addRowBelow', '甲|乙|丙\n一|二|三\n||'],
  ['addColumnLeft', '甲||乙|丙\n一||二|三'],
  ['addColumnRight', '甲|乙||丙\n一|二||三'],
  ['removeRow', '甲|乙|丙'],
  ['removeColumn', '甲|丙\n一|三'],
] satisfies [Change, string][]) {
  test(`${what} does what it says, and one undo takes it back`, async () => {
    await at('二').click();
    await change(what);
    expect(await shape()).toBe(expected);
    await editor.page.keyboard.press('Control+z');
    expect(await shape()).toBe('甲|乙|丙\n一|二|三');
  });
}

test('a table is removed whole', async () => {
  await at('二').click();
  await change('removeTable');
  expect(await editor.lines('facts')).toEqual(['', '']);
});

test('cells are merged and split again', async () => {
  await selectTo('甲', '二');
  await change('mergeCells');
  expect((await table()).rows[0]?.[0]).toMatchObject({ columnSpan: 2, rowSpan: 2 });
  expect(await shape()).toContain('甲/乙/一/二');
  await at('甲').click();
  await change('splitCell');
  expect((await table()).rows.map((row) => row.length)).toEqual([3, 3]);
});

test('the first row and the first column are headers and are none again', async () => {
  const headers = async () =>
    (await table()).rows.map((row) => row.map((one) => one.header === true));
  await at('二').click();
  await change('headerRow');
  expect(await headers()).toEqual([
    [true, true, true],
    [false, false, false],
  ]);
  await change('headerColumn');
  expect(await headers()).toEqual([
    [true, true, true],
    [true, false, false],
  ]);
  await change('headerRow');
  expect((await headers())[0]).toEqual([false, false, false]);
});

test.describe('the width of columns', () => {
  const widths = async () => (await table()).columnWidths;
  const shown = () =>
    editor.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.editor-text tr:first-of-type > *')].map(
        ({ offsetWidth }) => offsetWidth,
      ),
    );
  async function dragBorder(by: number): Promise<void> {
    const box = await at('甲').boundingBox();
    if (box === null) throw new Error('no cell');
    const place = { x: box.x + box.width, y: box.y + box.height / 2 };
    await editor.page.mouse.move(place.x, place.y);
    await expect(editor.page.locator('.editor-text')).toHaveAttribute('data-over-border', '');
    await editor.page.mouse.down();
    await editor.page.mouse.move(place.x + by, place.y, { steps: 4 });
    await expect(editor.page.locator('.editor-column-guide')).toBeVisible();
  }

  test('is dragged with the mouse, the neighbour gives way, and one undo takes it back', async () => {
    const [first = 0, second = 0, third = 0] = await shown();
    await dragBorder(80);
    await editor.page.mouse.up();
    const [wide = 0, narrow = 0, same = 0] = await shown();
    expect(Math.abs(wide - first - 80)).toBeLessThan(4);
    expect(Math.abs(narrow - second + 80)).toBeLessThan(4);
    expect(Math.abs(same - third)).toBeLessThan(4);
    expect(await widths()).toHaveLength(3);
    await at('一').click();
    await editor.page.keyboard.press('Control+z');
    expect(await widths()).toBeUndefined();
  });

  test('stays as it was when Escape is pressed, and never falls to nothing', async () => {
    await dragBorder(60);
    await editor.page.keyboard.press('Escape');
    await expect(editor.page.locator('.editor-column-guide')).toHaveCount(0);
    await editor.page.mouse.up();
    expect(await widths()).toBeUndefined();
    await dragBorder(-400);
    await editor.page.mouse.up();
    expect((await shown())[0]).toBeGreaterThan(20);
  });

  test('is changed with the keyboard and from the menu, and made equal again', async () => {
    await at('二').click();
    await editor.page.keyboard.press('Alt+Shift+ArrowRight');
    expect(await widths()).toEqual([333, 383, 283]);
    await editor.page.keyboard.press('Alt+Shift+ArrowLeft');
    expect((await widths())?.[1]).toBeLessThan(340);
    await at('三').click();
    await change('widerColumn');
    const [, before = 0, last = 0] = (await widths()) ?? [];
    expect(last).toBeGreaterThan(before);
    await change('equalColumns');
    expect(await widths()).toBeUndefined();
  });
});
