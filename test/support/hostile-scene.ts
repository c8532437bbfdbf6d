import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attachmentsHandlers } from '../../electron/store/attachments/handlers.ts';
import { workspaceOf, type StoreContext } from '../../electron/store/context.ts';
import { messagesHandlers } from '../../electron/store/messages/handlers.ts';
import { officeHandlers } from '../../electron/store/office/handlers.ts';
import { sha256 } from '../../electron/store/packs/bag.ts';
import { packsHandlers } from '../../electron/store/packs/handlers.ts';
import { trustedCommentOf, type PackJson } from '../../electron/store/packs/pack-json.ts';
import { pointsHandlers } from '../../electron/store/points/handlers.ts';
import { currentKeys } from '../../electron/store/points/own-keys.ts';
import { createWorkspace } from '../../electron/store/workspace/create-workspace.ts';
import type { WorkspaceKind } from '../../shared/contract/workspace.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import type { Statement } from '../../shared/packs/statement.ts';
import { decideAll } from './decide.ts';
import { answerBy, sendPack, takePackIn } from './exchange.ts';
import { draftPack, type Draft } from './forge.ts';
import { addRecord, enrolAt, openOffice, watchJob, type TestOffice } from './office.ts';
import { cheapOptions, testPassphrase } from './temp-workspace.ts';
import { openBag } from './trial/open-bag.ts';

/** Who is there: an enrolled sender, the office attacked, another enrolled office, and one that nobody enrolled. */
export type Scene = {
  good: Draft;
  /** A good pack of the same sender for the other office. */
  forOther: Draft;
  point: TestOffice;
  desk: TestOffice;
  other: TestOffice;
  stranger: TestOffice;
  /** Good packs of the sender for the office attacked, of each kind that it may send. The submission has an attachment. */
  drafts: Record<
    'submission' | 'correction' | 'withdrawal' | 'receipt' | 'message' | 'office',
    Draft
  >;
  /** A pack of the office attacked that went to the other office. */
  elsewhere: { packId: string; hash: string };
  fingerprints: { other: string };
};

const common = { format: 'jianzhi-statement', formatVersion: 1, note: '' } as const;

/** A workspace with its vault, so that nothing of it is plain on the disk, and somebody sits at it. */
async function openSealed(folder: string, kind: WorkspaceKind, name: string): Promise<TestOffice> {
  const context: StoreContext = { clock: Date.now, open: null };
  const choice = { folder, kind, name, passphrase: testPassphrase };
  const accepted = { acceptsNoStateSecrets: true, acceptsFolderRisk: false };
  await createWorkspace(context, { ...choice, ...accepted }, cheapOptions);
  const { info, db } = workspaceOf(context);
  db.prepare("INSERT INTO workspace_facts VALUES ('approval_needed', 'no')").run();
  const close = () => context.open?.close();
  return { context, db, id: info.id, name, folder: info.folder, close };
}

/** The scene of the hostile packs. `secret` is a title in all of them; the workspace that is attacked lies below `folder`. */
export async function openHostileScene(
  folder: string,
  secret: string,
): Promise<{ scene: Scene; close: () => void }> {
  const point = await openSealed(join(folder, 'point'), 'contact-point', '云汀市人民检察院');
  const other = openOffice('望舒区人民检察院', { kind: 'province' });
  const stranger = openOffice('临溪县人民检察院');
  const desk = await openSealed(join(folder, 'desk'), 'desk', '江岚省人民检察院');
  for (const to of [desk, other]) await enrolAt(point, to);
  for (const office of [point, other]) await enrolAt(desk, office);
  await enrolAt(other, desk);
  const chosen = { recordIds: [addRecord(point, { title: secret })], attachmentIds: [] };
  // First: these are number 1 of their channels, until the others are written.
  const good = await draftPack(point, desk, chosen);
  const forOther = await draftPack(point, other, chosen);
  const drafts = await draftsOf(point, desk, secret);
  const scene: Scene = {
    good,
    forOther,
    point,
    desk,
    other,
    stranger,
    drafts,
    elsewhere: await sendElsewhere(desk, other),
    fingerprints: {
      other: (await pointsHandlers['points.ownCard'](other.context, {})).fingerprint,
    },
  };
  const close = () => [point, desk, other, stranger].forEach((office) => office.close());
  return { scene, close };
}

/** What the desk sent to the other office. */
async function sendElsewhere(desk: TestOffice, other: TestOffice): Promise<Scene['elsewhere']> {
  const statement: Statement = { ...common, kind: 'guidance', regarding: [], cards: [] };
  const { pack, files } = await openBag(
    await sendPack(desk, other, [], statement),
    currentKeys(desk.db).ageIdentity,
  );
  const hash = sha256(files.get('tagmanifest-sha256.txt') ?? Buffer.alloc(0));
  return { packId: pack.packId, hash };
}

async function draftsOf(
  point: TestOffice,
  desk: TestOffice,
  secret: string,
): Promise<Scene['drafts']> {
  const draftOf = async (file: string): Promise<Draft> => {
    const inside = await openBag(file, currentKeys(point.db).ageIdentity);
    const pack = inside.pack as unknown as PackJson;
    const { files, folder } = inside;
    return { pack, files, folder, comment: trustedCommentOf(pack), zip: Buffer.alloc(0) };
  };
  const { context } = point;
  const id = addRecord(point, { title: secret }) as RecordId;
  const paper = join(point.folder, '清单.txt');
  writeFileSync(paper, `${secret}，包装一万二千套。`);
  const to = { recordId: id, paths: [paper] };
  const { added } = await attachmentsHandlers['attachments.add'](context, to, watchJob());
  const attachmentIds = added.map((one) => one.id);
  await decideAll(point, { recordIds: [id], attachmentIds });
  const sent = { recordIds: [id], attachmentIds, to: desk.id, file: fileIn(point, 's') };
  await packsHandlers['packs.export'](context, sent, watchJob());
  const submission = await draftOf(sent.file);
  const { packId } = submission.pack;
  const replaces = [{ recordId: id, packId, revision: 1 }];
  const correction: Statement = { ...common, kind: 'correction', replaces };
  const records = [{ recordId: id, packId }];
  const withdrawal: Statement = { ...common, kind: 'withdrawal', records };
  const message = { to: desk.id, text: `${secret}：请问如何报送？`, file: fileIn(point, 'm') };
  await messagesHandlers['messages.send'](context, message, watchJob());
  const question: Statement = {
    ...common,
    kind: 'guidance',
    note: '请各联系点参照办理。',
    regarding: [],
    cards: [],
  };
  await takePackIn(point, await sendPack(desk, point, [], question));
  const receipt = await answerBy(point);
  point.db.prepare('UPDATE office_cards SET is_colleague = 1').run();
  const office = { recordIds: [id], to: desk.id, note: '' };
  const officeFile = fileIn(point, 'o');
  await officeHandlers['office.send'](
    context,
    { ...office, direction: 'for-review', file: officeFile },
    watchJob(),
  );
  return {
    submission,
    correction: await draftOf(await sendPack(point, desk, [id], correction)),
    withdrawal: await draftOf(await sendPack(point, desk, [], withdrawal)),
    message: await draftOf(message.file),
    receipt: await draftOf(receipt),
    office: await draftOf(officeFile),
  };
}

function fileIn({ folder }: TestOffice, name: string): string {
  return join(folder, `${name}.jzpack`);
}
