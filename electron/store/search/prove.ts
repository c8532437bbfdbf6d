import type { Segment } from './searchable.ts';
import type { Resolved } from './resolve-query.ts';
import { fold } from '../../../shared/text/fold.ts';
import { findTermHits, type Hit } from '../../../shared/text/find-hits.ts';
import { findSounds } from '../../../shared/text/sounds.ts';

/** Why a record answers: by its text, by an identifier written differently, or by the sound of its title. */
export const reasons = ['text', 'identifier', 'pinyin'] as const;
export type Reason = (typeof reasons)[number];

/** A record as it is proved: each text once folded, with where the marks stand in it. */
export type Subject = {
  segments: readonly { segment: Segment; folded: string; hits: readonly Hit[] }[];
  title: string;
  /** Whether the record has what only the database knows: codes, facets, its kind. */
  holds: (
    leaf: Extract<Resolved, { type: 'marked' | 'indexed' | 'kind' | 'status' | 'library' }>,
  ) => boolean;
};

/** Enough to choose a snippet by; a text may have a single character thousands of times. */
const hitsKeptOfATerm = 100;

export function subjectOf(
  segments: readonly Segment[],
  marks: readonly string[],
  holds: Subject['holds'],
): Subject {
  return {
    segments: segments.map((segment) => {
      const folded = fold(segment.text);
      return { segment, folded, hits: findTermHits(folded, marks, hitsKeptOfATerm) };
    }),
    title: segments.find(({ place }) => place === 'title')?.text ?? '',
    holds,
  };
}

/** The first reason by which a record answers a query, or null if it does not. */
export function proveQuery(
  query: Resolved,
  subject: Subject,
  marks: readonly string[],
): Reason | null {
  return reasons.find((_, level) => answers(query, subject, marks, level)) ?? null;
}

/** `level`: how many of the reasons beyond the text are allowed. */
export function answers(
  query: Resolved,
  subject: Subject,
  marks: readonly string[],
  level: number,
): boolean {
  const has = (text: string, isIn: (segment: Segment) => boolean = () => true): boolean => {
    const mark = marks.indexOf(text);
    return subject.segments.some(
      ({ segment, folded, hits }) =>
        isIn(segment) &&
        (mark === -1
          ? findTermHits(folded, [text], 1).some((hit) => level > 0 || hit.via === 'text')
          : hits.some((hit) => hit.term === mark && (level > 0 || hit.via === 'text'))),
    );
  };
  const sounds = (text: string) => level > 1 && findSounds(subject.title, text).length > 0;
  switch (query.type) {
    case 'and':
      return query.parts.every((part) => answers(part, subject, marks, level));
    case 'or':
      return query.parts.some((part) => answers(part, subject, marks, level));
    case 'not':
      // What may be found in every way must be excluded in every way.
      return !answers(query.part, subject, marks, reasons.length);
    case 'text':
      return has(query.text) || sounds(query.text);
    case 'in':
      return (
        has(query.text, ({ place }) => place === query.place) ||
        (query.place === 'title' && sounds(query.text))
      );
    case 'form':
      return hasForm(query.text, subject, marks) && (level > 0 || has(query.text));
    case 'section':
      return hasSection(query.heading, query.text, has);
    case 'near':
      return subject.segments.some(({ folded }) => isNear(folded, query.words, query.within));
    default:
      return subject.holds(query);
  }
}

/** 第213条 stands in 第213条之一, which is another article. */
function hasForm(text: string, subject: Subject, marks: readonly string[]): boolean {
  const mark = marks.indexOf(text);
  return subject.segments.some(({ folded, hits }) =>
    mark === -1
      ? findTermHits(folded, [text]).some(({ via }) => via === 'identifier')
      : hits.some(({ term, via }) => term === mark && via === 'identifier'),
  );
}

function hasSection(
  heading: string,
  text: string | null,
  has: (text: string, isIn: (segment: Segment) => boolean) => boolean,
): boolean {
  const isThere = (segment: Segment) =>
    segment.heading !== '' && fold(segment.heading).includes(heading);
  // The segment of the heading itself comes first, under the same place.
  return text === null
    ? has(heading, (segment) => segment.heading !== '' && segment.text === segment.heading)
    : has(text, isThere);
}

/** Whether a stretch holds all the words and at most so many characters more. */
export function isNear(folded: string, words: readonly string[], within: number): boolean {
  const places = words.flatMap((word, index) => placesOf(folded, word, index));
  places.sort((one, other) => one.start - other.start);
  const length = words.reduce((sum, word) => sum + word.length, 0);
  return places.some((_, from) => {
    const seen = new Set<number>();
    let end = 0;
    const start = places[from]?.start ?? 0;
    for (let at = from; at < places.length; at += 1) {
      const place = places[at];
      if (place === undefined || place.start - start > within + length) return false;
      if (!seen.has(place.word)) end = Math.max(end, place.end);
      seen.add(place.word);
      if (seen.size === words.length) return end - start - length <= within;
    }
    return false;
  });
}

function placesOf(folded: string, word: string, index: number) {
  const places: { start: number; end: number; word: number }[] = [];
  for (let start = folded.indexOf(word); start !== -1; start = folded.indexOf(word, start + 1)) {
    places.push({ start, end: start + word.length, word: index });
  }
  return places;
}
