import type { FromStore, ToStore } from '../../shared/contract/messages.ts';
import { createAnswer } from './answer.ts';
import type { StoreContext } from './context.ts';
import { storeHandlers } from './handlers.ts';
import { createIdleWork } from './idle-work.ts';
import { openPort } from './port.ts';
import { keepUnkept } from './revisions/keep-unkept.ts';

const context: StoreContext = { clock: Date.now, open: null };

function shutDown(): void {
  if (context.open !== null) keepUnkept(context.open.db);
  context.open?.close();
  process.exit(0);
}

const port = openPort<ToStore, FromStore>(shutDown);
const answer = createAnswer(context, storeHandlers, {
  report: (jobId, progress) => port.send({ jobId, progress }),
});

/** Merges the search index piece by piece; a failure here is nobody's answer and is met again by the next write. */
async function tidy(): Promise<boolean> {
  const result = await answer({ name: 'search.tidy', input: {} });
  return result.ok && (result.value as { hasMore: boolean }).hasMore;
}

const idle = createIdleWork(tidy);
port.listen(({ id, call }) => {
  idle.busy();
  void answer(call).then((result) => {
    idle.quiet();
    port.send({ id, answer: result });
  });
});
process.on('SIGTERM', shutDown);
