import { chromium, type Browser, type Page } from '@playwright/test';
import {
  inlineText,
  type Block,
  type DocumentTree,
  type Inline,
} from '../../../shared/document/tree.ts';
import type { EditorPage } from '../../support/editor-page/main.tsx';
import { serveEditorPage } from '../../support/editor-page.ts';

declare global {
  var editorPage: EditorPage;
}

export type EditorOnPage = {
  page: Page;
  show(
    document?: DocumentTree,
    options?: { isReadOnly?: boolean; terms?: string[] },
  ): Promise<void>;
  read(): Promise<DocumentTree>;
  /** The plain lines of a section. */
  lines(section: string): Promise<string[]>;
  /** Puts the caret at the end of a section's n-th line. */
  caretIn(section: string, line?: number): Promise<void>;
  paste(data: Record<string, string>): Promise<void>;
  complaints: string[];
};

/** The editor alone, in the current Chromium of this machine: the app's own tests use the one inside Electron. */
export async function openEditorPage(): Promise<EditorOnPage & { close: () => Promise<void> }> {
  const server = await serveEditorPage();
  const browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(server.address);
  await page.locator('.editor-section').first().waitFor();
  return {
    page,
    complaints,
    async show(document, options) {
      await page.evaluate(([one, two]) => globalThis.editorPage.show(one, two), [
        document,
        options,
      ] as const);
      await page.locator('.editor-section').first().waitFor();
    },
    read: () => page.evaluate(() => globalThis.editorPage.read()),
    async lines(section) {
      const document = await page.evaluate(() => globalThis.editorPage.read());
      const found = document.sections.find(({ id }) => id === section);
      return (found?.blocks ?? []).map(lineOf);
    },
    async caretIn(section, line = 0) {
      const body = page.locator(`[data-section="${section}"] .editor-section-body > *`).nth(line);
      await body.click({ position: { x: 60, y: 8 } });
      await page.keyboard.press('End');
    },
    async paste(data) {
      await page.evaluate((entries) => {
        const transfer = new DataTransfer();
        for (const [type, text] of Object.entries(entries)) transfer.setData(type, text);
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
        );
      }, data);
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    chromiumSandbox: process.getuid?.() !== 0,
  });
}

function lineOf(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return plain(block);
    case 'heading':
      return `${'#'.repeat(block.level)} ${plain(block)}`;
    case 'quote':
      return `> ${plain(block)}`;
    case 'image':
      return `![${plain({ children: block.caption })}]`;
    case 'list':
      return block.items
        .map((item) => `${' '.repeat(item.depth)}${block.ordered ? '1.' : '-'} ${plain(item)}`)
        .join('\n');
    case 'table':
      return block.rows
        .map((row) => row.map((cell) => cell.children.map(plain).join('/')).join('|'))
        .join('\n');
  }
}

function plain({ children }: { children: readonly Inline[] }): string {
  return children
    .map((inline) => {
      if (inline.type === 'line-break') return '⏎';
      const text = inlineText([inline]);
      return inline.type === 'text' && inline.bold === true ? `*${text}*` : text;
    })
    .join('');
}
