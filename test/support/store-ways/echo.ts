import { openPort } from '../../../electron/store/port.ts';

// Stands in for the store where Electron's Node is too old for the native database module: says everything back, or answers in a burst.
const port = openPort<unknown, unknown>(() => process.exit(0));
port.listen((message) => {
  if (message === 'exit') process.exit(7);
  if (message === 'burst') {
    for (let number = 0; number < 60_000; number += 1)
      port.send({ number, text: '检'.repeat((number * 37) % 499) });
    return;
  }
  const isUtility = 'parentPort' in process && process.parentPort !== undefined;
  port.send({ echo: message, node: process.versions.node, isUtility });
});
