import type { FailureCode, FailureDetail } from '../errors.ts';

/** A sentence, or one that needs facts of the failure (names, counts, file names). Facts may be absent. */
type Sentence = string | ((detail: FailureDetail) => string);

/** `what` says what happened and what it means; `next` says what to do. */
export type FailureWords = { what: Sentence; next: Sentence };
/** Every code has words or this does not compile. */
export type AllFailureWords = Record<FailureCode, FailureWords>;

export function sentence(words: Sentence, detail: FailureDetail): string {
  return typeof words === 'string' ? words : words(detail);
}

/** A fact of the failure between two pieces of text, or `otherwise` when the failure does not carry it. */
export function withFact(
  detail: FailureDetail,
  name: string,
  text: (fact: string) => string,
  otherwise: string,
): string {
  const fact = detail[name];
  return fact === undefined || fact === '' ? otherwise : text(String(fact));
}
