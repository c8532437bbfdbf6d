// Two computers of one house for a window test, in a process of its own: makes FOLDER/author and FOLDER/reviewer, each with the other enrolled as
// a colleague. At the author a text has come back that conflicts in two places; at the reviewer a record waits for review.
import { join } from 'node:path';
import { databaseOf, type StoreContext } from '../../electron/store/context.ts';
import { inboxHandlers } from '../../electron/store/inbox/handlers.ts';
import { officeHandlers } from '../../electron/store/office/handlers.ts';
import { pointsHandlers } from '../../electron/store/points/handlers.ts';
import { recordsHandlers } from '../../electron/store/records/handlers.ts';
import { createWorkspace } from '../../electron/store/workspace/create-workspace.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import type { DocumentTree } from '../../shared/document/tree.ts';
import { noFields } from '../../shared/templates/record-fields.ts';
import { watchJob } from './office.ts';
import { cheapOptions, testPassphrase } from './temp-workspace.ts';

const [folder = ''] = process.argv.slice(2);

async function open(place: string, name: string): Promise<StoreContext> {
  const context: StoreContext = { clock: Date.now, open: null };
  const wishes = { acceptsNoStateSecrets: true, acceptsFolderRisk: false } as const;
  await createWorkspace(
    context,
    {
      ...wishes,
      folder: join(folder, place),
      kind: 'contact-point',
      name,
      passphrase: testPassphrase,
    },
    cheapOptions,
  );
  databaseOf(context).prepare('UPDATE profiles SET name = ?').run(name.slice(0, 2));
  return context;
}
async function enrol(at: StoreContext, other: StoreContext): Promise<void> {
  const { card, fingerprint } = await pointsHandlers['points.ownCard'](other, {});
  await pointsHandlers['points.enrol'](at, { card, fingerprint, isColleague: true });
}
async function save(at: StoreContext, id: RecordId, title: string, facts: string[]): Promise<void> {
  const { saves } = await recordsHandlers['records.get'](at, { id });
  const document: DocumentTree = {
    version: 2,
    sections: [
      {
        id: 'facts',
        heading: '基本案情',
        blocks: facts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })),
      },
    ],
  };
  const fields = { ...noFields(), marking: 'internal' as const };
  const content = { title, keywords: ['假冒注册商标罪'], caseNumbers: [], document, fields };
  await recordsHandlers['records.save'](at, { id, saves, ...content });
}
async function write(at: StoreContext, title: string, facts: string[]): Promise<RecordId> {
  const { id } = await recordsHandlers['records.create'](at, { kind: 'typical-case', title });
  await save(at, id, title, facts);
  return id;
}
let packs = 0;
async function pass(
  from: StoreContext,
  to: StoreContext,
  id: RecordId,
  direction: 'for-review' | 'back',
): Promise<void> {
  packs += 1;
  const file = join(folder, `${String(packs)}.jzpack`);
  const wish = { recordIds: [id], to: to.open?.info.id ?? '', file, direction, note: '请核对金额' };
  await officeHandlers['office.send'](from, wish, watchJob());
  await inboxHandlers['inbox.takeIn'](to, { file }, watchJob());
}

const author = await open('author', '林某的电脑');
const reviewer = await open('reviewer', '周某某的电脑');
await enrol(author, reviewer);
await enrol(reviewer, author);
const [first, second, third] = [
  '“岑岭”系地理标志证明商标。何某甲低价购入散装茶叶，冒用“岑岭”包装对外销售。',
  '公安机关查明，其销售金额共计三十一万元，获利七万余元。',
  '案发后，何某甲退缴全部违法所得。',
];
const id = await write(author, '何某甲假冒“岑岭”注册商标案', [first, second, third]);
await pass(author, reviewer, id, 'for-review');
await save(reviewer, id, '何某甲假冒注册商标案', [
  first,
  '公安机关查明，其线上线下销售金额共计三十二万元，获利七万余元。',
  third,
]);
await save(author, id, '何某甲等二人假冒“岑岭”注册商标案', [
  first.replace('低价购入', '分三次低价购入'),
  '公安机关查明，其销售金额共计三十一万五千元，获利八万余元。',
  third,
]);
await pass(reviewer, author, id, 'back');
const other = await write(author, '折枝有声书著作权案', ['林某未经许可复制《云汀夜话》有声书。']);
await pass(author, reviewer, other, 'for-review');
author.open?.close();
reviewer.open?.close();
