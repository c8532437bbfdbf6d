/** A second record at the right, to read. */
export const besides = {
  title: '并排阅读',
  find: '在右侧查找',
  none: '没有找到',
  copy: '带出处复制',
  copyHint: '复制选中的文字并注明出处（Ctrl+Shift+C）',
  chooseFirst: '请先在右侧选中要引用的文字。',
  copied: '已复制，并注明了出处。',
  cited: (passage: string, source: string) => `“${passage}”（${source}）`,
  openIt: '打开',
  close: '结束并排阅读',
  picture: '（图片）',
  compare: '并排比较',
  compile: '汇编',
  compiledTitle: (first: string, count: string) => `${first}等${count}份材料汇编`,
  compiled: '已汇编为一份新的调研材料，每部分开头注明并链接出处。',
};
