import type { Answer, AppEvent, Call } from '../../shared/contract/index.ts';
import type { FromStore, ToStore } from '../../shared/contract/messages.ts';
import { startStore, type StoreProcess, type StoreStart } from './store-process.ts';

export type StoreClient = {
  call(call: Call): Promise<Answer>;
  stop(): Promise<void>;
  processId(): number | undefined;
};

const STOPPED: Answer = { ok: false, failure: { code: 'store-stopped', detail: {} } };
/** How long a closing store may take to write its last page before it is ended. */
const STOP_WAIT_IN_MS = 5000;

/**
 * Keeps one store process running. If it crashes, the calls under way answer `store-stopped`, windows are told, and a
 * new one is started at once; it has no key, so the person unlocks again and unsaved text is saved then.
 */
export function createStoreClient(
  how: Pick<StoreStart, 'way' | 'entry' | 'nodePath'>,
  emit: (event: AppEvent) => void,
): StoreClient {
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  let isRunning = true;
  let isStopping = false;
  let afterStop: () => void = () => undefined;
  let child = start();

  function start(): StoreProcess {
    let hasExited = false;
    return startStore({
      ...how,
      onMessage: (message) => receive(message as FromStore),
      onExit: () => {
        if (hasExited) return;
        hasExited = true;
        isRunning = false;
        for (const settle of waiting.values()) settle(STOPPED);
        waiting.clear();
        if (isStopping) return afterStop();
        emit({ type: 'store-stopped' });
        // A store that cannot even start would otherwise be restarted in a tight loop.
        setTimeout(restart, 300);
      },
    });
  }

  function restart(): void {
    if (isStopping) return;
    isRunning = true;
    child = start();
    emit({ type: 'store-started' });
  }

  function receive(message: FromStore): void {
    if ('progress' in message) {
      emit({ type: 'job-progress', jobId: message.jobId, progress: message.progress });
      return;
    }
    waiting.get(message.id)?.(message.answer);
    waiting.delete(message.id);
  }

  function call(request: Call): Promise<Answer> {
    return new Promise((resolve) => {
      if (!isRunning) return resolve(STOPPED);
      lastId += 1;
      waiting.set(lastId, resolve);
      child.send({ id: lastId, call: request } satisfies ToStore);
    });
  }

  return {
    call,
    stop: () =>
      new Promise((resolve) => {
        isStopping = true;
        const timer = setTimeout(resolve, STOP_WAIT_IN_MS);
        afterStop = () => {
          clearTimeout(timer);
          resolve();
        };
        // Closing the workspace first: on Windows a utility process is ended without a chance to do it itself.
        void call({ name: 'workspace.lock', input: {} }).then(() => child.stop());
      }),
    processId: () => child.processId(),
  };
}
