import { pairsIn, type Sample } from './sample.ts';

/** A word of a text, how often it stands there, and how telling that makes it. */
export type Term = { term: string; count: number; weight: number };

/** Words are parted by the language data of the runtime, which has names of no case: single characters in a row are joined. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const LONGEST = 8;
/** A word that more than this share of the sample has tells nothing. */
const COMMON = 0.4;
const LONGEST_TEXT = 60_000;
/** They begin or end no name: joining does not go across them. */
const particles =
  /[的了在是和与及或等其对为以被由于将并该某此所至从向经而且就也均各每另再已未不无有到把给让中上下内外前后年月日时人第条款项号元万千百十一二三四五六七八九两零〇甲乙丙丁]/u;
/** Every case text has these, whatever it is about, also in a library that is still small. */
const usual: ReadonlySet<string> = new Set(
  (
    '检察 检察院 人民检察院 检察机关 检察官 法院 人民法院 公安 公安机关 公安局 被告人 被告 犯罪 嫌疑人 犯罪嫌疑人 案件 本案 办理 ' +
    '审查 起诉 提起 公诉 判决 依法 认定 规定 法律 情况 进行 通过 认为 相关 有关 工作 问题 以及 同时 其中 根据 行为 意义 典型 履职 ' +
    '刑法 中华人民共和国刑法 知识产权 构成 刑事 民事 行政 责任 人民 中华人民共和国 应当 可以 没有 公司 有限公司 江岚省 最高人民检察院'
  ).split(' '),
);

/** The most telling words of a folded text, at most so many, by tf-idf against the sample. */
export function tellingTerms(folded: string, sample: Sample, most: number): Term[] {
  const counts = new Map<string, number>();
  for (const word of wordsIn(folded.slice(0, LONGEST_TEXT), sample)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const terms: Term[] = [];
  for (const [term, count] of counts) {
    if (usual.has(term)) continue;
    // A word is in no more records than any of its pairs.
    const records = Math.min(...[...pairsIn(term)].map((pair) => sample.pairs.get(pair) ?? 0));
    if (sample.size >= MANY && records > sample.size * COMMON) continue;
    const rarity = Math.log((sample.size + 1) / (records + 0.5));
    terms.push({ term, count, weight: (1 + Math.log(count)) * rarity * lengthWorth(term) });
  }
  return withoutParts(terms.toSorted((one, other) => other.weight - one.weight)).slice(0, most);
}

const MANY = 20;
/** Longer words are rarer by themselves, but say more when they are shared. */
const lengthWorth = (term: string) => Math.min(1.4, 0.8 + term.length * 0.1);

function* wordsIn(folded: string, sample: Sample): Generator<string> {
  let singles = '';
  for (const { segment } of segmenter.segment(folded)) {
    const isHanOnly = /^[\u4e00-\u9fff]+$/.test(segment);
    if (isHanOnly && segment.length === 1 && !particles.test(segment)) {
      singles += segment;
      continue;
    }
    yield* joined(singles, sample);
    singles = '';
    if (isHanOnly && segment.length >= 2 && segment.length <= LONGEST) {
      if (!particles.test(segment.charAt(0)) && !particles.test(segment.slice(-1))) yield segment;
    }
  }
  yield* joined(singles, sample);
}

/**
 * The words that single characters in a row make: pairs side by side, those that the library knows best; what stands
 * between two of them is dropped. (贴牌岑岭 is 贴牌 and 岑岭, since more records have those than 牌岑.)
 */
function joined(singles: string, sample: Sample): string[] {
  if (singles.length < 2 || singles.length > LONGEST) return [];
  const known = (at: number) => (sample.pairs.get(singles.slice(at - 2, at)) ?? 0) + 1;
  const best: { sum: number; words: string[] }[] = [
    { sum: 0, words: [] },
    { sum: 0, words: [] },
  ];
  for (let at = 2; at <= singles.length; at += 1) {
    const without = best[at - 1];
    const before = best[at - 2];
    if (without === undefined || before === undefined) return [];
    const sum = before.sum + known(at);
    best.push(
      sum > without.sum ? { sum, words: [...before.words, singles.slice(at - 2, at)] } : without,
    );
  }
  return best.at(-1)?.words ?? [];
}

/** Of two words of which one holds the other, the better one says it all. */
function withoutParts(terms: readonly Term[]): Term[] {
  const kept: Term[] = [];
  for (const term of terms) {
    const isSaid = kept.some((one) => one.term.includes(term.term) || term.term.includes(one.term));
    if (!isSaid) kept.push(term);
    if (kept.length === 200) break;
  }
  return kept;
}
