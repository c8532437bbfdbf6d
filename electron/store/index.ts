import type { FromStore, ToStore } from '../../shared/contract/messages.ts';
import { createAnswer } from './answer.ts';
import type { StoreContext } from './context.ts';
import { storeHandlers } from './handlers.ts';
import { createIdleWork } from './idle-work.ts';
import { keepUnkept } from './revisions/keep-unkept.ts';

/**
 * The store process. It is started as an Electron utility process (`process.parentPort`) or forked by the project's own
 * Node (`process.send`); from here on both look the same.
 */
type Port = { send(message: FromStore): void; listen(receive: (message: ToStore) => void): void };

// Electron adds this member to a utility process; the store's types know only Node.
type ParentPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
};

function openPort(): Port {
  const { parentPort } = process as typeof process & { parentPort?: ParentPort };
  if (parentPort !== undefined) {
    return {
      send: (message) => parentPort.postMessage(message),
      listen: (receive) => parentPort.on('message', (event) => receive(event.data as ToStore)),
    };
  }
  // Without its parent the store has nobody to answer; it must not keep the workspace locked.
  process.on('disconnect', () => shutDown());
  return {
    send: (message) => process.send?.(message),
    listen: (receive) => process.on('message', (message) => receive(message as ToStore)),
  };
}

const context: StoreContext = { clock: Date.now, open: null };

function shutDown(): void {
  if (context.open !== null) keepUnkept(context.open.db);
  context.open?.close();
  process.exit(0);
}

const port = openPort();
const answer = createAnswer(context, storeHandlers, {
  report: (jobId, progress) => port.send({ jobId, progress }),
});

/** Merges the search index piece by piece; a failure here is nobody's answer and is met again by the next write. */
async function tidy(): Promise<boolean> {
  const result = await answer({ name: 'search.tidy', input: {} });
  return result.ok && (result.value as { hasMore: boolean }).hasMore;
}

const idle = createIdleWork(tidy);
port.listen(({ id, call }) => {
  idle.busy();
  void answer(call).then((result) => {
    idle.quiet();
    port.send({ id, answer: result });
  });
});
process.on('SIGTERM', shutDown);
