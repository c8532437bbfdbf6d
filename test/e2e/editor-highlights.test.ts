import { expect, test } from '@playwright/test';
import type { DocumentTree } from '../../shared/document/tree.ts';
import { openEditorPage, type EditorOnPage } from './pages/editor-page.ts';

let editor: EditorOnPage & { close: () => Promise<void> };
test.beforeAll(async () => {
  editor = await openEditorPage();
});
test.afterAll(() => editor.close());
test.afterEach(() => expect(editor.complaints.splice(0)).toEqual([]));

const document: DocumentTree = {
  version: 2,
  sections: [
    {
      id: 'facts',
      heading: '基本案情',
      blocks: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: '假冒注册' },
            { type: 'text', text: '商标', bold: true },
            { type: 'text', text: '罪；另一件假冒注册商标。' },
          ],
        },
        {
          type: 'list',
          ordered: false,
          items: [
            { depth: 0, children: [{ type: 'text', text: '外' }] },
            { depth: 1, children: [{ type: 'text', text: '注册商標' }] },
          ],
        },
      ],
    },
  ],
};

const marked = () =>
  editor.page.evaluate(() => {
    const marks = CSS.highlights.get('editor-hit') ?? [];
    return [...marks].map((range) => (range as Range).toString());
  });

test('terms are marked through bold and in nested lists, and the document is untouched', async () => {
  await editor.show(document, { terms: ['注册商标'], isReadOnly: true });
  expect(await marked()).toEqual(['注册商标', '注册商标', '注册商標']);
  await expect(editor.page.locator('.editor-text mark')).toHaveCount(0);
  await expect(editor.page.locator('[contenteditable="true"]')).toHaveCount(0);
  await expect(editor.page.getByRole('toolbar')).toHaveCount(0);
});

test('marks follow what is written', async () => {
  await editor.show(document, { terms: ['注册商标'] });
  await editor.caretIn('facts');
  await editor.page.keyboard.type('又一注册商标');
  await expect.poll(async () => (await marked()).length).toBe(4);
  await editor.show(document);
  expect(await marked()).toEqual([]);
});
