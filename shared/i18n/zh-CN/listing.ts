import type { RecordStatus } from '../../contract/record-status.ts';
import type { GroupBy } from '../../contract/records.ts';
import type { ColumnId } from '../../contract/window.ts';

/** How far a record has come. */
export const statuses: Record<RecordStatus, string> = {
  draft: '草稿',
  'in-review': '送审中',
  approved: '已批准',
  submitted: '已报送',
  received: '已回执',
  returned: '退回修改',
  adopted: '已采用',
};

const groups: Record<GroupBy, string> = {
  kind: '类别',
  status: '状态',
  month: '月份',
  function: '检察职能',
  charge: '罪名',
  'right-type': '权利类型',
  region: '地区',
  tag: '标签',
};
const columns: Record<ColumnId, string> = {
  title: '标题',
  kind: '类别',
  status: '状态',
  charge: '罪名',
  function: '检察职能',
  'right-type': '权利类型',
  region: '地区',
  'case-number': '案号',
  changed: '修改时间',
  created: '建立时间',
  characters: '字数',
  completeness: '完整度',
  tag: '标签',
};

/** Groups, columns, unread marks and statuses of lists. */
export const listing = {
  status: '状态',
  statusSince: (status: string, time: string) => `${status}，${time}`,
  view: '显示方式',
  asRows: '两行列表',
  asTable: '表格',
  groupBy: '分组',
  noGroups: '不分组',
  groups,
  /** What has nothing of what a list is grouped by. */
  none: '未填写',
  noStatus: '不报送',
  groupHead: (name: string, count: string) => `${name}，${count} 份`,
  folded: '已折叠',
  unfolded: '已展开',
  foldAll: '全部折叠',
  unfoldAll: '全部展开',
  columns,
  chooseColumns: '选择列',
  columnsTitle: '表格的列',
  columnsHint: '勾选要显示的列；上移、下移调整次序。列宽可在表头上拖动，或在这里填写。',
  columnWidth: (name: string) => `${name}的列宽，像素`,
  moveUp: (name: string) => `上移${name}`,
  moveDown: (name: string) => `下移${name}`,
  resetColumns: '恢复默认',
  sortBy: (name: string) => `按${name}排序`,
  resizeColumn: (name: string) => `调整${name}列宽`,
  ascending: '升序',
  descending: '降序',
  unread: '未读',
  openComments: (count: string) => `${count} 条批注待处理`,
  withOpenComments: '有待处理的批注',
  unreadOf: (name: string, count: string) => `${name}未读 ${count} 份`,
  showUnread: (count: string) => `未读 ${count}`,
  allMarkedRead: (count: string) => `已将 ${count} 份标为已读`,
  markRead: '标为已读',
  markUnread: '标为未读',
  markAllRead: '全部标为已读',
  more: '更多',
  findInTrash: '在回收站中查找',
  clear: '清除',
  closeRecord: '关闭材料',
  findInTrashHint: '标题、案号、关键词或标签',
  nothingInTrash: '回收站中没有符合的材料',
};
