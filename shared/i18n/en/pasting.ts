import type { Words } from '../words.ts';

export const pasting: Words['pasting'] = {
  pasteAsText: 'Paste as plain text',
  pastedPicture: 'Pasted picture.png',
  picture: 'Picture',

  notKept: (what) => `Pasted. Not kept: ${what}`,
  separator: ', ',
  showNotKept: 'Details',
  notKeptTitle: 'What was not kept when pasting',
  names: 'Pictures that were not kept',
  picturesHelp:
    'Word and WPS copy text without the pictures themselves, and pictures on the network are not fetched. Copy each picture by itself, or import the .docx file.',

  askTitle: 'What is to be pasted has tracked changes or comments',
  facts: (insertions, deletions, comments) =>
    `Insertions: ${insertions}. Deletions: ${deletions}. Comments: ${comments}.`,
  tracked: 'Tracked changes',
  revised: 'Take the changed text: with what was inserted, without what was deleted',
  original: 'Take the text as it was: without what was inserted, with what was deleted',
  keepRemarks: (name) =>
    `Keep comments, and changes that do not go into the text, as the attachment “${name}”`,
  remarks: 'Changes and comments',
  remarkKinds: { comment: 'Comment', insertion: 'Inserted', deletion: 'Deleted' },
  cancel: 'Do not paste',
  paste: 'Paste',
  remarksSaved: (name) => `Comments and changes were kept as the attachment “${name}”.`,
  insertions: (count) => `Inserted under tracked changes and not taken: ${String(count)}`,

  insertMenu: 'Pictures and attachments',
  insertPicture: 'Insert picture…',
  choosePicture: 'Choose a picture to insert',
  insertLink: 'Insert link to attachment…',
  chooseAttachment: 'Insert a link to an attachment',
  noAttachments:
    'This record has no attachments yet. Add some under “Attachments” on the right, or drop a file on the text.',
  findAttachment: 'Find by name',
  insert: 'Insert',
  linkMissing: 'The attachment is no longer with this record',
  openLink: (name) => `Attachment “${name}”, Enter shows it`,

  editPicture: 'Picture',
  caption: 'Caption',
  width: 'Width',
  wholeWidth: 'Its own size, at most the column',
  percent: (number) => `${String(number)}% of the column`,
  view: 'View the original',
  removePicture: 'Remove picture',
  done: 'Done',
};

export const notKeptPasted: Words['notKeptPasted'] = {
  picture: (count) => `pictures: ${count}`,
  'remote-picture': (count) => `pictures on the network: ${count} (not fetched)`,
  'cell-picture': (count) => `pictures in tables: ${count} (now links to the attachment)`,
  drawing: (count) => `drawings: ${count}`,
  footnote: (count) => `footnotes whose text was not copied: ${count}`,
  formatting: (count) => `italics, underlines and the like: ${count}`,
  'nested-table': (count) => `tables within tables: ${count} (now text)`,
  link: (count) => `link addresses: ${count} (their words are kept)`,
  active: (count) => `scripts, frames and controls: ${count}`,
};
