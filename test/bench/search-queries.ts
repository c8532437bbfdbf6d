import type { Random } from './random.ts';
import { makeRecord, pickWord, type Vocabulary } from './synthetic-library.ts';
import { sectionText } from '../../shared/document/tree.ts';

/**
 * A hundred queries as people type them: 25 words of two characters, 25 phrases of four to eight, 20 pairs of words,
 * 10 single characters, 10 numbers, 5 that are nowhere, 5 initials of pinyin.
 */
export function makeQueries(
  texts: readonly string[],
  vocabulary: Vocabulary,
  random: Random,
): string[] {
  const cutOut = (length: number, pattern: RegExp): string => {
    for (;;) {
      const text = random.pick(texts);
      const piece = text.substr(random.below(text.length - length), length);
      if (pattern.test(piece)) return piece;
    }
  };
  const word = (length: number): string => {
    for (;;) {
      const one = pickWord(vocabulary, random);
      if (one.length === length) return one;
    }
  };
  const elsewhere = sectionText(
    makeRecord(vocabulary, random).document.sections[1] ?? { id: 'x', heading: '', blocks: [] },
  );
  const times = (count: number, make: () => string) => Array.from({ length: count }, make);
  return [
    ...times(25, () => word(2)),
    ...times(25, () => cutOut(4 + random.below(5), /^\p{Script=Han}+$/u)),
    ...times(20, () => `${word(2)} ${word(random.pick([2, 4]))}`),
    ...times(10, () => cutOut(1, /^\p{Script=Han}$/u)),
    ...times(10, () => cutOut(2 + random.below(4), /^\d+$/)),
    ...times(5, () => elsewhere.replaceAll(/\P{Script=Han}/gu, '').substr(random.below(300), 9)),
    ...times(5, () => times(3, () => random.pick(Array.from('qwrtzsxmbjfg'))).join('')),
  ];
}

/** Questions that the index cannot answer alone, so that every candidate is read: parts of records, words near one another. */
export function makeDearQueries(vocabulary: Vocabulary, random: Random): string[] {
  const word = () => pickWord(vocabulary, random);
  const times = (make: () => string) => Array.from({ length: 8 }, make);
  return [
    ...times(() => `部分:典型意义/${word()}`),
    ...times(() => `"${word()} ${word()}"~10`),
    ...times(() => `${word()} -部分:基本案情/${word()}`),
  ];
}
