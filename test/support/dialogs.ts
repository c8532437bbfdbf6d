import type { ElectronApplication } from '@playwright/test';

/** The next system dialogs to open something answer with these places; an empty list: the person closed the dialog. */
export async function answerOpenDialog(
  electron: ElectronApplication,
  places: string[],
): Promise<void> {
  await electron.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: filePaths.length === 0, filePaths, bookmarks: [] });
  }, places);
}

/** The next system dialogs to save answer with this place; null: the person closed the dialog. */
export async function answerSaveDialog(
  electron: ElectronApplication,
  place: string | null,
): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, place);
}

/** The next system message boxes are answered with the button of this number. */
export async function answerMessageBox(
  electron: ElectronApplication,
  button: number,
): Promise<void> {
  await electron.evaluate(({ dialog }, response) => {
    dialog.showMessageBox = () => Promise.resolve({ response, checkboxChecked: false });
  }, button);
}
