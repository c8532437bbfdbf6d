import { inlineRuns, type DocumentTree, type Inline } from './tree.ts';

/** Sources cited at one place. */
export type CitedItems = Extract<Inline, { type: 'citation' }>['items'];

/** What stands for a source that is not there any more. */
export const MISSING_NUMBER = '?';

/** Every citation in reading order. */
export function citationsIn(document: DocumentTree): CitedItems[] {
  return document.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap(inlineRuns)
    .flat()
    .flatMap((inline) => (inline.type === 'citation' ? [inline.items] : []));
}

/**
 * Numbers in the order of first citation (GB/T 7714-2015, 10.1): a source has one number wherever it is cited. One that is not
 * there gets none, so that the numbers in the text are those of the list.
 */
export function numberSources(
  citations: Iterable<CitedItems>,
  isThere: (sourceId: string) => boolean,
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const items of citations) {
    for (const { sourceId } of items) {
      if (!numbers.has(sourceId) && isThere(sourceId)) numbers.set(sourceId, numbers.size + 1);
    }
  }
  return numbers;
}

/**
 * What is shown at the place: [3], [1-3,5], and with a page [3]45-58 (GB/T 7714-2015, 10.1.2 and 10.1.3). Two neighbours are
 * joined by a hyphen as well, as the standard's own example has it.
 */
export function citationLabel(items: CitedItems, numbers: ReadonlyMap<string, number>): string {
  const plain = items.filter(({ locator }) => locator === undefined);
  const placed = items.filter(({ locator }) => locator !== undefined);
  const known = plain.flatMap(({ sourceId }) => numbers.get(sourceId) ?? []);
  const parts = runsOf([...new Set(known)].toSorted((one, other) => one - other)).map(runText);
  if (known.length < plain.length) parts.push(MISSING_NUMBER);
  const together = parts.length === 0 ? '' : `[${parts.join(',')}]`;
  const apart = placed.map(
    ({ sourceId, locator }) => `[${numbers.get(sourceId) ?? MISSING_NUMBER}]${locator ?? ''}`,
  );
  return together + apart.join('');
}

/** The lines of the list at the end, in the order of their numbers. */
export function referenceLines(
  numbers: ReadonlyMap<string, number>,
  entryOf: (sourceId: string) => string,
): string[] {
  return [...numbers].map(([sourceId, number]) => `[${number}] ${entryOf(sourceId)}`);
}

type Run = { from: number; to: number };

function runsOf(numbers: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.to === number - 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs;
}

function runText({ from, to }: Run): string {
  return from === to ? String(from) : `${from}-${to}`;
}
