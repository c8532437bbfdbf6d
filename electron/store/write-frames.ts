import { Socket } from 'node:net';
import { serialize } from 'node:v8';

/** Answers through a pipe that the parent opened as file descriptor `fd`: four bytes of length, little endian, then `v8.serialize`. */
export function createFrameWriter(fd: number): (message: unknown) => void {
  const pipe = new Socket({ fd, readable: false, writable: true });
  // A parent that has gone is noticed by its channel, which closes the store.
  pipe.on('error', () => undefined);
  return (message) => {
    const body = serialize(message);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(body.length);
    pipe.cork();
    pipe.write(head);
    pipe.write(body);
    pipe.uncork();
  };
}
