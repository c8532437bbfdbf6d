import type { HitChange, SearchPurpose, Verdict } from '../../contract/precedent-reports.ts';

/** The precedent search report: offering it, running it, judging what was found. */
export const precedentReports = {
  open: '类案检索',
  openHint: '按指导性案例191号检索类案，逐件甄别，写成报告',
  title: '类案检索',
  intro:
    '指导性案例191号提示：办理知识产权案件，一般应当检索最高人民法院、最高人民检察院指导性案例，同一当事人的案件，以及涉及同一知识产权客体的案件。检索式已按材料拟好，可以修改；不需要的留空。',
  namesNote: '当事人按真实名称检索；检索式只留在本机，写入报告时一律换成化名。',
  matter: '待检索案件',
  noMatter: '未关联材料',
  existing: '已有的报告',
  existingAt: (date: string) => `${date} 有改动`,
  reportTitle: '报告标题',
  create: '建立报告并检索',
  back: '返回材料',
  openReport: '打开报告正文',
  searches: '检索',
  query: '检索式',
  queryMissing: '材料中没有可用的线索，可自行填写。',
  kinds: '检索范围',
  scopes: { all: '全部材料', own: '我的材料', precedent: '参考案例' },
  add: '添加检索',
  remove: (purpose: string) => `移除检索“${purpose}”`,
  removed: '已移除检索',
  undo: '撤销',
  run: '检索',
  refresh: '全部重新检索',
  running: '正在检索类案',
  notRun: '尚未检索',
  ranAt: (date: string, total: string, searched: string) =>
    `${date} 检索，命中 ${total} 份（共检索 ${searched} 份）`,
  atLeast: (total: string) => `${total} 份以上，其中`,
  listedOf: (listed: string) => `按相关程度列出前 ${listed} 份，请收窄检索式`,
  noSearches: '还没有检索。添加一项，填写检索式后检索。',
  hits: '甄别',
  hitsText: '逐件判断能否参照，并写明理由。判断随时保存，重新检索时保留。',
  noHits: '还没有命中的案例。',
  noneLeft: '没有符合这一条件的案例。',
  progress: (judged: string, total: string) => `已甄别 ${judged} / ${total}`,
  filter: '显示',
  all: '全部',
  openOnly: '未甄别',
  changedOnly: '有变化',
  verdict: '甄别',
  noVerdict: '未甄别',
  note: '理由',
  notePlaceholder: '可参照之处，或区别在哪里',
  notThere: '已删除',
  readText: '阅读全文',
  hideText: '收起全文',
  openRecord: '打开材料',
  more: (count: string) => `再显示 ${count} 件`,
  ran: (added: string, gone: string, changed: string) =>
    `检索完成：新增 ${added} 件，不再命中 ${gone} 件，甄别后有改动 ${changed} 件`,
  write: '写入报告',
  writeHint: '把检索情况和甄别结果写入报告正文的两个部分，当事人以化名代替；原文留在历史中。',
  written: '已写入报告',
  writtenAt: (date: string) => `${date} 写入报告`,
  isStale: '写入后又有变化，报告正文尚未更新。',
  notWritten: '还没有写入报告正文。',
  saveAs: '存为类案检索报告',
  saveAsText: '把这次检索连同日期、范围和结果记入一份类案检索报告。',
  into: '存入',
  newReport: '新建报告',
  forMatter: (title: string) => `为打开的材料“${title}”`,
  saveNow: '存入报告',
};

export const searchPurposes: Record<SearchPurpose, string> = {
  guiding: '两高指导性案例',
  party: '同一当事人',
  object: '同一知识产权客体',
  other: '补充检索',
};

export const verdicts: Record<Verdict, string> = {
  applicable: '可参照',
  distinguishable: '有区别',
  irrelevant: '不相关',
};

export const hitChanges: Record<HitChange, string> = {
  new: '新增',
  gone: '不再命中',
  changed: '甄别后有改动',
};
