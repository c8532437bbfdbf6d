import { ANSWER_PIPE } from '../../shared/contract/messages.ts';
import { createFrameWriter } from './write-frames.ts';

/** The store's end of what joins it to the process that started it. */
export type Port<Received, Sent> = {
  send(message: Sent): void;
  listen(receive: (message: Received) => void): void;
};

// Electron adds this member to a utility process; the store's types know only Node.
type ParentPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
};

/**
 * A store is started as an Electron utility process (`process.parentPort`) or forked by the project's own Node, which it then answers
 * through a pipe of its own (`ANSWER_PIPE`) or, without one, through the fork's channel. From here on all look
 * the same. `gone` is called when that process has left the store alone.
 */
export function openPort<Received, Sent>(gone: () => void): Port<Received, Sent> {
  const { parentPort } = process as typeof process & { parentPort?: ParentPort };
  if (parentPort !== undefined) {
    return {
      send: (message) => parentPort.postMessage(message),
      listen: (receive) => parentPort.on('message', (event) => receive(event.data as Received)),
    };
  }
  // Without its parent the store has nobody to answer; it must not keep the workspace locked.
  process.on('disconnect', gone);
  return {
    send: process.argv.includes(ANSWER_PIPE.flag)
      ? createFrameWriter(ANSWER_PIPE.fd)
      : (message) => void process.send?.(message),
    listen: (receive) => process.on('message', (message) => receive(message as Received)),
  };
}
