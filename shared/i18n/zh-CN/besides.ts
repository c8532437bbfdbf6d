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
};
