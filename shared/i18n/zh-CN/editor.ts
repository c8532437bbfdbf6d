/** Writing: the text, its toolbar. */
export const editor = {
  text: '正文',
  imageMissing: '图片不在这份材料的附件中，或不能显示。',
  readOnly: '正文（只读）',
  toolbar: '格式',
  undo: '撤销（Ctrl+Z）',
  redo: '重做（Ctrl+Y）',
  bold: '加粗（Ctrl+B）',
  heading1: '一级标题（一）（Ctrl+Alt+1）',
  heading2: '二级标题 1.（Ctrl+Alt+2）',
  heading3: '三级标题（1）（Ctrl+Alt+3）',
  ordered: '编号列表（Ctrl+Shift+7）',
  bullet: '项目符号（Ctrl+Shift+8）',
  indent: '增加列表缩进（Tab）',
  outdent: '减少列表缩进（Shift+Tab）',
  table: '表格',
  insertTable: '插入 3×3 表格',
};
