// A second program with attachments. `add FOLDER RECORD FILE` attaches, saves out beside the file and prints how much memory that took;
// `die FOLDER RECORD FILE` is killed when more than half of the bytes are stored.
import { attachmentsHandlers } from '../../electron/store/attachments/handlers.ts';
import type { StoreContext } from '../../electron/store/context.ts';
import { openWorkspace } from '../../electron/store/workspace/open-workspace.ts';
import { RecordId } from '../../shared/contract/records.ts';
import { cheapOptions, testPassphrase } from './temp-workspace.ts';

const [verb, folder = '', record = '', file = ''] = process.argv.slice(2);
const context: StoreContext = { clock: Date.now, open: null };
const passphrase = testPassphrase;
await openWorkspace(context, { folder, passphrase, acceptsFolderRisk: false }, cheapOptions);

const before = process.memoryUsage().rss;
let most = before;
const control = {
  signal: { aborted: false },
  report({ done }: { done: number }) {
    most = Math.max(most, process.memoryUsage().rss);
    if (verb === 'die' && done > 80) process.kill(process.pid, 'SIGKILL');
  },
};
const input = { recordId: RecordId.parse(record), paths: [file] };
const { added } = await attachmentsHandlers['attachments.add'](context, input, control);
const [attachment] = added;
if (attachment === undefined) throw new Error('not taken');
await attachmentsHandlers['attachments.saveAs'](
  context,
  { id: attachment.id, file: `${file}.out` },
  control,
);
console.log(JSON.stringify({ growth: most - before, hash: attachment.hash }));
context.open?.close();
