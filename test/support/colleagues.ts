import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { workspaceOf } from '../../electron/store/context.ts';
import { inboxHandlers } from '../../electron/store/inbox/handlers.ts';
import { officeHandlers } from '../../electron/store/office/handlers.ts';
import { pointsHandlers } from '../../electron/store/points/handlers.ts';
import { recordsHandlers } from '../../electron/store/records/handlers.ts';
import { reviewHandlers } from '../../electron/store/review/handlers.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { sectionText, type DocumentTree } from '../../shared/document/tree.ts';
import { watchJob } from './office.ts';
import { createTempWorkspace, type TempWorkspace } from './temp-workspace.ts';

/** Two workspaces whose people are of one house, and what they do with a record. */
export const doc = (...facts: string[]): DocumentTree => ({
  version: 2,
  sections: [
    {
      id: 'facts',
      heading: '基本案情',
      blocks: facts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })),
    },
  ],
});
let time = Date.UTC(2026, 10, 23, 1);
export const clock = () => (time += 60_000);
let files = 0;

export type Office = TempWorkspace;
export const open = (name: string) => createTempWorkspace({ name, clock });
export async function enrol(at: Office, other: Office, isColleague = true): Promise<void> {
  const { card, fingerprint } = await pointsHandlers['points.ownCard'](other.context, {});
  await pointsHandlers['points.enrol'](at.context, { card, fingerprint, isColleague });
}
export const idOf = ({ context }: Office) => workspaceOf(context).info.id;

export async function writeRecord(
  at: Office,
  title: string,
  document: DocumentTree,
): Promise<RecordId> {
  const made = await recordsHandlers['records.create'](at.context, { kind: 'typical-case', title });
  await save(at, made.id, document);
  return made.id;
}
export async function save(at: Office, id: RecordId, document: DocumentTree): Promise<void> {
  const { saves, title, keywords, caseNumbers } = await get(at, id);
  await recordsHandlers['records.save'](at.context, {
    id,
    saves,
    title,
    keywords,
    caseNumbers,
    document,
  });
}
export const get = (at: Office, id: RecordId) => recordsHandlers['records.get'](at.context, { id });
export const textOf = async (at: Office, id: RecordId) =>
  (await get(at, id)).document.sections.map(sectionText).join('\n').split('\n');
export const rounds = async (at: Office, recordId: RecordId) =>
  (await officeHandlers['office.rounds'](at.context, { recordId })).rounds;

export type Direction = 'for-review' | 'back';
export async function send(
  from: Office,
  to: Office,
  id: RecordId,
  direction: Direction,
  note = '',
) {
  files += 1;
  const file = join(from.folder, '..', `office-${String(process.pid)}-${String(files)}.jzpack`);
  after(() => rmSync(file, { force: true }));
  const wish = { recordIds: [id], to: idOf(to), file, direction, note };
  await officeHandlers['office.send'](from.context, wish, watchJob());
  return file;
}
export const take = (at: Office, file: string) =>
  inboxHandlers['inbox.takeIn'](at.context, { file }, watchJob());
export async function toReview(from: Office, to: Office, id: RecordId): Promise<void> {
  await take(to, await send(from, to, id, 'for-review'));
}
export async function back(from: Office, to: Office, id: RecordId): Promise<void> {
  await take(to, await send(from, to, id, 'back'));
}
export const approve = (at: Office, id: RecordId) =>
  reviewHandlers['review.step'](at.context, { id, to: 'approved', comment: '同意' });
