import { entriesOf, entry } from './code-entry.ts';

/** What came of it, by function. */
export const outcomes = [
  ...entriesOf(
    ['criminal'],
    [
      entry('filing-demanded', '监督立案', 'Filing demanded'),
      entry('withdrawal-demanded', '监督撤案', 'Withdrawal demanded'),
      entry('arrest-approved', '批准逮捕', 'Arrest approved'),
      entry('arrest-refused', '不批准逮捕', 'Arrest refused'),
      entry('prosecuted', '提起公诉', 'Prosecuted'),
      entry('not-prosecuted-minor', '酌定不起诉', 'Not prosecuted: minor'),
      entry('not-prosecuted-evidence', '存疑不起诉', 'Not prosecuted: evidence'),
      entry('not-prosecuted-statutory', '法定不起诉', 'Not prosecuted: statutory'),
      entry('convicted', '有罪判决', 'Convicted'),
      entry('acquitted', '无罪判决', 'Acquitted'),
      entry('criminal-protest', '提出抗诉', 'Protested'),
      entry('protest-changed', '抗诉改判', 'Changed upon protest'),
      entry('administrative-referral', '移送行政处罚', 'Referred for administrative penalty'),
      entry('incidental-damages', '附带民事赔偿', 'Incidental civil damages'),
    ],
  ),
  ...entriesOf(
    ['civil', 'administrative'],
    [
      entry('protest', '抗诉', 'Protest'),
      entry('retrial-suggestion', '再审检察建议', 'Retrial suggestion'),
      entry('not-supported', '不支持监督申请', 'Application not supported'),
      entry('review-ended', '终结审查', 'Review ended'),
      entry('reconciled', '和解', 'Reconciled'),
      entry('retrial-changed', '再审改判', 'Changed on retrial'),
      entry('retrial-upheld', '再审维持', 'Upheld on retrial'),
      entry('procedure-suggestion', '审判程序监督检察建议', 'Suggestion on trial procedure'),
      entry('enforcement-suggestion', '执行监督检察建议', 'Suggestion on enforcement'),
    ],
  ),
  ...entriesOf(
    ['administrative'],
    [entry('dispute-resolved', '实质性化解行政争议', 'Dispute resolved in substance')],
  ),
  ...entriesOf(
    ['public-interest'],
    [
      entry('pre-litigation-suggestion', '诉前检察建议', 'Pre-litigation suggestion'),
      entry('announcement', '诉前公告', 'Announcement'),
      entry('rectified', '诉前整改到位', 'Rectified before litigation'),
      entry('litigated', '提起公益诉讼', 'Litigated'),
      entry('claims-granted', '判决支持', 'Claims granted'),
      entry('mediated', '调解', 'Mediated'),
      entry('ended', '终结案件', 'Ended'),
    ],
  ),
  entry('social-governance', '社会治理检察建议', 'Social governance suggestion'),
];
