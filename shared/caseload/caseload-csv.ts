import { caseloadKindName, compareKinds, isCaseloadKind, MOST_FIGURE } from './kinds.ts';

/** One figure of one office in one period. */
export type Figure = { kind: string; count: number };
export type CaseloadProblem = 'head' | 'cells' | 'kind' | 'kind-twice' | 'count' | 'too-long';

const HEAD = 'kind,name,count';
const MOST_LINES = 200;

/**
 * The figures of one office and one period as `data/caseload/<period>.csv` holds them: see docs/caseload.md. Kinds in the order of
 * the list, so that the same figures are the same bytes. UTF-8 without a mark, lines end in LF.
 */
export function writeCaseload(figures: readonly Figure[]): string {
  const lines = figures
    .toSorted((one, other) => compareKinds(one.kind, other.kind))
    .map(({ kind, count }) => `${kind},${caseloadKindName(kind, 'zh-CN')},${count}`);
  return [HEAD, ...lines, ''].join('\n');
}

/**
 * Reads what `writeCaseload` writes. A file of somebody else's is held to it line by line: the first line that does not fit is
 * answered by its number, counted from 1. The name beside a kind is for people and not believed.
 */
export function readCaseload(
  text: string,
): { figures: Figure[] } | { line: number; problem: CaseloadProblem } {
  const lines = text.replace(/^\ufeff/u, '').split(/\r?\n/u);
  if (lines.at(-1) === '') lines.pop();
  if (lines[0] !== HEAD) return { line: 1, problem: 'head' };
  if (lines.length > MOST_LINES + 1) return { line: MOST_LINES + 2, problem: 'too-long' };
  const figures: Figure[] = [];
  const seen = new Set<string>();
  for (const [at, line] of lines.slice(1).entries()) {
    const cells = line.split(',');
    const [kind = '', , count = ''] = cells;
    const problem = problemOf(cells.length, kind, count, seen);
    if (problem !== null) return { line: at + 2, problem };
    seen.add(kind);
    figures.push({ kind, count: Number(count) });
  }
  return { figures };
}

function problemOf(
  cells: number,
  kind: string,
  count: string,
  seen: ReadonlySet<string>,
): CaseloadProblem | null {
  if (cells !== 3) return 'cells';
  if (!isCaseloadKind(kind)) return 'kind';
  if (seen.has(kind)) return 'kind-twice';
  return /^(?:0|[1-9]\d{0,6})$/u.test(count) && Number(count) <= MOST_FIGURE ? null : 'count';
}
