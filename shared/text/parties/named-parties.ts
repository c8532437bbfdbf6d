import type { PartyRole } from './party-roles.ts';
import { isPseudonym } from './pseudonym.ts';
import { doubleSurnames, surnames } from './surnames.ts';

/** Somebody whom a text names after the word for a role. */
export type NamedParty = { name: string; role: PartyRole };

const words: readonly [word: string, role: PartyRole][] = [
  ['犯罪嫌疑单位', 'defendant-unit'],
  ['被告单位', 'defendant-unit'],
  ['被害单位', 'victim-unit'],
  ['权利人', 'right-holder'],
  ['犯罪嫌疑人', 'suspect'],
  ['被告人', 'defendant'],
  ['被害人', 'victim'],
  ['证人', 'witness'],
  ['鉴定人', 'expert'],
  ['未成年人', 'minor'],
  ['法定代表人', 'representative'],
  ['被上诉人', 'appellee'],
  ['上诉人', 'appellant'],
  ['被申请人', 'respondent'],
  ['申请人', 'applicant'],
  ['第三人', 'third-party'],
  ['原告人', 'plaintiff'],
  ['原告', 'plaintiff'],
  ['被告', 'accused'],
];
const roleOf = new Map(words);
const role = new RegExp(`(${words.map(([word]) => word).join('|')})(?:[:：]\\s?)?`, 'gu');

/** After a name comes a mark, or a word that no name has there. 李明在, 李明于, 李明、, 李明（. */
const after =
  '(?=$|[\\s，。、；：！？（）()《》“”"\',.;:—…·\\[【]|[在于为系的以将与和及等对到伙同因犯涉从自通未经被供称是有即曾已所共又也均还则向给让把使用作就仍拒认诉某]|' +
  '(?:通过|利用|明知|违反|实施|销售|购买|生产|制作|提供|雇佣|先后|多次|擅自|非法|假冒|侵犯|担任|负责|组织|委托|作案|归案|到案|供述|陈述|证言|不服|提起|提出|签订|开设|经营|租用|指使|主动|自愿|之间|辩称|采取|案发|实际|成立))';
const person = new RegExp(`^([\\p{Script=Han}]{2,4}?)${after}`, 'u');
const dotted = new RegExp(
  `^([\\p{Script=Han}]{1,10}(?:[·•・][\\p{Script=Han}]{1,10}?){1,3})${after}`,
  'u',
);
const latin = /^[A-Z][A-Za-z'-]{1,20}(?: [A-Z][A-Za-z.'-]{0,20}){1,3}/u;
const unit =
  /^[\p{Script=Han}A-Za-z0-9（）()]{2,30}?(?:有限责任公司|股份有限公司|有限公司|公司|合作社|事务所|研究院|研究所|工作室|经营部|商行|厂|店|中心|集团)(?![\p{Script=Han}]{0,2}公司)/u;
/** Surnames that are words as well: after them only a mark ends the name. */
const alsoWord =
  /^[原利于向从曾方应全安成明时单和支连相强公司计海国管古家严项平常左右经同当有如尚由通主充后温包关]/u;
const mark = /^(?:$|[\s，。、；：（）(),.;:])/u;
const and = /^(?:、|和|与|及|以及|，)(?:被告人|犯罪嫌疑人|被害人|证人)?/u;

const startsWithRole = new RegExp(`^(?:${words.map(([word]) => word).join('|')})`, 'u');

const LONGEST = 40;
const MOST = 100;

/**
 * Parties that a text names after the word for their role, each name once, pseudonyms left out. Rather none than a wrong one:
 * a person needs a surname that people have, and an end that names have.
 */
export function namedParties(text: string): NamedParty[] {
  const found = new Map<string, NamedParty>();
  for (const match of text.matchAll(role)) {
    const kind = roleOf.get(match[1] ?? '');
    if (kind === undefined) continue;
    let at = match.index + match[0].length;
    for (let count = 0; count < 30 && found.size < MOST; count += 1) {
      const name = nameAt(text.slice(at, at + LONGEST), kind);
      if (name === null || startsWithRole.test(name)) break;
      if (!isPseudonym(name) && !found.has(name)) found.set(name, { name, role: kind });
      at += name.length;
      const joint = and.exec(text.slice(at, at + 8))?.[0];
      if (joint === undefined || joint === '，') break;
      at += joint.length;
    }
  }
  return Array.from(found.values());
}

function nameAt(text: string, role: PartyRole): string | null {
  const organisation = unit.exec(text)?.[0] ?? null;
  if (role === 'defendant-unit' || role === 'victim-unit') return organisation;
  const other = dotted.exec(text)?.[1] ?? latin.exec(text)?.[0];
  if (other !== undefined) return other;
  const short = person.exec(text)?.[1];
  const name = short === undefined ? '' : wholeName(short, text);
  if (isName(name) && isEnded(name, text)) return name;
  return mayBeUnit.has(role) ? organisation : null;
}

const mayBeUnit: ReadonlySet<PartyRole> = new Set<PartyRole>([
  'right-holder',
  'plaintiff',
  'accused',
  'appellant',
  'appellee',
  'applicant',
  'respondent',
  'third-party',
]);

/** Words that begin like a name: 被害人陈述, 证人证言, 被告人方某. */
const noName =
  /^(?:陈述|利益|利害|原则|原审|左右|方便|方法|曾经|曾因|关系|温和|包庇|充分|主观|明知|应当|单位|方面|成年|和解|平均|安全|严重|全部|相关|相互|计算|时任|明确|向其|解除|强制|支付|国家|公司|公安|万元|古籍|方式|于当|易于|成立|海关|明显|强迫|宣称|项目|支持|包括|连续|同案|田间|管理|司法|严格|强奸|公诉|房产|白天|高度|金额|祖籍)/u;

/** In 李明和王刚 和 joins two, in 张志和， it is of the name: there an end follows. */
const mayBeGiven = /^[和通有向同用作从因自共]/u;
const end = /^(?:$|[\s，。、；：（）(),.;:“”]|[在与等将的于及])/u;

function wholeName(name: string, text: string): string {
  const next = text.slice(name.length);
  return name.length === 2 && mayBeGiven.test(next) && end.test(next.slice(1))
    ? text.slice(0, 3)
    : name;
}

function isEnded(name: string, text: string): boolean {
  return !alsoWord.test(name) || mark.test(text.slice(name.length));
}

function isName(name: string): boolean {
  if (noName.test(name)) return false;
  if (name.length === 4) return doubleSurnames.has(name.slice(0, 2));
  if (doubleSurnames.has(name.slice(0, 2))) return name.length >= 3;
  return name.length <= 3 && surnames.has(name.charAt(0));
}
