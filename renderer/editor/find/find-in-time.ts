import type { FindQuery, Found } from './find-in-texts.ts';

/** An expression that takes longer is stopped: some take for ever. */
export const MOST_MS = 1_500;

/** What was found; `invalid` for what is no expression, `too-slow` if it was stopped. */
export type Finding = Found | 'invalid' | 'too-slow';

/** Looks in a thread of its own, which is ended when it takes too long. */
export function findInTime(texts: readonly string[], query: FindQuery): Promise<Finding> {
  const thread = new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Finding>((resolve) => {
    const end = (finding: Finding) => {
      clearTimeout(timer);
      thread.terminate();
      resolve(finding);
    };
    const timer = setTimeout(() => end('too-slow'), MOST_MS);
    thread.addEventListener('message', (event: MessageEvent<Found | null>) =>
      end(event.data ?? 'invalid'),
    );
    thread.addEventListener('error', () => end('too-slow'));
    thread.postMessage({ texts, query });
  });
}
