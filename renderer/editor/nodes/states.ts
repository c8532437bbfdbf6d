import { createState } from 'lexical';

/** Whether a heading's number is counted (`numbered` of the tree). */
export const numberedState = createState('numbered', { parse: (value) => value === true });

/** The comment threads on a text (`marks` of the tree), parted by spaces so that equal ones compare equal. */
export const marksState = createState('marks', {
  parse: (value) => (typeof value === 'string' ? value : ''),
});
