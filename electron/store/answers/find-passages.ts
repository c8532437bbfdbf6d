import type { Database } from 'better-sqlite3';
import {
  placeLostMarks,
  type MarkedRun,
  type PlacedMark,
} from '../../../shared/comments/place-lost-marks.ts';
import type { ReturnedComment } from '../../../shared/packs/statement.ts';
import { MASK } from '../../../shared/preflight/finding.ts';
import { bareName, findPartyNames } from '../../../shared/preflight/find-party-names.ts';
import { scanText } from '../../../shared/text/scan/scan-text.ts';
import { openNames } from '../preflight/known-names.ts';

/** A run as it probably left, and where each stretch that was replaced stood: `from` and `to` here, `start` and `end` there. */
type Left = { text: string; replaced: { from: number; to: number; start: number; end: number }[] };

/**
 * Where the passages of a text that left stand in the text that is here: names and numbers are replaced by what was decided about them,
 * the passage is looked for in that, and the place is counted back. Where its words are not found whole, what stood before and after
 * it says where it was. What cannot be found has no place in the answer.
 */
export function findPassages(
  db: Database,
  number: number,
  runs: readonly MarkedRun[],
  comments: readonly ReturnedComment[],
): PlacedMark[] {
  const replace = replacing(db, number, runs.map(({ text }) => text).join('\n'));
  const left = runs.map(({ text }) => replace(text));
  const asLeft = runs.map(({ section }, at) => ({
    section,
    text: left[at]?.text ?? '',
    marks: [],
  }));
  return comments.flatMap((comment) => {
    const { id, section, passage, before, after } = comment;
    const start = before.length;
    const mark = { thread: id, start, end: start + passage.length };
    const wanted = { section, text: `${before}${passage}${after}`, marks: [mark] };
    const [whole] = placeLostMarks([wanted], asLeft);
    const place = whole ?? between(comment, asLeft);
    if (place === null) return [];
    const run = left[place.run];
    return run === undefined ? [] : [{ ...place, ...countedBack(run, place) }];
  });
}

/** A few characters on both sides are enough to know a place by; one side alone is not. */
const LEAST_AROUND = 4;

function between(
  { id, section, passage, before, after }: ReturnedComment,
  runs: readonly MarkedRun[],
): PlacedMark | null {
  if (before.length < LEAST_AROUND || after.length < LEAST_AROUND) return null;
  const [head, tail] = [before.slice(-12), after.slice(0, 12)];
  const longest = passage.length * 2 + 20;
  for (const [run, { section: here, text }] of runs.entries()) {
    const at = here === section ? text.indexOf(head) : -1;
    const start = at + head.length;
    const end = at === -1 ? -1 : text.indexOf(tail, start);
    if (end > start && end - start <= longest) return { thread: id, run, start, end };
  }
  return null;
}

/** A place inside something that was replaced takes in the whole of it. */
function countedBack({ replaced }: Left, { start, end }: { start: number; end: number }) {
  const back = (at: number, isEnd: boolean) => {
    let shift = 0;
    for (const one of replaced) {
      if (one.start >= at && !(isEnd && one.start < at)) break;
      if (at < one.end || (isEnd && at === one.end))
        return isEnd ? one.to : at === one.start ? one.from : one.from;
      shift = one.to - one.end;
    }
    return at + shift;
  };
  return { start: back(start, false), end: back(end, true) };
}

type Decided = { kind: string; text_key: string; decision: 'pseudonym' | 'mask' | 'keep' };

/** By the latest decision about the same words, whatever text they were made for. */
function replacing(db: Database, number: number, whole: string): (text: string) => Left {
  const rows = db
    .prepare<[number], Decided>(
      'SELECT kind, text_key, decision FROM preflight_decisions WHERE record_number = ? ORDER BY decided_at',
    )
    .all(number);
  const decided = new Map(rows.map((row) => [row.text_key, row]));
  const { names, suggest } = openNames(db, [number]).of(number, whole);
  const known = new Set(names.map(({ name }) => bareName(name)));
  const called = rows
    .filter(({ kind, text_key: key }) => kind === 'named-party' && !known.has(key))
    .map(({ text_key: name }) => ({ name, pseudonym: suggest(name) }));
  const all = [...names, ...called];
  const list = all.map(({ name }) => name);
  return (text) => {
    const named = findPartyNames(text, list).map(({ name, start, end }) => ({
      start,
      end,
      words: all[name]?.pseudonym ?? MASK,
    }));
    const numbers = scanText(text, { isBeginning: false })
      .filter(({ start, end }) => !named.some((one) => one.start < end && start < one.end))
      .map(({ start, end }) => ({ start, end, words: MASK }));
    const changes = [...named, ...numbers]
      .filter(
        ({ start, end }) => decided.get(bareName(text.slice(start, end)))?.decision !== 'keep',
      )
      .map((one) =>
        decided.get(bareName(text.slice(one.start, one.end)))?.decision === 'mask'
          ? { ...one, words: MASK }
          : one,
      )
      .toSorted((one, other) => one.start - other.start);
    return applied(text, changes);
  };
}

function applied(
  text: string,
  changes: readonly { start: number; end: number; words: string }[],
): Left {
  let [done, out] = [0, ''];
  const replaced: Left['replaced'] = [];
  for (const { start: from, end: to, words } of changes) {
    out += text.slice(done, from);
    replaced.push({ from, to, start: out.length, end: out.length + words.length });
    out += words;
    done = to;
  }
  return { text: out + text.slice(done), replaced };
}
