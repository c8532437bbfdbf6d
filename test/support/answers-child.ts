// A contact point and a desk for a window test, in a process of its own: makes FOLDER/point and FOLDER/desk, each enrolled at the other. The
// desk has taken in two records of the point, and has asked about one; the point has taken nothing in yet. `FOLDER correct` lets the point send its
// first record again, corrected, and writes what the desk gets as FOLDER/correction.jzpack.
import { join } from 'node:path';
import { databaseOf, workspaceOf, type StoreContext } from '../../electron/store/context.ts';
import { inboxHandlers } from '../../electron/store/inbox/handlers.ts';
import { messagesHandlers } from '../../electron/store/messages/handlers.ts';
import { writePack } from '../../electron/store/packs/export-pack.ts';
import { findOffice } from '../../electron/store/points/offices.ts';
import { pointsHandlers } from '../../electron/store/points/handlers.ts';
import { recordsHandlers } from '../../electron/store/records/handlers.ts';
import { createWorkspace } from '../../electron/store/workspace/create-workspace.ts';
import { openWorkspace } from '../../electron/store/workspace/open-workspace.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import type { WorkspaceKind } from '../../shared/contract/workspace.ts';
import type { DocumentTree } from '../../shared/document/tree.ts';
import { plainSubmission, type Statement } from '../../shared/packs/statement.ts';
import { noFields } from '../../shared/templates/record-fields.ts';
import { decideAll } from './decide.ts';
import { watchJob } from './office.ts';
import { cheapOptions, testPassphrase } from './temp-workspace.ts';

const [folder = '', what = 'make'] = process.argv.slice(2);
const place = (name: string) => join(folder, name);

async function create(name: string, kind: WorkspaceKind, title: string): Promise<StoreContext> {
  const context: StoreContext = { clock: Date.now, open: null };
  const wishes = { acceptsNoStateSecrets: true, acceptsFolderRisk: false } as const;
  const request = { ...wishes, folder: place(name), kind, name: title, passphrase: testPassphrase };
  await createWorkspace(context, request, cheapOptions);
  const db = databaseOf(context);
  db.prepare('UPDATE profiles SET name = ?').run(kind === 'desk' ? '周某某' : '林某');
  db.prepare("INSERT OR REPLACE INTO workspace_facts VALUES ('approval_needed', 'no')").run();
  return context;
}

async function save(at: StoreContext, id: RecordId, title: string, facts: string): Promise<void> {
  const { saves } = await recordsHandlers['records.get'](at, { id });
  const document: DocumentTree = {
    version: 2,
    sections: [
      {
        id: 'facts',
        heading: '基本案情',
        blocks: [{ type: 'paragraph', children: [{ type: 'text', text: facts }] }],
      },
    ],
  };
  const fields = { ...noFields(), marking: 'internal' as const };
  const content = { title, keywords: ['假冒注册商标罪'], caseNumbers: [], document, fields };
  await recordsHandlers['records.save'](at, { id, saves, ...content });
}

async function send(
  from: StoreContext,
  to: string,
  ids: string[],
  file: string,
  statement: Statement,
) {
  const { db, info } = workspaceOf(from);
  const office = findOffice(db, to);
  if (office === null) throw new Error('not enrolled');
  await decideAll({ context: from }, { recordIds: ids });
  const pack = { recordIds: ids, attachmentIds: [], statement, extra: [] };
  return writePack(db, from.clock, info, { ...pack, offices: [office], file }, watchJob());
}

const TEA = '岑岭茶业有限公司地理标志案';
const DESK = '江岚省人民检察院（接收端）';
const facts = '涉案包装共计一万二千套，其中礼盒三千套，销售金额三十一万元。';

async function make(): Promise<void> {
  const point = await create('point', 'contact-point', '云汀市人民检察院');
  const desk = await create('desk', 'desk', DESK);
  for (const [at, other] of [
    [point, desk],
    [desk, point],
  ] as const) {
    const { card, fingerprint } = await pointsHandlers['points.ownCard'](other, {});
    await pointsHandlers['points.enrol'](at, { card, fingerprint });
  }
  for (const title of [TEA, '折枝有声书著作权案']) {
    const { id } = await recordsHandlers['records.create'](point, { kind: 'typical-case', title });
    await save(point, id, title, facts);
    const file = place(`${title}.jzpack`);
    await send(point, DESK, [id], file, plainSubmission(''));
    await inboxHandlers['inbox.takeIn'](desk, { file }, watchJob());
  }
  const about = databaseOf(desk).prepare('SELECT id FROM records WHERE title = ?').pluck().get(TEA);
  const question = {
    to: '云汀市人民检察院',
    about: about as RecordId,
    text: '请说明包装数量的来源。',
    file: place('question.jzpack'),
  };
  await messagesHandlers['messages.send'](desk, question, watchJob());
  point.open?.close();
  desk.open?.close();
}

async function correct(): Promise<void> {
  const point: StoreContext = { clock: Date.now, open: null };
  await openWorkspace(point, {
    folder: place('point'),
    passphrase: testPassphrase,
    acceptsFolderRisk: false,
  });
  const db = databaseOf(point);
  const id = db.prepare('SELECT id FROM records WHERE title = ?').pluck().get(TEA) as RecordId;
  const packId = db
    .prepare('SELECT pack_id FROM packs_written ORDER BY number')
    .pluck()
    .get() as string;
  const { document, saves, ...record } = await recordsHandlers['records.get'](point, { id });
  const changed = JSON.parse(
    JSON.stringify(document).replace('三千套', '三千二百套'),
  ) as DocumentTree;
  const { title, keywords, caseNumbers, fields } = record;
  await recordsHandlers['records.save'](point, {
    id,
    saves,
    title,
    keywords,
    caseNumbers,
    fields,
    document: changed,
  });
  await send(point, DESK, [id], place('correction.jzpack'), {
    format: 'jianzhi-statement',
    formatVersion: 1,
    kind: 'correction',
    note: '数量已核对。',
    replaces: [{ recordId: id, packId, revision: 1 }],
  });
  point.open?.close();
}

await (what === 'make' ? make() : correct());
