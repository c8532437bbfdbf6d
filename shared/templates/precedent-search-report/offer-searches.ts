import type { WantedSearch } from '../../contract/precedent-reports.ts';
import type { FullRecord } from '../../contract/records.ts';
import { sectionText } from '../../document/tree.ts';
import { fold } from '../../text/fold.ts';
import { findIdentifiers } from '../../text/identifiers.ts';
import { printQuery } from '../../text/query/print-query.ts';
import { joined, type Query } from '../../text/query/query.ts';
import { codeName } from '../code-lists/index.ts';

export type Matter = Pick<FullRecord, 'title' | 'keywords' | 'fields' | 'document'>;
export type OfferedSearch = Omit<WantedSearch, 'query'> & { query: string };

const MOST_TOPICS = 6;
const MOST_NAMES = 20;
const MOST_OBJECTS = 12;

/**
 * The searches that guiding case 191 asks for, filled in from a record. `names`: the parties, by their real names. A search
 * for which nothing is known has an empty query.
 */
export function offerSearches(matter: Matter, names: readonly string[]): OfferedSearch[] {
  return [
    { purpose: 'guiding', query: guidingQuery(matter), kinds: ['precedent'] },
    { purpose: 'party', query: anyOf(names.slice(0, MOST_NAMES).map(textQuery)), kinds: [] },
    { purpose: 'object', query: anyOf(objectsOf(matter).map(textQuery)), kinds: [] },
  ];
}

/** Published as a guiding case, by its field or by how its text says so. */
const published: Query[] = [
  { type: 'field', field: 'origin', text: '指导性案例' },
  { type: 'text', text: '指导性案例' },
  { type: 'text', text: '指导案例' },
  { type: 'text', text: '检例第' },
];

function guidingQuery({ fields, keywords }: Matter): string {
  const charges = fields.charges.flatMap((code): Query[] => [
    { type: 'field', field: 'charge', text: fold(codeName('charge', code, 'zh-CN')) },
    ...(/^\d/u.test(code) ? [articleQuery(code)] : []),
  ]);
  const words = keywords.map(textQuery);
  const rights = fields.rightTypes.map((code) => textQuery(codeName('right-type', code, 'zh-CN')));
  const topics = [charges, words, rights].find((some) => some.length > 0) ?? [];
  const query = joined(
    'and',
    [joined('or', topics.slice(0, MOST_TOPICS)), joined('or', published)].filter(
      (part) => part !== null,
    ),
  );
  return topics.length === 0 || query === null ? '' : printQuery(query);
}

/** `213`, `215-making` and `219-1` begin with the article of the Criminal Law that they are named after. */
function articleQuery(code: string): Query {
  const [, number = '', sub] = /^(\d+)(?:-(\d+))?/u.exec(code) ?? [];
  return {
    type: 'field',
    field: 'article',
    text: `刑法第${number}条${sub === undefined ? '' : `之${sub}`}`,
  };
}

function textQuery(text: string): Query {
  return { type: 'text', text: fold(text).replaceAll(/\s+/gu, ' ').trim() };
}

function anyOf(parts: readonly Query[]): string {
  const query = joined(
    'or',
    parts.filter((part) => part.type !== 'text' || part.text !== ''),
  );
  return query === null ? '' : printQuery(query);
}

const brand =
  /[“"「]([^“”"「」\n]{1,20})[”"」](?:系列|牌|文字|图形|及图|立体|组合|注册|地理标志|证明|集体|等|、|\s){0,5}商标/gu;
const variety = /[“"「‘']([^“”"「」‘’'\n]{1,20})[”"」’'](?:植物|玉米|水稻|小麦|果树){0,2}新?品种/gu;
const work = /《([^《》\n]{1,40})》/gu;
/** Only where works are what it is about: elsewhere these marks stand for laws and other cases. */
const aboutWorks = /著作权|版权|盗版|作品|录音制[品作]/u;
const noWork =
  /(?:法|条例|解释|意见|办法|规定|规则|通知|批复|公约|协定|决定|纪要|指引|标准|目录|合同|协议|证书?|报告|案|函|制度|方案|机制|做法|清单|回执|表|判决书|裁定书|决定书|起诉书|意见书|建议书|鉴定书?)(?:（[^（）]*）|\([^()]*\))?$/u;

/** Registered numbers of rights, marks, varieties and works that a record names: what a case is about. */
export function objectsOf({ title, document }: Pick<Matter, 'title' | 'document'>): string[] {
  const text = [title, ...document.sections.map(sectionText)].join('\n');
  const folded = fold(text);
  const objects = new Map<string, string>();
  for (const { form, start, end } of findIdentifiers(folded)) {
    if (/^§[专标著]/u.test(form)) objects.set(form, text.slice(start, end));
  }
  for (const pattern of [brand, variety]) {
    for (const [, name = ''] of text.matchAll(pattern)) objects.set(fold(name), name);
  }
  if (aboutWorks.test(text)) {
    for (const [, name = ''] of text.matchAll(work)) {
      if (!noWork.test(name)) objects.set(fold(name), name);
    }
  }
  return [...objects.values()].slice(0, MOST_OBJECTS);
}
