import type { CareRule } from '../../text/care/finding.ts';

export const care = {
  title: '用语检查',
  none: '没有需要留意的地方。',
  count: (count: string) => `${count} 处需要留意`,
  more: (count: string) => `另有 ${count} 处`,
  goTo: (words: string) => `定位到“${words}”`,
  replaceBy: (words: string) => `改为“${words}”`,
  rules: '检查哪些',
};

export const careRules: Record<CareRule, { name: string; reason: string }> = {
  confusable: { name: '易混词', reason: '检察与检查、权利与权力、侦查与侦察等读音相近的词。' },
  'half-width': { name: '半角标点', reason: '中文句子里用全角标点和弯引号。' },
  unpaired: { name: '标点不成对', reason: '引号、书名号、括号缺了另一半。' },
  'repeated-mark': { name: '标点重复', reason: '两个句读连在一起，多半是改动时留下的。' },
  date: { name: '日期写法', reason: '公文日期写作 2024年3月5日，不补零；不存在的日子也会指出。' },
  amount: { name: '金额缺单位', reason: '金额后面没有“元”等单位。' },
  pseudonym: { name: '某名不一致', reason: '同一姓氏既有“林某”又有“林某甲”，读者分不清是否一人。' },
};
