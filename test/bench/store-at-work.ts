import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type {
  Answer,
  CallInput,
  CallOutput,
  StoreOperationName,
} from '../../shared/contract/index.ts';
import { STORE_ALLOCATION, STORE_MEMORY } from '../../electron/main/store-memory.ts';
import { buildIfChanged } from '../../scripts/build.ts';
import type { FromStore, ToStore } from '../../shared/contract/messages.ts';

/** The store in a process of its own, as a window has it, and the calls that a window makes. */
export type StoreAtWork = {
  call<Name extends StoreOperationName>(
    name: Name,
    input: CallInput<Name>,
    jobId?: string,
  ): Promise<CallOutput<Name>>;
  /** Resident memory in bytes, now and at most; 0 where the system does not tell. */
  memory(): { now: number; most: number };
  stop(): void;
};

/** `isBuilt`: as the app ships it, not from its sources, which Node would hold a compiler for. */
export function startStoreAtWork(isBuilt = false): StoreAtWork {
  if (isBuilt) buildIfChanged();
  const entry = isBuilt ? '../../out/store/index.cjs' : '../../electron/store/index.ts';
  const child = fork(new URL(entry, import.meta.url), {
    execArgv: [...STORE_MEMORY],
    env: { ...process.env, ...STORE_ALLOCATION },
    serialization: 'advanced',
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  child.on('message', (message) => {
    const received = message as FromStore;
    if ('progress' in received) return;
    waiting.get(received.id)?.(received.answer);
    waiting.delete(received.id);
  });
  return {
    call: async <Name extends StoreOperationName>(
      name: Name,
      input: CallInput<Name>,
      jobId?: string,
    ) => {
      lastId += 1;
      const id = lastId;
      const call = jobId === undefined ? { name, input } : { name, input, jobId };
      const answer = await new Promise<Answer>((resolve) => {
        waiting.set(id, resolve);
        child.send({ id, call } satisfies ToStore);
      });
      if (!answer.ok) throw new Error(`${name}: ${answer.failure.code}`);
      return answer.value as CallOutput<Name>;
    },
    memory: () => ({ now: statusOf(child.pid, 'VmRSS'), most: statusOf(child.pid, 'VmHWM') }),
    stop: () => child.disconnect(),
  };
}

function statusOf(id: number | undefined, field: string): number {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
