/** Where a thread's mark lies in a run of text, in UTF-16 units. */
export type Mark = { thread: string; start: number; end: number };
/** One paragraph, item or caption of a document, and the marks on it. */
export type MarkedRun = { section: string; text: string; marks: readonly Mark[] };
/** `run` counts the runs from 0. */
export type PlacedMark = Mark & { run: number };

/** So many characters around a passage tell it from the same words elsewhere. */
const CONTEXT = 40;
/** A passage with as much around it as makes so many characters is known again; one as long needs nothing around it. */
const TELLING = 12;
const OWN_SECTION = 0.5;

/**
 * Where the marks belong that `before` has and `after` lacks: each at the same words, those with the most alike around them. What is
 * not there any more, or stands among strangers, gets no place. `isSameText`: the two are one edit apart, so that what stands
 * around a passage must be the same however long it is.
 */
export function placeLostMarks(
  before: readonly MarkedRun[],
  after: readonly MarkedRun[],
  { isSameText = false } = {},
): PlacedMark[] {
  const there = new Set(after.flatMap(({ marks }) => marks.map(({ thread }) => thread)));
  return before.flatMap((run) =>
    run.marks.flatMap((mark) => {
      const place = there.has(mark.thread) ? null : placeOf(mark, run, after, isSameText);
      return place === null ? [] : [place];
    }),
  );
}

function placeOf(
  mark: Mark,
  from: MarkedRun,
  after: readonly MarkedRun[],
  isSameText: boolean,
): PlacedMark | null {
  const words = from.text.slice(mark.start, mark.end);
  if (words === '') return null;
  const [left, right] = [from.text.slice(0, mark.start), from.text.slice(mark.end)];
  const needed = isSameText ? TELLING : Math.max(0, TELLING - words.length);
  const least = Math.min(needed, left.length + right.length);
  let best: PlacedMark | null = null;
  let most = -1;
  for (const [run, { section, text }] of after.entries()) {
    for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + 1)) {
      const end = start + words.length;
      const alike =
        endingAlike(left, text.slice(0, start)) + beginningAlike(right, text.slice(end));
      const isWhole = words === from.text && words === text;
      // A short passage that was a paragraph of its own has nothing around it to be known by.
      if (alike < least || (words === from.text && !isWhole && words.length < TELLING)) continue;
      const merit = alike + (isWhole ? CONTEXT : 0) + (section === from.section ? OWN_SECTION : 0);
      if (merit > most) {
        most = merit;
        best = { thread: mark.thread, run, start, end };
      }
    }
  }
  return best;
}

function beginningAlike(one: string, other: string): number {
  const most = Math.min(one.length, other.length, CONTEXT);
  let alike = 0;
  while (alike < most && one[alike] === other[alike]) alike += 1;
  return alike;
}

function endingAlike(one: string, other: string): number {
  const most = Math.min(one.length, other.length, CONTEXT);
  let alike = 0;
  while (alike < most && one.at(-1 - alike) === other.at(-1 - alike)) alike += 1;
  return alike;
}
