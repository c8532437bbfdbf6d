import type { Words } from '../words.ts';

export const editor: Words['editor'] = {
  text: 'Text',
  imageMissing: 'The picture is not among the attachments of this record, or cannot be shown.',
  readOnly: 'Text (read-only)',
  toolbar: 'Formatting',
  undo: 'Undo (Ctrl+Z)',
  redo: 'Redo (Ctrl+Y)',
  bold: 'Bold (Ctrl+B)',
  heading1: 'Heading 1, （一） (Ctrl+Alt+1)',
  heading2: 'Heading 2, 1. (Ctrl+Alt+2)',
  heading3: 'Heading 3, （1） (Ctrl+Alt+3)',
  ordered: 'Numbered list (Ctrl+Shift+7)',
  bullet: 'Bulleted list (Ctrl+Shift+8)',
  indent: 'Indent list item (Tab)',
  outdent: 'Outdent list item (Shift+Tab)',
  table: 'Table',
  insertTable: 'Insert a 3×3 table',
};
