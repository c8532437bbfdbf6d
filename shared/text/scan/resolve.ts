import { findingKinds, type Finding } from './finding.ts';

/** Findings that do not overlap, in the order of the text: of two that do, the longer stays, or the more trusted kind. */
export function resolve(found: readonly Finding[]): Finding[] {
  const byStart = found.toSorted((one, other) => one.start - other.start || before(one, other));
  const kept: Finding[] = [];
  for (const finding of byStart) {
    let last = kept.at(-1);
    let wins = true;
    while (last !== undefined && last.end > finding.start && wins) {
      wins = before(finding, last) < 0;
      if (wins) {
        kept.pop();
        last = kept.at(-1);
      }
    }
    if (wins) kept.push(finding);
  }
  return kept;
}

function before(one: Finding, other: Finding): number {
  const longer = other.end - other.start - (one.end - one.start);
  return longer || findingKinds.indexOf(one.kind) - findingKinds.indexOf(other.kind);
}
