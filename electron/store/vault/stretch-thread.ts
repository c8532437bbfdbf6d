// The entry of the thread in which one passphrase is stretched.
import { parentPort, workerData } from 'node:worker_threads';
import { stretchHere, type ToStretch } from './stretch.ts';

// What goes wrong ends the thread, and is told by its end.
void stretchHere(workerData as ToStretch).then((key) => parentPort?.postMessage(key));
