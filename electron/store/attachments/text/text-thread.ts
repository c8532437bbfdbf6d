// The entry of the thread in which attachments are read. The limit comes first: libraries keep what they find at their start.
import './limit-memory.ts';
import { parentPort } from 'node:worker_threads';
import {
  leavingFile,
  type LeavingFile,
  type LeavingWish,
} from '../../preflight/clean/leaving-file.ts';
import type { FileText } from './file-text.ts';
import { letGo } from '../../files/let-go.ts';
import { readText } from './read-text.ts';

/** `leaving`: what becomes of it on its way out is asked, beside its text. */
export type ToThread = { bytes: Uint8Array; mediaType: string; leaving?: LeavingWish };
export type FromThread = FileText | LeavingFile | { failed: string };

parentPort?.on('message', (message: ToThread) => {
  void answer(message);
});

async function answer({ bytes, mediaType, leaving }: ToThread): Promise<void> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const isRead = leaving === undefined;
    tell(isRead ? await readText(file, mediaType) : await leavingFile(file, mediaType, leaving));
  } catch (error) {
    tell({ failed: error instanceof Error ? error.name : 'unknown' });
  } finally {
    // What was told was copied.
    letGo(file);
  }
}

function tell(done: FromThread): void {
  parentPort?.postMessage(done);
}
