import type { ComparedLine, Comparison } from '../../contract/revisions.ts';

/** So many lines before and after a change are shown with it. */
const AROUND = 1;

/** Leaves out what is the same and far from any change, but for the headings of sections that changed. */
export function skipSame(lines: readonly ComparedLine[]): Comparison['lines'] {
  const isShown = new Uint8Array(lines.length);
  let section = -1;
  for (const [at, { change, kind }] of lines.entries()) {
    if (kind === 'section') section = at;
    if (change === 'same') continue;
    isShown.fill(1, Math.max(0, at - AROUND), at + AROUND + 1);
    if (section >= 0) isShown[section] = 1;
  }
  const kept: Comparison['lines'] = [];
  let skipped = 0;
  for (const [at, line] of lines.entries()) {
    if (isShown[at] === 0) skipped += 1;
    else {
      if (skipped > 0) kept.push({ skipped });
      skipped = 0;
      kept.push(line);
    }
  }
  if (skipped > 0) kept.push({ skipped });
  return kept;
}
