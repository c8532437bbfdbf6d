import type { links as zhCN } from '../zh-CN/links.ts';

export const links: typeof zhCN = {
  insert: 'Link to a record',
  typed: '@ or [[',
  choices: 'Records to link to',
  noChoices: 'No such record. Press Esc to go on writing.',
  keys: 'Type a title, pinyin or initials; ↑↓ choose, Enter inserts, Esc does not',
  target: 'The record linked to',
  open: 'Open',
  openNamed: (title) => `Open “${title}”`,
  howToOpen: (kind) => `${kind} · Ctrl+click opens it`,
  unlink: 'Remove the link, keep the words',
  back: (title) => `Back to “${title}”`,
  broken: {
    trashed: 'This record is in the trash. It can be opened and restored.',
    purged: 'This record was destroyed; the link has only kept its title.',
    unknown: 'This record is not in this workspace; the link has only kept its title.',
  },
  backlinks: 'Records that link here',
  noBacklinks: 'No record links here yet. Type @ or [[ while writing to link to a record.',
  moreBacklinks: (count) => `${count} more`,
  morePlaces: (count) => `and ${count} more`,
};
