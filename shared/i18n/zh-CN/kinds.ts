import type { RecordKind } from '../../contract/records.ts';
import type { WorkspaceKind } from '../../contract/workspace.ts';

/** Names of kinds, as in the glossary. */
export const kinds: Record<RecordKind, string> = {
  'typical-case': '典型案例',
  'guiding-case-nomination': '指导性案例推荐',
  'good-practice': '经验做法',
  'research-note': '调研',
  'work-report': '工作情况',
  'information-brief': '信息简报',
  'precedent-search-report': '类案检索报告',
  notice: '通知',
  call: '征集',
  precedent: '参考案例',
};

/** What a kind is for, one line in the dialog for a new record. */
export const kindPurposes: Record<RecordKind, string> = {
  'typical-case': '一案一例：案情、履职过程与典型意义',
  'guiding-case-nomination': '拟逐级推荐为指导性案例的案件',
  'good-practice': '可供别处借鉴的工作机制与成效',
  'research-note': '对突出问题的实证分析与对策建议',
  'work-report': '一个时期的办案情况、做法与问题',
  'information-brief': '一页纸：值得及早知悉的新情况',
  'precedent-search-report': '按指导性案例191号的要求检索类案，逐件甄别',
  notice: '发给各联系点的通知、管理办法',
  call: '按主题、限期向各联系点征集案例和材料',
  precedent: '导入的已公布案例，只供阅读',
};

export const workspaceKinds: Record<WorkspaceKind, string> = {
  'contact-point': '办案联系点',
  province: '省级院',
  desk: '接收端',
};
