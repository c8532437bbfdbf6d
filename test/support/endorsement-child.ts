// A point, its provincial office and a desk for a window test, in a process of its own: FOLDER/point, FOLDER/province and FOLDER/desk, who have
// enrolled one another. The provincial office has taken in two packs of the point: one with two records and a note, one with one.
import { join } from 'node:path';
import { databaseOf, workspaceOf, type StoreContext } from '../../electron/store/context.ts';
import { createWorkspace } from '../../electron/store/workspace/create-workspace.ts';
import type { WorkspaceKind } from '../../shared/contract/workspace.ts';
import { plainSubmission } from '../../shared/packs/statement.ts';
import { sendPack, takePackIn } from './exchange.ts';
import { addRecord, enrolAt, type TestOffice } from './office.ts';
import { cheapOptions, testPassphrase } from './temp-workspace.ts';

const [folder = ''] = process.argv.slice(2);

async function create(place: string, kind: WorkspaceKind, name: string): Promise<TestOffice> {
  const context: StoreContext = { clock: Date.now, open: null };
  const wishes = { acceptsNoStateSecrets: true, acceptsFolderRisk: false } as const;
  const request = { ...wishes, folder: join(folder, place), kind, name };
  await createWorkspace(context, { ...request, passphrase: testPassphrase }, cheapOptions);
  const { info } = workspaceOf(context);
  const db = databaseOf(context);
  db.prepare('UPDATE profiles SET name = ?').run('周某某');
  const close = () => context.open?.close();
  return { context, db, id: info.id, name, folder: info.folder, close };
}

const province = await create('province', 'province', '江岚省人民检察院');
const desk = await create('desk', 'desk', '知识产权检察厅');
const point = await create('point', 'contact-point', '云汀市人民检察院');
point.db.prepare("INSERT INTO workspace_facts VALUES ('approval_needed', 'no')").run();
for (const [at, other] of [
  [point, province],
  [province, point],
  [province, desk],
  [desk, province],
  [desk, point],
] as const) {
  await enrolAt(at, other);
}
const add = (title: string) => addRecord(point, { title, fields: { marking: 'internal' } });
const both = [add('岑岭云雾茶包装案'), add('汐桥电机参数泄密案')];
const note = '两件均已办结，请省院审阅。';
await takePackIn(province, await sendPack(point, province, both, plainSubmission(note)));
await takePackIn(province, await sendPack(point, province, [add('折枝有声书侵权案')]));
for (const office of [province, desk, point]) office.close();
