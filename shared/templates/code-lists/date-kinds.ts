import { entry } from './code-entry.ts';

/** What happened on a day. */
export const dateKinds = [
  entry('filed', '立案', 'Filed'),
  entry('accepted', '受理', 'Accepted'),
  entry('arrest-decided', '审查逮捕决定', 'Arrest decision'),
  entry('indicted', '提起公诉', 'Indicted'),
  entry('not-prosecuted', '不起诉决定', 'Decision not to prosecute'),
  entry('first-judgment', '一审裁判', 'First-instance decision'),
  entry('second-judgment', '二审裁判', 'Second-instance decision'),
  entry('effective', '裁判生效', 'Decision effective'),
  entry('supervision-opinion', '提出监督意见', 'Supervision opinion'),
  entry('retrial-decided', '再审裁判', 'Retrial decision'),
  entry('suggestion', '制发检察建议', 'Suggestion issued'),
  entry('rectified', '整改完成', 'Rectified'),
  entry('period-start', '期间起', 'Period from'),
  entry('period-end', '期间止', 'Period to'),
  entry('written', '成稿', 'Written'),
] as const;
