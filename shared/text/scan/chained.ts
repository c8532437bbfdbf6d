import type { Finding, FindingKind } from './finding.ts';

const more = /^[")\]]?(?:、|,|;|\/|和|及|与|或| )[ "([]?/u;
const LONGEST = 48;

/** The value right after each label, and those listed after it: 护照号E12345678、E23456789. */
export function chained(text: string, kind: FindingKind, label: RegExp, value: RegExp): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(label)) {
    let start = match.index + match[0].length;
    for (;;) {
      const one = value.exec(text.slice(start, start + LONGEST))?.[0];
      if (one === undefined) break;
      found.push({ kind, start, end: start + one.length });
      start += one.length;
      const joint = more.exec(text.slice(start, start + 4))?.[0];
      if (joint === undefined) break;
      start += joint.length;
    }
  }
  return found;
}
