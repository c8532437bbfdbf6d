import { entry } from './code-entry.ts';

/** What a sum of money is. The criminal ones are the terms of 法释〔2025〕5号. */
export const amountKinds = [
  entry('illegal-turnover', '非法经营数额', 'Illegal business volume'),
  entry('illegal-gains', '违法所得数额', 'Illegal gains'),
  entry('sales', '销售金额', 'Sales'),
  entry('unsold-goods', '未销售货值金额', 'Value of unsold goods'),
  entry('loss', '损失数额', 'Loss'),
  entry('licence-fee', '合理许可使用费', 'Reasonable licence fee'),
  entry('damages', '赔偿', 'Damages'),
  entry('punitive-damages', '惩罚性赔偿', 'Punitive damages'),
  entry('fine', '罚金', 'Criminal fine'),
  entry('administrative-fine', '罚款', 'Administrative fine'),
  entry('recovered', '挽回损失', 'Loss recovered'),
  entry('claim', '诉讼标的', 'Amount in dispute'),
] as const;
