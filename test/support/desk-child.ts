// The store beside a window test, in a process of its own: `create FOLDER TITLE` makes a workspace with one typical case,
// `read FOLDER` prints that case as it is on the disk, `damage FOLDER` destroys the full-text index. Playwright's own loader cannot load the database.
import { rmSync } from 'node:fs';
import { databaseOf, type StoreContext } from '../../electron/store/context.ts';
import { recordsHandlers } from '../../electron/store/records/handlers.ts';
import { createWorkspace } from '../../electron/store/workspace/create-workspace.ts';
import { openWorkspace } from '../../electron/store/workspace/open-workspace.ts';
import { records, RecordSummary } from '../../shared/contract/records.ts';
import { cheapOptions, testPassphrase } from './temp-workspace.ts';

const [verb, folder = '', title = ''] = process.argv.slice(2);
const context: StoreContext = { clock: Date.now, open: null };
const passphrase = testPassphrase;

if (verb === 'create') {
  rmSync(folder, { recursive: true, force: true });
  await createWorkspace(
    context,
    {
      folder,
      kind: 'contact-point',
      name: '云汀市人民检察院知识产权检察办公室',
      passphrase,
      acceptsNoStateSecrets: true,
      acceptsFolderRisk: false,
    },
    cheapOptions,
  );
  await recordsHandlers['records.create'](context, { kind: 'typical-case', title });
} else if (verb === 'damage') {
  await openWorkspace(context, { folder, passphrase, acceptsFolderRisk: false }, cheapOptions);
  const db = databaseOf(context);
  db.unsafeMode(true);
  db.exec("UPDATE search_body_data SET block = x'00000000ff000102030405' WHERE id = 10");
} else {
  await openWorkspace(context, { folder, passphrase, acceptsFolderRisk: false }, cheapOptions);
  const request = records['records.list'].input.parse({ limit: 1 });
  const { items } = await recordsHandlers['records.list'](context, request);
  const { id } = RecordSummary.parse(items[0]);
  console.log(JSON.stringify(await recordsHandlers['records.get'](context, { id })));
}
context.open?.close();
