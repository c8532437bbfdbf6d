/// <reference types="vite/client" />
import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { NoticesProvider } from '../../../renderer/app/notices.tsx';
import { PreferencesProvider, type Start } from '../../../renderer/app/preferences.tsx';
import { ViewProvider } from '../../../renderer/app/view.tsx';
import { WordsProvider } from '../../../renderer/app/words.tsx';
import { RecordEditor } from '../../../renderer/editor/record-editor.tsx';
import { cssVariablesResolver, theme } from '../../../renderer/styles/theme.ts';
import '../../../renderer/styles/tokens.css';
import '../../../renderer/styles/global.css';
import { Preferences } from '../../../shared/contract/window.ts';
import type { DocumentTree } from '../../../shared/document/tree.ts';
import { newDocument, templates } from '../../../shared/templates/index.ts';

/** What the tests reach of the page: the document to show, and what the editor says about it. */
export type EditorPage = {
  show(document?: DocumentTree, options?: { isReadOnly?: boolean; terms?: string[] }): void;
  read(): DocumentTree;
  changes: number;
};

const start: Start = {
  preferences: Preferences.parse({ language: 'zh-CN', theme: 'light', lastFolder: null }),
  version: '',
  electronVersion: '',
  isTrialRuntime: false,
  suggestedFolder: '',
};
const root = createRoot(document.getElementById('root') ?? document.body);
let read: (() => DocumentTree) | null = null;
let opened = newDocument('typical-case');
let count = 0;

const page: EditorPage = {
  show(document = newDocument('typical-case'), { isReadOnly = false, terms = [] } = {}) {
    opened = document;
    read = null;
    page.changes = 0;
    count += 1;
    flushSync(() =>
      root.render(
        <MantineProvider
          theme={theme}
          forceColorScheme="light"
          cssVariablesResolver={cssVariablesResolver}
          getStyleNonce={() => 'test-nonce'}
        >
          <PreferencesProvider start={start}>
            <WordsProvider language="zh-CN">
              <NoticesProvider>
                <ViewProvider>
                  <RecordEditor
                    recordId={String(count)}
                    document={document}
                    isReadOnly={isReadOnly}
                    sections={templates['typical-case'].sections}
                    highlightTerms={terms}
                    onChange={(next) => {
                      read = next;
                      page.changes += 1;
                    }}
                  />
                </ViewProvider>
              </NoticesProvider>
            </WordsProvider>
          </PreferencesProvider>
        </MantineProvider>,
      ),
    );
  },
  read: () => read?.() ?? opened,
  changes: 0,
};

Object.assign(window, { editorPage: page });
page.show();
