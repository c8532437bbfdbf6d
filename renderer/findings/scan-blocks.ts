import type { Finding } from '../../shared/text/scan/finding.ts';
import { scanLabelled } from '../../shared/text/scan/scan-labelled.ts';
import { scanText } from '../../shared/text/scan/scan-text.ts';
import type { TextBlock } from '../editor/text-blocks.ts';

/** A finding and where it is: in one block, or from the end of one into the next. */
export type PlacedFinding = { finding: Finding; first: TextBlock; last: TextBlock; words: string };

type Known = Map<string, readonly Finding[]>;
const FIRST_BLOCKS = 5;
const NEAR = 40;

/**
 * Scans blocks one by one; what was scanned before is remembered, so that after an edit one block is. Yields after each, so
 * that the caller can stop whenever the window has something better to do.
 */
export function* scanBlocks(
  blocks: readonly TextBlock[],
  known: Known,
): Generator<void, PlacedFinding[]> {
  const placed: PlacedFinding[] = [];
  const met: Known = new Map();
  for (const [place, block] of blocks.entries()) {
    const labels = labelsOf(block.element);
    const isBeginning = place < FIRST_BLOCKS;
    const key = JSON.stringify([block.text, labels, isBeginning]);
    const found = known.get(key) ?? scanLabelled(block.text, labels, isBeginning);
    met.set(key, found);
    for (const finding of found) {
      const words = block.text.slice(finding.start, finding.end);
      placed.push({ finding, first: block, last: block, words });
    }
    const before = blocks[place - 1];
    if (before !== undefined) placed.push(...acrossTheEnd(before, block));
    yield;
  }
  known.clear();
  for (const [key, found] of met) known.set(key, found);
  return placed;
}

const endsInNumber = /[\d０-９A-Za-z-]$/u;
const beginsInNumber = /^[\d０-９-]/u;

/** A number that a line end has cut in two. */
function acrossTheEnd(first: TextBlock, last: TextBlock): PlacedFinding[] {
  if (!endsInNumber.test(first.text) || !beginsInNumber.test(last.text)) return [];
  const from = Math.max(0, first.text.length - NEAR);
  const cut = first.text.length - from;
  const joined = `${first.text.slice(from)}\n${last.text.slice(0, NEAR)}`;
  return scanText(joined, { isBeginning: false })
    .filter(({ start, end }) => start < cut && end > cut + 1)
    .map(({ kind, start, end }) => ({
      finding: { kind, start: start + from, end: end - cut - 1 },
      first,
      last,
      words: joined.slice(start, end),
    }));
}

/** What the head of its column and the cell before say about a cell. */
function labelsOf(element: Element): string[] {
  const cell = element.closest('td, th');
  if (!(cell instanceof HTMLTableCellElement)) return [];
  const head = cell.closest('table')?.rows[0]?.cells[cell.cellIndex];
  const labels = [head, cell.previousElementSibling].map((one) =>
    one === cell ? '' : (one?.textContent ?? ''),
  );
  return labels.filter((label) => label !== '');
}
