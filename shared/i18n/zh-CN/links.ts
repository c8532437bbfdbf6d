/** Links between records. */
export const links = {
  insert: '插入材料链接',
  typed: '@ 或 [[',
  choices: '可以链接的材料',
  noChoices: '没有找到这样的材料。按 Esc 继续写。',
  keys: '输入标题、拼音或首字母；↑↓ 选择，Enter 插入，Esc 不插入',
  target: '链接所指的材料',
  open: '打开',
  openNamed: (title: string) => `打开“${title}”`,
  howToOpen: (kind: string) => `${kind} · 按住 Ctrl 单击打开`,
  unlink: '取消链接，保留文字',
  back: (title: string) => `返回“${title}”`,
  broken: {
    trashed: '这件材料在回收站中。可以打开后恢复。',
    purged: '这件材料已被彻底删除，链接只留下了它的标题。',
    unknown: '这个工作库里没有这件材料，链接只留下了它的标题。',
  },
  backlinks: '链接到这里的材料',
  noBacklinks: '还没有材料链接到这里。写作时输入 @ 或 [[ 可以插入链接。',
  moreBacklinks: (count: string) => `另外 ${count} 份`,
  morePlaces: (count: string) => `另有 ${count} 处`,
};
