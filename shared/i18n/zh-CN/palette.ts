/** The palette: everything by name. */
export const palette = {
  title: '命令与快速打开',
  box: '命令、材料、标签、保存的检索',
  placeholder: '输入标题、案号、化名、标签、拼音或命令',
  results: '可以打开的',
  newOf: (kind: string) => `新建${kind}`,
  goTo: (place: string) => `转到${place}`,
  command: '命令',
  tag: '标签',
  saved: '保存的检索',
  recent: '最近用过',
  search: (text: string) => `在材料库中检索“${text}”`,
  more: (count: string) => `另有 ${count} 项，再输入几个字就会出现`,
  bounded: (count: string) => `按名称可找到最近更动的 ${count} 份材料，其余请检索。`,
  loading: '正在读取标题',
  keys: '↑ ↓ 选择 · Enter 打开 · Esc 关闭',
  found: (count: string) => `${count} 项`,
};
