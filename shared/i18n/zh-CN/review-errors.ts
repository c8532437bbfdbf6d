import { withFact, type AllFailureWords } from '../failure-words.ts';

type Codes =
  | 'profile-unknown'
  | 'profile-name-taken'
  | 'profile-not-reviewer'
  | 'profile-is-current'
  | 'profile-last-reviewer'
  | 'profiles-full'
  | 'approval-own'
  | 'not-approved';

/** What may go wrong with people, approvals and what they allow. */
export const reviewErrors: Pick<AllFailureWords, Codes> = {
  'profile-unknown': {
    what: (detail) =>
      withFact(
        detail,
        'profile',
        (name) => `这个工作库中没有“${name}”这位人员。`,
        '这个工作库有多位人员，需要指明由谁打开。',
      ),
    next: '请从名单中选择本人；命令行请用 --as 指明姓名。',
  },
  'profile-name-taken': {
    what: (detail) => withFact(detail, 'name', (name) => `已有一位“${name}”。`, '已有同名的人员。'),
    next: '请加注以示区别，例如“林某（综合）”。',
  },
  'profile-not-reviewer': {
    what: '这一步只有审核人可以办理。',
    next: '请由审核人用自己的口令打开工作库后办理。',
  },
  'profile-is-current': {
    what: '不能移除正在使用工作库的本人。',
    next: '请由另一位审核人打开工作库后移除。',
  },
  'profile-last-reviewer': {
    what: '工作库至少要有一位审核人，因此没有改动。',
    next: '请先让另一位人员担任审核人。',
  },
  'profiles-full': {
    what: '一个工作库最多 64 位人员，没有添加。',
    next: '请先移除已经离开的人员。',
  },
  'approval-own': {
    what: '这份材料是您自己送审的，不能由您批准或退回。',
    next: '请由另一位审核人办理；不再送审时，可以撤回为草稿。',
  },
  'not-approved': {
    what: (detail) =>
      withFact(
        detail,
        'title',
        (title) =>
          `“${title}”${Number(detail['count']) > 1 ? `等 ${String(detail['count'])} 份材料` : ''}没有批准，或批准后又改过，没有报送。`,
        '材料没有批准，或批准后又改过。',
      ),
    next: '请先送审并批准；本单位不要求批准时，审核人可在设置的“人员”中改变。',
  },
};
