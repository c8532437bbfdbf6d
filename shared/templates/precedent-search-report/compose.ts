import type {
  PrecedentHit,
  PrecedentSearch,
  SearchPurpose,
  Verdict,
} from '../../contract/precedent-reports.ts';
import type { Block, Paragraph, Table } from '../../document/tree.ts';
import {
  hiddenWords,
  hideNames,
  wordsOfQuery,
  type HiddenName,
} from '../../text/parties/hide-names.ts';

export type Composed = { searches: Block[]; results: Block[] };
export type ToCompose = {
  /** Whose office searched. */
  office: string;
  searches: readonly PrecedentSearch[];
  hits: readonly PrecedentHit[];
  /** Every name that may stand in a query, a title or a note. */
  names: readonly HiddenName[];
  kindNames: Readonly<Record<string, string>>;
  originName: (code: string) => string;
};

const purposes: Readonly<Record<SearchPurpose, string>> = {
  guiding: '最高人民法院、最高人民检察院指导性案例',
  party: '同一当事人',
  object: '同一知识产权客体',
  other: '补充检索',
};
const verdicts: Readonly<Record<Verdict, string>> = {
  applicable: '可参照的案例',
  distinguishable: '有区别的案例',
  irrelevant: '不相关的案例',
};
const verdictOrder: readonly Verdict[] = ['applicable', 'distinguishable', 'irrelevant'];

/**
 * The parts of a report that say what was searched and found. Words are Chinese, like the headings: they are what is printed.
 * No name of a party is in it. Cases that nobody has judged are counted, not listed.
 */
export function composeReport(report: ToCompose): Composed {
  return { searches: composeSearches(report), results: composeResults(report) };
}

function composeSearches({ office, searches, names, kindNames }: ToCompose): Block[] {
  const run = searches.filter(({ ranAt }) => ranAt !== null);
  if (run.length === 0) return [paragraph('尚未检索。')];
  const days = [...new Set(run.map(({ ranAt }) => dayOf(ranAt ?? 0)))].toSorted();
  const rows = run.map((search, index) => [
    `${index + 1}`,
    purposes[search.purpose],
    hiddenQuery(search, names),
    `${search.kinds.length === 0 ? '全部材料' : search.kinds.map((kind) => kindNames[kind] ?? kind).join('、')}，共${search.searched}份`,
    writtenDay(dayOf(search.ranAt ?? 0)),
    `${search.total}${search.isExact ? '' : '份以上'}`,
  ]);
  return [
    paragraph(
      hideNames(`检索单位：${office}。检索时间：${days.map(writtenDay).join('、')}。`, names) +
        '检索平台：检知本地资料库（离线）。涉及当事人的检索以真实名称进行，报告中以化名代替。',
    ),
    table(
      ['序号', '检索事项', '检索内容', '检索范围', '检索日期', '命中'],
      rows,
      [6, 19, 33, 17, 16, 9],
    ),
  ];
}

function composeResults(report: ToCompose): Block[] {
  const { hits, searches } = report;
  const counted = verdictOrder
    .map((verdict) => ({ verdict, some: hits.filter((hit) => hit.verdict === verdict) }))
    .filter(({ some }) => some.length > 0);
  const open = hits.filter(({ verdict }) => verdict === null).length;
  if (!searches.some(({ ranAt }) => ranAt !== null)) return [paragraph('尚未检索。')];
  if (hits.length === 0) return [paragraph('按上述方法检索，未发现类案。')];
  const counts = counted.map(({ verdict, some }) => `${verdicts[verdict]}${some.length}件`);
  if (open > 0) counts.push(`尚未甄别${open}件`);
  return [
    paragraph(`按上述方法检索，列入甄别的案例共${hits.length}件，其中${counts.join('，')}。`),
    ...counted.flatMap(({ verdict, some }): Block[] => [
      { type: 'heading', level: 1, numbered: true, children: textOf(verdicts[verdict]) },
      table(
        ['序号', '案例', '案号', '甄别意见'],
        some.map((hit, index) => [`${index + 1}`, ...composeHit(hit, report)]),
        [6, 40, 24, 30],
      ),
    ]),
  ];
}

function composeHit(hit: PrecedentHit, { names, originName }: ToCompose): string[] {
  const from = [hit.origin === null ? '' : originName(hit.origin), hit.office].filter(Boolean);
  const gone = hit.change === 'gone' ? '（最近一次检索未再命中）' : '';
  return [
    hideNames(`${hit.title}${from.length === 0 ? '' : `（${from.join('，')}）`}${gone}`, names),
    hideNames(hit.caseNumbers.join('\n'), names),
    hideNames(hit.note, names),
  ];
}

/** A query as it may leave: that for a party only as the pseudonyms of whom it names. */
function hiddenQuery({ purpose, query }: PrecedentSearch, names: readonly HiddenName[]): string {
  if (purpose !== 'party') return hideNames(query, names);
  return `当事人：${hiddenWords(wordsOfQuery(query), names).join('、')}`;
}

function textOf(text: string): Paragraph['children'] {
  return text === '' ? [] : [{ type: 'text', text }];
}

function paragraph(text: string): Paragraph {
  return { type: 'paragraph', children: textOf(text) };
}

function table(head: readonly string[], rows: readonly string[][], widths: number[]): Table {
  const cell = (text: string) => ({ children: text.split('\n').map(paragraph) });
  return {
    type: 'table',
    columnWidths: widths,
    rows: [
      head.map((text) => ({ header: true as const, ...cell(text) })),
      ...rows.map((row) => row.map(cell)),
    ],
  };
}

const chinaInMilliseconds = 8 * 3600 * 1000;

/** 2026-11-23, by the calendar of the country the office is in. */
function dayOf(instant: number): string {
  return new Date(instant + chinaInMilliseconds).toISOString().slice(0, 10);
}

function writtenDay(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
