import type { RecordStatus } from '../../contract/record-status.ts';

type Verbs = Record<RecordStatus, string>;

/** 从甲状态到乙状态的动作；没有列出的用 `verbs`。 */
const verbs: Verbs = {
  draft: '退回草稿',
  'in-review': '送审',
  approved: '批准',
  submitted: '报送',
  received: '登记为已回执',
  returned: '退回修改',
  adopted: '登记为已采用',
};
const verbsFrom: Partial<Record<RecordStatus, Partial<Verbs>>> = {
  'in-review': { draft: '撤回送审' },
  approved: { draft: '撤销批准' },
  submitted: { returned: '登记为退回修改', 'in-review': '重新送审', approved: '重新批准' },
  received: { returned: '登记为退回修改', 'in-review': '重新送审', approved: '重新批准' },
  returned: { draft: '转为草稿', 'in-review': '重新送审' },
};

/** 送审、批准、退回，以及走过的每一步。 */
export const review = {
  verb: (from: RecordStatus, to: RecordStatus) => verbsFrom[from]?.[to] ?? verbs[to],
  comment: '意见（可不填）',
  otherSteps: '其他办理',
  steps: '办理经过',
  noSteps: '还没有办理过。',
  revision: (number: string) => `第 ${number} 版`,
  own: '单人办公，本人批准',
  reopened: '批准后改过，已退回草稿',
  signed: '签名核对无误',
  notSigned: '签名核对不上，请勿采信',
  program: '程序',
  waiting: '待我审核',
  ruleTitle: '报送前须经批准',
  ruleText: '未批准、或批准后又改过的材料不能生成经验包。改变这一项会记入审计记录。',
  unapproved: (count: string) => `其中 ${count} 份没有批准，或批准后又改过，不能报送：`,
  approveThese: (count: string) => `批准这 ${count} 份`,
  colleagues: (count: string) =>
    `其中 ${count} 份是同事送来审核的，不能从这里报送。请退回同事，由同事报送：`,
  askReview: '请先打开材料送审，由审核人批准后再报送。',
};
