import type { AttachmentSkipCode, NoPreviewReason, TextState } from '../../contract/attachments.ts';

/** Files kept with a record. */
export const attachments = {
  title: '附件',
  none: '还没有附件。任何文件都可以添加或拖到这里，单个不超过 200 MB。',
  dropHere: '松开鼠标，把文件附在这份材料上',
  noneInTrash: '没有附件。',
  add: '添加附件',
  addTitle: '选择要添加的文件',
  adding: '正在添加附件',
  added: (count: string) => `已添加 ${count} 个附件`,
  known: (count: string) => `${count} 个文件已经在这份材料中`,
  notAdded: (count: string) => `${count} 个文件没有添加`,
  stopped: '已停止。停止之前添加的附件已经保留。',
  actions: (name: string) => `“${name}”的操作`,
  view: '查看',
  saveAs: '另存为…',
  saveAsTitle: '另存附件',
  saving: '正在另存附件',
  saved: (name: string) => `已另存“${name}”，内容逐字节核对一致。另存的文件不再加密`,
  showInFolder: '在文件夹中显示',
  rename: '重命名…',
  renameTitle: '重命名附件',
  name: '名称',
  renameNow: '重命名',
  remove: '移除',
  removed: (name: string) => `已移除附件“${name}”`,
  undo: '撤销',
  removedTitle: (count: string) => `已移除 ${count} 个`,
  restore: '恢复',
  restoreNamed: (name: string) => `恢复“${name}”`,
  purge: '彻底删除',
  purgeNamed: (name: string) => `彻底删除“${name}”`,
  purgeTitle: '彻底删除附件',
  purgeText: (name: string) =>
    `“${name}”将从工作库中抹去，不能恢复。同样内容的文件如果还附在其他材料上，那里的不受影响。`,
  moreThanShown: (count: string) => `另有 ${count} 个没有列出`,
  pixels: (width: string, height: string) => `${width} × ${height} 像素`,
  cut: '只显示开头的 256 KB。要看全文，请另存后用其他程序打开。',
  emptyText: '文件是空的。',
  reading: '正在读取',
  readingTitle: '附件中的文字',
  readingText:
    '附件（PDF、Word、Excel、网页和文本）中的文字在后台读取，读取后可以检索到。扫描件没有文字，检索不到。',
  readNow: '继续读取',
  allRead: '附件都已读取。',
  waiting: (count: string) => `${count} 个附件还没有读取。`,
  blankPages: (count: string) => `${count} 页没有文字`,
};

/** What search knows of an attachment's text, when that is not simply all of it. */
export const textStates: Record<TextState, string> = {
  waiting: '等待读取文字',
  text: '',
  cut: '只能检索到前面部分',
  'no-text': '没有文字，检索不到内容',
  locked: '有密码，检索不到内容',
  damaged: '已损坏，检索不到内容',
  'too-large': '过大，检索不到内容',
  'not-read': '',
};

/** Why a file was not attached. */
export const attachmentSkips: Record<AttachmentSkipCode, string> = {
  'file-too-large': '超过 200 MB',
  'file-unreadable': '无法读取，或不是文件（文件夹请先压缩）',
  'file-changed': '读取时正被其他程序改写，请稍后再试',
};

/** Why an attachment is not shown. */
export const noPreview: Record<NoPreviewReason, string> = {
  kind: '这类文件不能在这里查看。请另存后用其他程序打开。',
  'too-large': '图片超过 20 MB，这里不显示。请另存后用其他程序打开。',
  'too-many-pixels': '图片的尺寸过大，展开会占用过多内存，这里不显示。请先核实来源，再另存后打开。',
  damaged: '图片的文件头不完整，无法显示。可以另存后用其他程序查看。',
};

/** What an attachment is, in a word. */
export const mediaKinds = {
  picture: '图片',
  pdf: 'PDF',
  text: '文本',
  word: '文档',
  sheet: '表格',
  slides: '演示文稿',
  archive: '压缩包',
  page: '网页源码',
  drawing: 'SVG 源码',
  other: '文件',
};
