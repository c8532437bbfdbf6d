import type { CareRule } from '../../text/care/finding.ts';
import type { care as source } from '../zh-CN/care.ts';

export const care: typeof source = {
  title: 'Language care',
  none: 'Nothing to look at.',
  count: (count) => `${count} places to look at`,
  more: (count) => `${count} more`,
  goTo: (words) => `Go to “${words}”`,
  replaceBy: (words) => `Change to “${words}”`,
  rules: 'What is checked',
};

export const careRules: Record<CareRule, { name: string; reason: string }> = {
  confusable: {
    name: 'Confusable words',
    reason:
      'Words of the trade that sound alike, such as 检察 and 检查, 权利 and 权力, 侦查 and 侦察.',
  },
  'half-width': {
    name: 'Half-width punctuation',
    reason: 'Chinese sentences take full-width marks and curly quotation marks.',
  },
  unpaired: {
    name: 'Missing partner',
    reason: 'A quotation mark or bracket lacks its other half.',
  },
  'repeated-mark': {
    name: 'Doubled punctuation',
    reason: 'Two stops together are mostly left over from a change.',
  },
  date: {
    name: 'Form of dates',
    reason:
      'Official papers write 2024年3月5日 without padding. Days that do not exist are pointed out too.',
  },
  amount: { name: 'Amount without unit', reason: 'No 元 or other unit stands after the amount.' },
  pseudonym: {
    name: 'Pseudonyms differ',
    reason: '林某 and 林某甲 in one text: a reader cannot tell whether they are one person.',
  },
};
