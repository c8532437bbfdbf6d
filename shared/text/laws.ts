import { fold } from './fold.ts';

/**
 * Laws and interpretations that are cited by a bare name, without book-title marks, each with the short forms in use.
 * Any name within book-title marks is taken as it is; these are for `刑法213条`, and so that 刑诉法 is 刑事诉讼法.
 */
const names: readonly (readonly [string, ...string[]])[] = [
  ['刑法'],
  ['宪法'],
  ['民法典'],
  ['民法通则'],
  ['民法总则'],
  ['商标法'],
  ['商标法实施条例'],
  ['专利法'],
  ['专利法实施细则'],
  ['著作权法'],
  ['著作权法实施条例'],
  ['计算机软件保护条例'],
  ['信息网络传播权保护条例'],
  ['植物新品种保护条例'],
  ['集成电路布图设计保护条例'],
  ['种子法'],
  ['反不正当竞争法', '反法'],
  ['反垄断法'],
  ['电子商务法', '电商法'],
  ['产品质量法'],
  ['消费者权益保护法', '消法'],
  ['食品安全法'],
  ['药品管理法'],
  ['网络安全法'],
  ['数据安全法'],
  ['个人信息保护法'],
  ['公司法'],
  ['行政处罚法'],
  ['行政许可法'],
  ['行政复议法'],
  ['刑事诉讼法', '刑诉法'],
  ['民事诉讼法', '民诉法'],
  ['行政诉讼法', '行诉法'],
  ['人民检察院组织法'],
  ['检察官法'],
  ['人民检察院刑事诉讼规则', '刑诉规则'],
  ['人民检察院民事诉讼监督规则'],
  ['人民检察院行政诉讼监督规则'],
  ['人民检察院公益诉讼办案规则'],
  ['未成年人保护法'],
];

/** Laws and rules whose full name begins with 中华人民共和国. */
const ofTheState =
  /^(?:.*法|民法典|民法[通总]则|商标法实施条例|专利法实施细则|著作权法实施条例|植物新品种保护条例)$/u;

/** The name by which a known law is written in official papers, without book-title marks; `null` if it is not known here. */
export function officialName(name: string): string | null {
  if (!names.some(([known]) => fold(known) === name)) return null;
  return ofTheState.test(name) ? `中华人民共和国${name}` : name;
}

const nameOf = new Map(
  names.flatMap(([name, ...others]) => [name, ...others].map((one) => [fold(one), fold(name)])),
);

/** For a regular expression: any bare name, the longest first, so that 商标法实施条例 is not 商标法. */
export const bareLawNames: string = [...nameOf.keys()]
  .toSorted((one, other) => other.length - one.length)
  .join('|');

/** One name for a law however it was cited: without 中华人民共和国, the year of its text, and in its long form. */
export function lawName(foldedName: string): string {
  const bare = foldedName
    .replace(/\s+/g, '')
    .replace(/^中华人民共和国/, '')
    .replace(/\([^()]*(?:修正|修订|修改)[^()]*\)$/, '');
  return nameOf.get(bare) ?? bare;
}
