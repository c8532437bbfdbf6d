import { entriesOf, entry } from './code-entry.ts';

/** Stages of a case, by function. */
export const stages = [
  ...entriesOf(
    ['criminal'],
    [
      entry('filing-supervision', '立案监督', 'Supervision of filing'),
      entry('early-involvement', '提前介入', 'Early involvement'),
      entry('arrest-review', '审查逮捕', 'Arrest review'),
      entry('prosecution-review', '审查起诉', 'Prosecution review'),
      entry('supplementary-investigation', '退回补充侦查', 'Returned for investigation'),
      entry('coercive-measure-change', '变更强制措施', 'Change of coercive measure'),
      entry('indicted', '提起公诉', 'Indicted'),
      entry('first-instance', '一审', 'First instance'),
      entry('second-instance', '二审', 'Second instance'),
      entry('effective', '判决生效', 'Judgment effective'),
    ],
  ),
  ...entriesOf(
    ['civil', 'administrative'],
    [
      entry('accepted', '受理', 'Accepted'),
      entry('verification', '调查核实', 'Verification'),
      entry('supervision-opinion', '提出监督意见', 'Supervision opinion given'),
      entry('retrial', '再审审理', 'Retrial'),
      entry('retrial-decided', '再审作出结果', 'Retrial decided'),
    ],
  ),
  ...entriesOf(
    ['public-interest'],
    [
      entry('lead', '线索', 'Lead'),
      entry('public-filed', '公益诉讼立案', 'Filed'),
      entry('pre-litigation', '诉前程序', 'Pre-litigation procedure'),
      entry('public-litigation', '提起诉讼', 'Litigation'),
      entry('rectification', '整改与跟进监督', 'Rectification and follow-up'),
    ],
  ),
];
