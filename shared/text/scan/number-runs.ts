/** Digits without anything between them. */
export type Group = { start: number; end: number };
/** Groups of digits with nothing but a space, a hyphen or a dot between one and the next. `joints` has one fewer. */
export type Run = { groups: Group[]; joints: string[] };

const digits = /\d+/gu;
const joint = /^(?: {1,2}| ?- ?|\.)$/u;

/** All runs of digits of a folded text. A run is cut after so many groups: no number has more. */
const MOST_GROUPS = 4096;

export function* numberRuns(text: string): Generator<Run> {
  let run: Run = { groups: [], joints: [] };
  for (const match of text.matchAll(digits)) {
    const group = { start: match.index, end: match.index + match[0].length };
    const last = run.groups.at(-1);
    if (last !== undefined) {
      const between = group.start - last.end > 3 ? '\n' : text.slice(last.end, group.start);
      if (joint.test(between) && run.groups.length < MOST_GROUPS) run.joints.push(between.trim());
      else {
        yield run;
        run = { groups: [], joints: [] };
      }
    }
    run.groups.push(group);
  }
  if (run.groups.length > 0) yield run;
}
