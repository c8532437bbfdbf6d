import type { FromStore, ToStore } from '../../shared/contract/messages.ts';
import { createAnswer } from './answer.ts';
import type { StoreContext } from './context.ts';
import { storeHandlers } from './handlers.ts';

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
  context.open?.close();
  process.exit(0);
}

const port = openPort();
const answer = createAnswer(context, storeHandlers, {
  report: (jobId, progress) => port.send({ jobId, progress }),
});

port.listen(({ id, call }) => {
  void answer(call).then((result) => port.send({ id, answer: result }));
});
process.on('SIGTERM', shutDown);
