import type { Words } from '../words.ts';

export const attachments: Words['attachments'] = {
  title: 'Attachments',
  none: 'No attachments yet. Any file can be added or dropped here, up to 200 MB each.',
  dropHere: 'Let go to attach the files to this record',
  noneInTrash: 'No attachments.',
  add: 'Add attachments',
  addTitle: 'Choose files to attach',
  adding: 'Adding attachments',
  added: (count) => `Attached: ${count}`,
  known: (count) => `Already with this record: ${count}`,
  notAdded: (count) => `Not attached: ${count}`,
  stopped: 'Stopped. What was attached before that is kept.',
  actions: (name) => `Actions for “${name}”`,
  view: 'View',
  saveAs: 'Save as…',
  saveAsTitle: 'Save attachment',
  saving: 'Saving the attachment',
  saved: (name) => `Saved “${name}”, checked byte for byte. The saved file is no longer encrypted`,
  showInFolder: 'Show in folder',
  rename: 'Rename…',
  renameTitle: 'Rename attachment',
  name: 'Name',
  renameNow: 'Rename',
  remove: 'Remove',
  removed: (name) => `Removed the attachment “${name}”`,
  undo: 'Undo',
  removedTitle: (count) => `Removed: ${count}`,
  restore: 'Restore',
  restoreNamed: (name) => `Restore “${name}”`,
  purge: 'Delete for good',
  purgeNamed: (name) => `Delete “${name}” for good`,
  purgeTitle: 'Delete attachment for good',
  purgeText: (name) =>
    `“${name}” will be erased from the workspace and cannot be brought back. If the same file is attached to other records, it stays there.`,
  moreThanShown: (count) => `${count} more not listed`,
  pixels: (width, height) => `${width} × ${height} pixels`,
  cut: 'Only the first 256 KB are shown. Save the file to read it whole in another program.',
  emptyText: 'The file is empty.',
  reading: 'Reading',
  readingTitle: 'Text of attachments',
  readingText:
    'The text of attachments (PDF, Word, Excel, web pages and plain text) is read in the background; search finds it then. Scans have no text and are not found.',
  readNow: 'Read on',
  allRead: 'All attachments have been read.',
  waiting: (count) => `Attachments not read yet: ${count}.`,
  blankPages: (count) => `${count} ${count === '1' ? 'page' : 'pages'} without text`,
};

export const textStates: Words['textStates'] = {
  waiting: 'text not read yet',
  text: '',
  cut: 'only its first part is searched',
  'no-text': 'no text to search',
  locked: 'password-protected, not searched',
  damaged: 'damaged, not searched',
  'too-large': 'too large, not searched',
  'not-read': '',
};

export const attachmentSkips: Words['attachmentSkips'] = {
  'file-too-large': 'larger than 200 MB',
  'file-unreadable': 'cannot be read, or is no file (compress folders first)',
  'file-changed': 'another program was writing to it; try again later',
};

export const noPreview: Words['noPreview'] = {
  kind: 'Files of this kind cannot be viewed here. Save the file and open it in another program.',
  'too-large':
    'The picture is larger than 20 MB and is not shown here. Save it and open it elsewhere.',
  'too-many-pixels':
    'The picture has so many pixels that opening it would take too much memory, so it is not shown. Make sure where it comes from before you save and open it.',
  damaged:
    'The picture has an incomplete header and cannot be shown. It can be saved all the same.',
};

export const mediaKinds: Words['mediaKinds'] = {
  picture: 'Picture',
  pdf: 'PDF',
  text: 'Text',
  word: 'Document',
  sheet: 'Spreadsheet',
  slides: 'Slides',
  archive: 'Archive',
  page: 'Page source',
  drawing: 'SVG source',
  other: 'File',
};
