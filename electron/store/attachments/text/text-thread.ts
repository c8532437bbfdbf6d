// The entry of the thread in which attachments are read. The limit comes first: libraries keep what they find at their start.
import './limit-memory.ts';
import { parentPort } from 'node:worker_threads';
import type { FileText } from './file-text.ts';
import { readText } from './read-text.ts';

export type ToThread = { bytes: Uint8Array; mediaType: string };
export type FromThread = FileText | { failed: string };

parentPort?.on('message', ({ bytes, mediaType }: ToThread) => {
  readText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), mediaType).then(
    (text) => parentPort?.postMessage(text),
    (error: unknown) =>
      parentPort?.postMessage({ failed: error instanceof Error ? error.name : 'unknown' }),
  );
});
