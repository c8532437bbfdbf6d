/** Where a thread's mark lies in a run of text, in UTF-16 units. */
export type Mark = { thread: string; start: number; end: number };
/** One paragraph, item or caption of a document, and the marks on it. */
export type MarkedRun = { section: string; text: string; marks: readonly Mark[] };
/** `run` counts the runs from 0. */
export type PlacedMark = Mark & { run: number };

/** So many characters around a passage tell it from the same words elsewhere. */
const CONTEXT = 40;
/** Words shorter than this are recognised only with some of what stood around them. */
const TELLING = 4;
const OWN_SECTION = 0.5;

/**
 * Where the marks belong that `before` has and `after` lacks: each at the same words, those with the most alike around them. What is
 * not there any more gets no place.
 */
export function placeLostMarks(
  before: readonly MarkedRun[],
  after: readonly MarkedRun[],
): PlacedMark[] {
  const there = new Set(after.flatMap(({ marks }) => marks.map(({ thread }) => thread)));
  return before.flatMap((run) =>
    run.marks.flatMap((mark) => {
      const place = there.has(mark.thread) ? null : placeOf(mark, run, after);
      return place === null ? [] : [place];
    }),
  );
}

function placeOf(mark: Mark, from: MarkedRun, after: readonly MarkedRun[]): PlacedMark | null {
  const words = from.text.slice(mark.start, mark.end);
  if (words === '') return null;
  let best: PlacedMark | null = null;
  let most = words.length < TELLING ? OWN_SECTION : -1;
  for (const [run, { section, text }] of after.entries()) {
    for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + 1)) {
      const end = start + words.length;
      const alike =
        endingAlike(from.text.slice(0, mark.start), text.slice(0, start)) +
        beginningAlike(from.text.slice(mark.end), text.slice(end)) +
        (isWhole(from, mark) && words === text ? CONTEXT : 0) +
        (section === from.section ? OWN_SECTION : 0);
      if (alike > most) {
        most = alike;
        best = { thread: mark.thread, run, start, end };
      }
    }
  }
  return best;
}

const isWhole = ({ text }: MarkedRun, { start, end }: Mark) => start === 0 && end === text.length;

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
