import type { TextEncoding } from '../../contract/imports.ts';

/** The preview of an import. */
export const imports = {
  look: '先看识别结果',
  orDrop: '或者把文件、文件夹拖到这里',
  dropHere: '松开后识别并预览，确认后才导入',
  looking: '正在识别',
  title: '识别结果',
  list: '将要导入的材料',
  willTake: (count: string) => `将导入 ${count} 份`,
  known: (count: string) => `${count} 份此前已经导入`,
  near: (count: string) => `${count} 份与已有材料相近`,
  selected: (count: string) => `已选 ${count} 份`,
  help: '选中若干份，再统一指定种类；重复的可设为不导入，或并入相近的材料。',
  selectAll: '全选',
  selectNone: '取消选择',
  selectNear: '选中相近的',
  setKind: '所选改为',
  leaveOut: '不导入',
  merge: '并入相近的材料',
  merged: (count: string) => `${count} 份作为新版本并入已有材料，原文留在历史中`,
  isKnown: '此前已导入',
  nearText: (title: string) => `与“${title}”文字相近`,
  nearNumber: (title: string) => `与“${title}”案号相同`,
  part: (number: number) => `第 ${number} 份`,
  noSections: '只有正文',
  skipped: (count: string) => `${count} 个文件不能导入`,
  nothing: '这些文件里没有可以导入的材料。',
  notReached: (count: string) =>
    `已按要求停止，还有 ${count} 个文件没有读取。再次导入同样的文件会接着来，已导入的不会重复。`,
  /** A text file that is attached to a record made of a Word file. */
  remarks: {
    fileName: '批注与修订.txt',
    comments: (count: number) => `批注 ${count} 条`,
    deletions: (count: number) => `修订中删除的文字 ${count} 处`,
    about: '原文：',
  },
  back: '返回',
  separator: ' · ',
  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16',
    gb18030: 'GB 18030',
  } satisfies Record<TextEncoding, string>,
};
