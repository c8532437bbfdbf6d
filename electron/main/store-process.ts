import { fork } from 'node:child_process';
import { utilityProcess } from 'electron';
import { ANSWER_PIPE } from '../../shared/contract/messages.ts';
import { STORE_ALLOCATION, STORE_MEMORY } from './store-memory.ts';
import { createFrameReader } from './read-frames.ts';

/**
 * The one file that knows how the store process is started. `utility`: an Electron utility process (every release).
 * `node`: a Node of at least 22.14, for a runtime whose own Node is too old for the native database module.
 */
export type StoreWay = 'utility' | 'node';
export type StoreStart = {
  way: StoreWay;
  entry: string;
  /** Only for `node`. */
  nodePath: string;
  onMessage: (message: unknown) => void;
  /** Every exit; whoever did not ask for it treats it as a crash. */
  onExit: () => void;
};
export type StoreProcess = {
  processId(): number | undefined;
  send(message: unknown): void;
  stop(): void;
};

/** Node-API 10 is what the native module needs; it came with Node 22.14. */
const NEEDED_NODE_API = 10;

export function storeWay(): StoreWay {
  return Number(process.versions['napi'] ?? 0) >= NEEDED_NODE_API ? 'utility' : 'node';
}

export function startStore(start: StoreStart): StoreProcess {
  return start.way === 'utility' ? startUtility(start) : startNode(start);
}

function startUtility({ entry, onMessage, onExit }: StoreStart): StoreProcess {
  const child = utilityProcess.fork(entry, [], {
    execArgv: [...STORE_MEMORY],
    serviceName: 'jianzhi-store',
    stdio: 'inherit',
  });
  child.on('message', onMessage);
  child.on('exit', onExit);
  return {
    processId: () => child.pid,
    send: (message) => child.postMessage(message),
    stop: () => child.kill(),
  };
}

/**
 * Answers come through a pipe of their own: up to 18.16, Node's channel loses every later message once the length of one falls
 * between two reads, which a burst of answers makes happen (nodejs/node#48106). To the child the channel serves: its Node is newer.
 */
function startNode({ entry, nodePath, onMessage, onExit }: StoreStart): StoreProcess {
  const child = fork(entry, [ANSWER_PIPE.flag], {
    execPath: nodePath,
    execArgv: [...STORE_MEMORY],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc', 'pipe'],
    env: { ...withoutElectron(process.env), ...STORE_ALLOCATION },
  });
  child.stdio[ANSWER_PIPE.fd]?.on('data', createFrameReader(onMessage));
  child.on('error', onExit);
  child.on('exit', onExit);
  return {
    processId: () => child.pid,
    // A send to a child that is just dying must not become an uncaught error: its exit is reported anyway.
    send: (message) => void (child.connected && child.send(message as object, () => undefined)),
    stop: () => child.disconnect(),
  };
}

function withoutElectron(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('ELECTRON_')));
}
