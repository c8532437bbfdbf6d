import type { authorities as zhCN } from '../zh-CN/authorities.ts';

export const authorities: typeof zhCN = {
  title: 'Statutes and case numbers cited',
  none: 'Articles, document numbers and case numbers in the text are listed here.',
  more: (count) => `${count} more`,
  goTo: (name) => `Go to “${name}”`,
  others: (count) => `+${count}`,
  othersCite: (name, count) => `Other records that cite “${name}”: ${count}`,
  details: 'A statute or case number cited',
  onlyHere: 'No other record cites it.',
  citedBy: (count) => `Other records that cite it: ${count}`,
  normalise: 'Write it in full',
  showAll: 'Show in search',
};
