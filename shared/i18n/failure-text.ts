import type { FailureData } from '../contract/index.ts';
import { sentence } from './failure-words.ts';
import type { Words } from './words.ts';

/** What happened and what it means, what to do, and the code that support understands. */
export function failureText(
  words: Words,
  failure: FailureData,
): { what: string; next: string; code: string } {
  const { what, next } = words.errors[failure.code];
  return {
    what: sentence(what, failure.detail),
    next: sentence(next, failure.detail),
    code: failure.code,
  };
}
