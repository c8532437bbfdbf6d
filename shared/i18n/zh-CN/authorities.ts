/** Statutes, official documents and case numbers that a text cites. */
export const authorities = {
  title: '引用的法条与案号',
  none: '正文中的法条、文号和案号会自动列在这里。',
  more: (count: string) => `其余 ${count} 项`,
  goTo: (name: string) => `转到“${name}”`,
  others: (count: string) => `另 ${count} 份`,
  othersCite: (name: string, count: string) => `另有 ${count} 份材料引用“${name}”`,
  details: '引用的法条或案号',
  onlyHere: '没有其他材料引用。',
  citedBy: (count: string) => `另有 ${count} 份材料引用：`,
  normalise: '改为规范写法',
  showAll: '在检索中查看',
};
