// The entry of the thread that brings what was written from the journal into the database, beside a store that goes on writing.
import { parentPort, workerData } from 'node:worker_threads';
import type { FromCheckpoint, ToCheckpoint, Wish } from './checkpoint-beside.ts';
import { openBeside } from './open.ts';

const { file, key } = workerData as ToCheckpoint;
const db = openBeside(file, key.export());
// It reads no page twice.
db.pragma('cache_size=-1024');

parentPort?.on('message', (wish: Wish) => {
  if (wish === 'end') {
    db.close();
    parentPort?.close();
    return;
  }
  // What goes wrong ends the thread, and is told by its end.
  db.pragma('wal_checkpoint(PASSIVE)');
  parentPort?.postMessage('done' satisfies FromCheckpoint);
});
