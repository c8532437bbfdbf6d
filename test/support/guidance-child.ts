// A desk and a contact point beside a window test, in a process of their own: `FOLDER` gets `desk`, where a call and a notice are ready
// to be sent, and `point`; the two have enrolled each other, the desk another contact point too.
import { join } from 'node:path';
import { databaseOf, workspaceOf, type StoreContext } from '../../electron/store/context.ts';
import { recordsHandlers } from '../../electron/store/records/handlers.ts';
import { createWorkspace } from '../../electron/store/workspace/create-workspace.ts';
import { contract } from '../../shared/contract/index.ts';
import type { FullRecord, RecordKind } from '../../shared/contract/records.ts';
import type { WorkspaceKind } from '../../shared/contract/workspace.ts';
import type { RecordFields } from '../../shared/templates/record-fields.ts';
import { enrolAt, openOffice, type TestOffice } from './office.ts';
import { cheapOptions, testPassphrase } from './temp-workspace.ts';

const [folder = ''] = process.argv.slice(2);

async function openWorkspace(
  place: string,
  kind: WorkspaceKind,
  name: string,
): Promise<TestOffice> {
  const context: StoreContext = { clock: Date.now, open: null };
  await createWorkspace(
    context,
    {
      folder: join(folder, place),
      kind,
      name,
      passphrase: testPassphrase,
      acceptsNoStateSecrets: true,
      acceptsFolderRisk: false,
    },
    cheapOptions,
  );
  const db = databaseOf(context);
  db.prepare("INSERT OR REPLACE INTO workspace_facts VALUES ('approval_needed', 'no')").run();
  const { info } = workspaceOf(context);
  return {
    context,
    db,
    id: info.id,
    name: info.name,
    folder: info.folder,
    close: () => context.open?.close(),
  };
}

async function write(
  { context }: TestOffice,
  kind: RecordKind,
  title: string,
  paragraph: string,
  { keywords = [], fields = {} }: { keywords?: string[]; fields?: Partial<RecordFields> } = {},
): Promise<void> {
  const { id } = await recordsHandlers['records.create'](context, { kind, title });
  const record = recordsHandlers['records.get'](context, { id }) as FullRecord;
  const [first, ...rest] = record.document.sections;
  if (first === undefined) throw new Error('a template has sections');
  const blocks = [
    { type: 'paragraph' as const, children: [{ type: 'text' as const, text: paragraph }] },
  ];
  await recordsHandlers['records.save'](
    context,
    contract['records.save'].input.parse({
      id,
      title,
      keywords,
      caseNumbers: [],
      document: { version: 2, sections: [{ ...first, blocks }, ...rest] },
      fields: { ...record.fields, ...fields },
      saves: record.saves,
    }),
  );
}

const desk = await openWorkspace('desk', 'desk', '知识产权检察办公室');
const point = await openWorkspace('point', 'contact-point', '云汀市人民检察院');
const other = openOffice('临溪县人民检察院');
await enrolAt(desk, point);
await enrolAt(point, desk);
await enrolAt(desk, other);
const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
await write(
  desk,
  'call',
  '关于征集地理标志保护典型案例的通知',
  '侵害地理标志的新手法增多，现征集一批典型案例和经验做法，供各联系点参考。',
  {
    keywords: ['地理标志', '综合履职'],
    fields: { due: inAMonth, wanted: ['typical-case', 'good-practice'] },
  },
);
await write(
  desk,
  'notice',
  '关于规范典型案例报送工作的通知',
  '案件作出处理决定后即可报送，一案一例，先去标识化，后报送。',
);
for (const office of [desk, point, other]) office.close();
