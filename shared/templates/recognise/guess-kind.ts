import type { RecordKind } from '../../contract/records.ts';
import { templates } from '../index.ts';
import { readLabel } from './read-label.ts';
import { inlineText } from '../../document/tree.ts';
import { roughText, type RoughBlock } from './rough-block.ts';
import type { Row } from './recognise-row.ts';
import { foldName } from './read-label.ts';
import { namesOf } from './section-names.ts';
import { takeTitle } from './take-title.ts';

const kinds = Object.keys(templates) as RecordKind[];
const lookups = new Map(kinds.map((kind) => [kind, namesOf(templates[kind])]));
/** Cases share their parts; which of the three a case is does not stand in it, unless it says so. */
const cases: readonly RecordKind[] = ['typical-case', 'guiding-case-nomination', 'precedent'];

type Hint = { kind: RecordKind; pattern: RegExp };
/** Of a title, or the lines before it. The first that fits counts. */
const hints: readonly Hint[] = [
  { kind: 'precedent-search-report', pattern: /类案检索/u },
  { kind: 'information-brief', pattern: /简报|信息专报|检察信息|快报/u },
  { kind: 'guiding-case-nomination', pattern: /指导性案例(?:推荐|备选)|推荐指导性案例/u },
  { kind: 'precedent', pattern: /检例第|指导案例\d|参考案例/u },
  { kind: 'work-report', pattern: /工作情况|工作总结|工作报告|情况报告|工作要点/u },
  { kind: 'research-note', pattern: /调研|研究|思考|探析|实证|为样本/u },
  { kind: 'good-practice', pattern: /经验|做法|机制|模式|样本|打造|推行|构建/u },
];

/** The kind that a text seems to be, by its title and the names of its parts; `usual` where these say nothing. */
export function guessKind(blocks: readonly RoughBlock[], usual: RecordKind): RecordKind {
  const names = new Set<string>();
  for (const block of blocks) {
    const texts =
      block.type === 'table'
        ? block.rows.flatMap(
            ([first]) => first?.children.map(({ children }) => inlineText(children)) ?? [],
          )
        : [roughText(block)];
    for (const text of texts) if (text.length <= 60 || /^[【〔[]/u.test(text)) names.add(text);
  }
  const { title, lead } = takeTitle(blocks, namesOf(templates[usual]));
  return choose(
    scoresOf((kind) => partsIn(kind, names)),
    [title ?? '', ...lead.map(roughText)].join('\n'),
    usual,
  );
}

/** The same, of a list: by its columns. */
export function guessRowKind(row: Row, usual: RecordKind): RecordKind {
  const parts = (kind: RecordKind) =>
    new Set(
      row
        .map(({ name }) => lookups.get(kind)?.(foldName(name)))
        .flatMap((meaning) => (meaning?.type === 'section' ? [meaning.id] : [])),
    );
  return choose(scoresOf(parts), '', usual);
}

function scoresOf(parts: (kind: RecordKind) => ReadonlySet<string>): Map<RecordKind, number> {
  return new Map(kinds.map((kind) => [kind, parts(kind).size]));
}

function partsIn(kind: RecordKind, lines: ReadonlySet<string>): Set<string> {
  const lookup = lookups.get(kind);
  const found = new Set<string>();
  if (lookup === undefined) return found;
  for (const line of lines) {
    const meaning = readLabel(line, lookup)?.meaning;
    if (meaning?.type === 'section') found.add(meaning.id);
  }
  return found;
}

function choose(
  scores: ReadonlyMap<RecordKind, number>,
  title: string,
  usual: RecordKind,
): RecordKind {
  const hinted = hints.find(({ pattern }) => pattern.test(title))?.kind;
  const of = (kind: RecordKind) => scores.get(kind) ?? 0;
  const best = Math.max(...scores.values());
  if (best < 2) return hinted ?? usual;
  const first = kinds.filter((kind) => of(kind) === best);
  const isCase = first.some((kind) => cases.includes(kind));
  if (isCase) {
    if (hinted !== undefined && cases.includes(hinted)) return hinted;
    return cases.includes(usual) ? usual : 'typical-case';
  }
  if (hinted !== undefined && of(hinted) >= best - 1) return hinted;
  return first.includes(usual) ? usual : (first[0] ?? usual);
}
