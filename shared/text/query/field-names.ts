import { fold } from '../fold.ts';
import { queryFields, type QueryField } from './query.ts';

/** How a field is written before its colon: the first Chinese and the first English name are the ones shown. */
export const fieldNames: Readonly<
  Record<
    QueryField,
    { chinese: readonly [string, ...string[]]; english: readonly [string, ...string[]] }
  >
> = {
  title: { chinese: ['标题', '题名', '题目'], english: ['title'] },
  keyword: { chinese: ['关键词', '关键字'], english: ['keyword', 'keywords'] },
  'case-number': { chinese: ['案号'], english: ['case', 'casenumber'] },
  charge: { chinese: ['罪名'], english: ['charge', 'charges'] },
  article: { chinese: ['法条', '条文'], english: ['article', 'law'] },
  procuratorate: { chinese: ['检察院', '办案检察院'], english: ['procuratorate', 'office'] },
  year: { chinese: ['年份', '年度'], english: ['year', 'years'] },
  kind: { chinese: ['类型', '文种'], english: ['kind', 'type'] },
  status: { chinese: ['状态'], english: ['status'] },
  tag: { chinese: ['标签'], english: ['tag', 'tags'] },
  section: { chinese: ['部分', '章节'], english: ['section', 'part'] },
  function: { chinese: ['检察职能', '职能'], english: ['function'] },
  'right-type': { chinese: ['权利类型', '权利'], english: ['right', 'righttype'] },
  stage: { chinese: ['办案阶段', '阶段'], english: ['stage'] },
  outcome: { chinese: ['处理结果', '结果'], english: ['outcome'] },
  region: { chinese: ['地区'], english: ['region'] },
  source: { chinese: ['来源'], english: ['source'] },
  library: { chinese: ['材料库', '库'], english: ['library'] },
  origin: { chinese: ['案例来源', '公布来源'], english: ['published'] },
};

const fieldOf = new Map<string, QueryField>(
  queryFields.flatMap((field) => {
    const { chinese, english } = fieldNames[field];
    return [...chinese, ...english].map((name) => [fold(name), field] as const);
  }),
);
const anyName = new RegExp(
  `(${[...fieldOf.keys()].toSorted((one, other) => other.length - one.length).join('|')}):`,
  'y',
);

/** The field whose name and colon stand at a place of the folded query. */
export function fieldAt(folded: string, at: number): { field: QueryField; end: number } | null {
  anyName.lastIndex = at;
  const match = anyName.exec(folded);
  const field = fieldOf.get(match?.[1] ?? '');
  return field === undefined || match === null ? null : { field, end: at + match[0].length };
}
