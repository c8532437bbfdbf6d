import type { AuditAction } from '../../contract/audit.ts';

export const audit = {
  title: '审计记录',
  text: '每一条都连着前一条的校验值，事后改动、抽走或插入会被发现。只记做了什么，不记案件内容。',
  verify: '校验',
  export: '导出',
  exportTitle: '导出审计记录',
  fileName: (date: string) => `审计记录-${date}`,
  exported: (lines: string, file: string) => `已写出 ${lines} 条到 ${file}。`,
  whole: (lines: string) => `共 ${lines} 条，前后相连，没有改动。`,
  broken: (number: string) =>
    `第 ${number} 条与前一条对不上：它或它前面的记录被改动过。请保留现状并报告上级。`,
  head: '末条校验值',
  all: '全部种类',
  filter: '种类',
  number: '序号',
  at: '时间',
  action: '事项',
  subject: '对象',
  detail: '细节',
  none: '还没有记录。',
};

export const auditActions: Record<AuditAction, string> = {
  'workspace-created': '建立工作库',
  'state-secrets-acknowledged': '确认不存储国家秘密',
  'folder-risk-accepted': '接受存放位置的风险',
  'workspace-upgraded': '升级工作库',
  'recovery-code-used': '使用恢复码',
  'recovery-code-replaced': '更换恢复码',
  'passphrase-changed': '更换口令',
  'keys-created': '生成密钥',
  'card-enrolled': '登记名片',
  'age-identity-written': '导出解密密钥',
  'pack-written': '生成经验包',
  'pack-not-placed': '经验包未能存放',
  'record-purged': '彻底删除材料',
  'source-purged': '彻底删除来源文献',
  'sources-exported': '导出来源文献',
  'attachment-saved-out': '另存附件',
  'histories-joined': '合并历史版本',
  'attachment-purged': '彻底删除附件',
};
