// A provincial office beside a window test, in a process of its own: `FOLDER` gets `province`, its workspace, and packs for it: below
// `brought` numbers 1 and 3 of a contact point, a damaged one and guidance of the desk; `later.jzpack`, number 2; `restored.jzpack`, the
// first of a new numbering.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseOf, workspaceOf, type StoreContext } from '../../electron/store/context.ts';
import { createWorkspace } from '../../electron/store/workspace/create-workspace.ts';
import { recordsHandlers } from '../../electron/store/records/handlers.ts';
import { addRecord, enrolAt, openOffice, type TestOffice } from './office.ts';
import { sendPack } from './send-pack.ts';
import { cheapOptions, testPassphrase } from './temp-workspace.ts';

const [folder = ''] = process.argv.slice(2);
const context: StoreContext = { clock: Date.now, open: null };
await createWorkspace(
  context,
  {
    folder: join(folder, 'province'),
    kind: 'province',
    name: '江岚省人民检察院',
    passphrase: testPassphrase,
    acceptsNoStateSecrets: true,
    acceptsFolderRisk: false,
  },
  cheapOptions,
);
const { info } = workspaceOf(context);
const province: TestOffice = {
  context,
  db: databaseOf(context),
  id: info.id,
  name: info.name,
  folder: info.folder,
  close: () => undefined,
};
const point = openOffice('云汀市人民检察院');
const desk = openOffice('最高人民检察院知识产权检察厅', { kind: 'desk' });
await enrolAt(point, province);
await enrolAt(province, point);
await enrolAt(desk, province);
await enrolAt(province, desk);
const own = await recordsHandlers['records.create'](context, {
  kind: 'typical-case',
  title: '本院办理的岑岭商标案',
});

const brought = join(folder, 'brought');
mkdirSync(join(brought, '十一月'), { recursive: true });
const send = (title: string) => sendPack(point, province, [addRecord(point, { title })]);
copyFileSync(await send('岑岭云雾茶包装案'), join(brought, '云汀01.jzpack'));
copyFileSync(await send('汐桥电机参数泄密案'), join(folder, 'later.jzpack'));
const third = await send('折枝有声书侵权案');
copyFileSync(third, join(brought, '十一月', '云汀03.jzpack'));
const damaged = readFileSync(third);
damaged[damaged.length - 40] = (damaged.at(-40) ?? 0) ^ 1;
writeFileSync(join(brought, '损坏.jzpack'), damaged);
const guidance = await sendPack(
  desk,
  province,
  [addRecord(desk, { title: '地理标志案件办理指引' })],
  {
    format: 'jianzhi-statement',
    formatVersion: 1,
    kind: 'guidance',
    note: '请各联系点参照办理，有不同意见的及时反馈。',
    regarding: [{ officeId: province.id, recordId: own.id }],
    cards: [],
  },
);
copyFileSync(guidance, join(brought, '指导材料.jzpack'));
point.db.prepare('INSERT INTO epochs (epoch, started_at) VALUES (?, 0)').run('ab'.repeat(16));
copyFileSync(await send('临溪县商标争议监督案'), join(folder, 'restored.jzpack'));
context.open?.close();
for (const office of [point, desk]) office.close();
