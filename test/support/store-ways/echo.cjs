// Stands in for the store where Electron's Node is too old for the native database module: says everything back.
const { parentPort } = process;
const send = (message) =>
  parentPort === undefined ? process.send(message) : parentPort.postMessage(message);
const receive = (message) => {
  if (message === 'exit') process.exit(7);
  send({ echo: message, node: process.versions.node, isUtility: parentPort !== undefined });
};
if (parentPort === undefined) {
  process.on('message', receive);
  process.on('disconnect', () => process.exit(0));
} else parentPort.on('message', (event) => receive(event.data));
