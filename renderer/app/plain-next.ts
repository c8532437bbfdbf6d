/** So long a paste may be on its way. */
const WAITS_FOR_MS = 1000;
let until = 0;

/** The next paste is to be of words alone: browsers do not say in its event how it was asked for. */
export function expectPlain(): void {
  until = performance.now() + WAITS_FOR_MS;
}

/** Whether the paste at hand is that one. */
export function takePlainNext(): boolean {
  const isPlain = performance.now() < until;
  until = 0;
  return isPlain;
}
