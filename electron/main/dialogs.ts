import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { app, BrowserWindow, clipboard, dialog, shell } from 'electron';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { CheckedInput, CallOutput } from '../../shared/contract/index.ts';
import type { Language } from '../../shared/contract/window.ts';

/** System dialogs, on the window that asked. An empty answer: the person closed it. */
export async function chooseFolder(
  owner: BrowserWindow,
  input: CheckedInput<'window.chooseFolder'>,
): Promise<CallOutput<'window.chooseFolder'>> {
  const answer = await dialog.showOpenDialog(owner, {
    title: input.title,
    properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
  });
  return { folder: answer.filePaths[0] ?? null };
}

export async function chooseFiles(
  owner: BrowserWindow,
  input: CheckedInput<'window.chooseFiles'>,
): Promise<CallOutput<'window.chooseFiles'>> {
  const answer = await dialog.showOpenDialog(owner, {
    title: input.title,
    properties: ['openFile', 'multiSelections'],
    filters:
      input.extensions.length === 0
        ? []
        : [
            {
              name: input.extensions.map((extension) => `.${extension}`).join(' '),
              extensions: input.extensions,
            },
          ],
  });
  return { files: answer.filePaths };
}

export async function chooseNewFile(
  owner: BrowserWindow,
  input: CheckedInput<'window.chooseNewFile'>,
): Promise<CallOutput<'window.chooseNewFile'>> {
  const { extension } = input;
  const answer = await dialog.showSaveDialog(owner, {
    title: input.title,
    defaultPath: join(app.getPath('documents'), basename(input.name)),
    filters: extension === null ? [] : [{ name: `.${extension}`, extensions: [extension] }],
  });
  if (answer.canceled || answer.filePath === undefined || answer.filePath === '')
    return { file: null };
  const suffix = extension === null ? '' : `.${extension}`;
  const hasIt = answer.filePath.toLowerCase().endsWith(suffix);
  return { file: hasIt ? answer.filePath : answer.filePath + suffix };
}

export function showFile(file: string): void {
  // Only a thing that is there: the file manager of some systems would open an absent one's parent, or nothing.
  if (statSync(file, { throwIfNoEntry: false }) !== undefined) shell.showItemInFolder(file);
}

export function copyText(text: string): void {
  void clipboard.writeText(text);
}

/** Some text could not be saved and the window is to close. The safe answer is the default. */
export async function asksToCloseUnsaved(
  owner: BrowserWindow,
  language: Language,
): Promise<boolean> {
  const text = wordsOf(language).dialogs;
  const answer = await dialog.showMessageBox(owner, {
    type: 'warning',
    message: text.unsavedTitle,
    detail: text.unsavedDetail,
    buttons: [text.stay, text.closeAnyway],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer.response === 1;
}
