/** System dialogs and the menu under the right button. */
export const dialogs = {
  unsavedTitle: '还有没能保存的文字',
  unsavedDetail:
    '最后的改动没有写入工作库。现在关闭，这些文字会丢失。请先返回窗口，查看未能保存的原因。',
  stay: '返回窗口',
  closeAnyway: '仍然关闭',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  pastePlain: '粘贴为纯文本',
  selectAll: '全选',
};
