/** Something took longer than anybody should wait. */
export class TooLate extends Error {}

/** What a promise answers, or `TooLate` when that takes longer. */
export function inTime<T>(work: Promise<T>, limitInMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TooLate()), limitInMs);
    const done = () => clearTimeout(timer);
    work.then(resolve, reject).finally(done);
  });
}
