import type { dialogs as source } from '../zh-CN/dialogs.ts';

export const dialogs: typeof source = {
  unsavedTitle: 'Some text could not be saved',
  unsavedDetail:
    'The last changes are not in the workspace. If you close now, they are lost. Go back to the window first and see why they could not be saved.',
  stay: 'Back to the window',
  closeAnyway: 'Close anyway',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pastePlain: 'Paste as plain text',
  selectAll: 'Select all',
};
