import type { NotKeptPasted } from '../../document/not-kept-pasted.ts';

/** Pasting, dropping and inserting into a text, and what came of it. */
export const pasting = {
  pasteAsText: '粘贴为纯文本',
  pastedPicture: '粘贴的图片.png',
  picture: '图片',

  notKept: (what: string) => `已粘贴。没有保留：${what}`,
  separator: '、',
  showNotKept: '查看明细',
  notKeptTitle: '粘贴时没有保留的内容',
  names: '没有保留的图片',
  picturesHelp:
    'Word 和 WPS 复制文字时不带图片本身，网络上的图片不会下载。请单独复制每张图片再粘贴，或者导入 .docx 文件。',

  askTitle: '要粘贴的内容带有修订或批注',
  facts: (insertions: string, deletions: string, comments: string) =>
    `插入 ${insertions} 处，删除 ${deletions} 处，批注 ${comments} 条。`,
  tracked: '修订怎样处理',
  revised: '采用修改后的文字：插入的写入，删除的不写',
  original: '保留修改前的文字：插入的不写，删除的写入',
  keepRemarks: (name: string) => `批注和没有写入正文的修订存为附件“${name}”`,
  remarks: '修订和批注',
  remarkKinds: { comment: '批注', insertion: '插入', deletion: '删除' },
  cancel: '不粘贴',
  paste: '粘贴',
  remarksSaved: (name: string) => `批注和修订已存为附件“${name}”。`,
  /** In the text file, which is written in the drafter's language. */
  insertions: (count: number) => `修订中插入、没有采用的文字 ${String(count)} 处`,

  insertMenu: '图片和附件',
  insertPicture: '插入图片…',
  choosePicture: '选择要插入的图片',
  insertLink: '插入附件链接…',
  chooseAttachment: '插入附件链接',
  noAttachments: '这份材料还没有附件。请先在右侧“附件”中添加，或把文件拖进正文。',
  findAttachment: '按名称查找',
  insert: '插入',
  linkMissing: '附件已不在这份材料中',
  openLink: (name: string) => `附件“${name}”，按回车键查看`,

  editPicture: '图片',
  caption: '图注',
  width: '宽度',
  wholeWidth: '原大小，不超过版心',
  percent: (number: number) => `版心的 ${String(number)}%`,
  view: '查看原图',
  removePicture: '删除图片',
  done: '完成',
};

/** What was not kept, with how often. */
export const notKeptPasted: Record<NotKeptPasted, (count: string) => string> = {
  picture: (count) => `图片 ${count} 张`,
  'remote-picture': (count) => `网络图片 ${count} 张（未下载）`,
  'cell-picture': (count) => `表格中的图片 ${count} 张（改为附件链接）`,
  drawing: (count) => `图形 ${count} 个`,
  footnote: (count) => `脚注 ${count} 条（没有复制到注文）`,
  formatting: (count) => `斜体、下划线等格式 ${count} 处`,
  'nested-table': (count) => `表格中的表格 ${count} 个（改为文字）`,
  link: (count) => `链接地址 ${count} 处（文字已保留）`,
  active: (count) => `脚本、框架和控件 ${count} 个`,
};
