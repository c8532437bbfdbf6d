import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { AppEvent } from '../../shared/contract/index.ts';
import type { Language } from '../../shared/contract/window.ts';

/** The window has its own navigation. macOS needs a menu for its standard shortcuts; elsewhere there is none. */
export function setApplicationMenu(isDevelopment: boolean): void {
  if (process.platform === 'darwin') {
    Menu.setApplicationMenu(
      Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]),
    );
    return;
  }
  Menu.setApplicationMenu(
    isDevelopment ? Menu.buildFromTemplate([{ role: 'viewMenu' }, { role: 'editMenu' }]) : null,
  );
}

const pasteAsText: AppEvent = { type: 'paste-as-text' };

/** Cut, copy and paste under the right button, where text can be edited or is selected. */
export function addContextMenu(window: BrowserWindow, language: () => Language): void {
  window.webContents.on('context-menu', (_event, place) => {
    const text = wordsOf(language()).dialogs;
    const items: MenuItemConstructorOptions[] = [];
    if (place.isEditable) {
      items.push(
        { role: 'undo', label: text.undo, enabled: place.editFlags.canUndo },
        { role: 'redo', label: text.redo, enabled: place.editFlags.canRedo },
        { type: 'separator' },
        { role: 'cut', label: text.cut, enabled: place.editFlags.canCut },
      );
    }
    if (place.isEditable || place.selectionText !== '') {
      items.push({ role: 'copy', label: text.copy, enabled: place.editFlags.canCopy });
    }
    if (place.isEditable) {
      items.push(
        { role: 'paste', label: text.paste, enabled: place.editFlags.canPaste },
        {
          label: text.pastePlain,
          accelerator: 'CommandOrControl+Shift+V',
          registerAccelerator: false,
          enabled: place.editFlags.canPaste,
          click: () => window.webContents.send('app:event', pasteAsText),
        },
        { role: 'selectAll', label: text.selectAll, enabled: place.editFlags.canSelectAll },
      );
    }
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}
