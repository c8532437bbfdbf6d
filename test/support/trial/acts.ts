import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { answersHandlers } from '../../../electron/store/answers/handlers.ts';
import { workspaceOf } from '../../../electron/store/context.ts';
import { endorsementsHandlers } from '../../../electron/store/endorsements/handlers.ts';
import { messagesHandlers } from '../../../electron/store/messages/handlers.ts';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import { writePack } from '../../../electron/store/packs/export-pack.ts';
import { inPackTurn } from '../../../electron/store/packs/in-pack-turn.ts';
import { findOffice, type EnrolledOffice } from '../../../electron/store/points/offices.ts';
import { currentKeys } from '../../../electron/store/points/own-keys.ts';
import { recordsHandlers } from '../../../electron/store/records/handlers.ts';
import { reviewHandlers } from '../../../electron/store/review/handlers.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { ReceivedState } from '../../../shared/contract/situation.ts';
import type { Block } from '../../../shared/document/tree.ts';
import { Failure } from '../../../shared/errors.ts';
import type { Statement } from '../../../shared/packs/statement.ts';
import { heldAs } from '../exchange.ts';
import { watchJob } from '../office.ts';
import {
  isDead,
  isForwarded,
  keyOf,
  officeAt,
  textIn,
  type Office,
  type OwnRecord,
  type Sent,
  type Trial,
} from './model.ts';
import { openBag } from './open-bag.ts';

// What people do, by the operations that the window calls.

const common = { format: 'jianzhi-statement', formatVersion: 1, note: '' } as const;
const subjects = ['岑岭云雾茶', '折枝文创', '汐桥电机', '望舒灯具', '临溪竹编'];
const matters = ['假冒注册商标案', '侵犯商业秘密案', '地理标志保护案', '著作权监督案'];

/** A draft with words of its own, approved. */
export async function writeRecord(trial: Trial, office: Office): Promise<OwnRecord> {
  const { random } = trial;
  const title = `${random.pick(subjects)}${random.pick(matters)}`;
  const draft = { kind: 'typical-case', title } as const;
  const { id } = await recordsHandlers['records.create'](office.context, draft);
  const record: OwnRecord = { id, title, words: '', to: random.pick(office.upward), versions: 0 };
  office.life.own.set(id, record);
  await rewrite(trial, office, record);
  return record;
}

/** Other words under the same title, approved anew. */
export async function rewrite(trial: Trial, office: Office, record: OwnRecord): Promise<void> {
  const { context } = office;
  const id = record.id as RecordId;
  const stands = await recordsHandlers['records.get'](context, { id });
  const { saves, document, keywords, caseNumbers } = stands;
  record.versions += 1;
  record.words = `第${String(record.versions)}稿（${String(trial.random.below(1_000_000))}）：包装一万二千套，均已扣押。`;
  const [first, ...others] = document.sections;
  assert.ok(first);
  const block: Block = { type: 'paragraph', children: [{ type: 'text', text: record.words }] };
  await recordsHandlers['records.save'](context, {
    id,
    saves,
    title: record.title,
    keywords,
    caseNumbers,
    document: { ...document, sections: [{ ...first, blocks: [block] }, ...others] },
  });
  await reviewHandlers['review.step'](context, { id, to: 'approved', comment: '' });
}

export function statusHere(office: Office, id: string): string {
  return String(office.db.prepare('SELECT status FROM records WHERE id = ?').pluck().get(id));
}

/** The records in one pack: for the first time, or again, which makes it a correction. */
export async function submit(
  trial: Trial,
  office: Office,
  records: readonly OwnRecord[],
): Promise<Sent> {
  const [first] = records;
  assert.ok(first);
  const file = fileFor(trial);
  const ids = records.map(({ id }) => id as RecordId);
  const to = officeAt(trial, first.to);
  const sending = { recordIds: ids, to: to.id, file };
  await packsHandlers['packs.export'](office.context, sending, watchJob());
  return note(trial, office, [first.to], file, records);
}

export async function withdraw(trial: Trial, office: Office, record: OwnRecord): Promise<Sent> {
  const file = fileFor(trial);
  const to = officeAt(trial, record.to).id;
  const taking = { recordIds: [record.id as RecordId], to, file, note: '' };
  await packsHandlers['packs.withdraw'](office.context, taking, watchJob());
  return note(trial, office, [record.to], file, []);
}

/** A pack once more, from what its writer keeps; where a restored workspace has it no more, from the stick that it went out on. */
export async function sendAgain(trial: Trial, sent: Sent): Promise<string> {
  const office = officeAt(trial, sent.from);
  if (!office.life.wrote.has(sent.n)) return sent.file;
  const { packId } = sent.inside.pack;
  const file = join(trial.folder, 'again.jzpack');
  rmSync(file, { force: true });
  const isKept = await packsHandlers['packs.resend'](
    office.context,
    { packId, file },
    watchJob(),
  ).then(
    () => true,
    (error: unknown) => {
      // Backups do not hold what was sent, and what was forwarded goes with the record that is taken back.
      if (!(error instanceof Failure) || error.code !== 'pack-not-kept') throw error;
      if (office.epoch === 1 && sent.original === null) throw error;
      return false;
    },
  );
  if (!isKept) return sent.file;
  assert.equal(Buffer.compare(readFileSync(file), readFileSync(sent.file)), 0, 'the same bytes');
  return file;
}

export async function ask(trial: Trial, office: Office, to: number, text: string): Promise<Sent> {
  const file = fileFor(trial);
  const message = { to: officeAt(trial, to).id, text, file };
  await messagesHandlers['messages.send'](office.context, message, watchJob());
  return note(trial, office, [to], file, []);
}

/** Guidance to everybody below. */
export function guide(trial: Trial, office: Office, to: readonly number[]): Promise<Sent> {
  const statement: Statement = { ...common, kind: 'guidance', regarding: [], cards: [] };
  return post(trial, office, to, { ...statement, note: '请各联系点参照办理。' });
}

/** What is said of a record that another office sent. */
export async function decide(office: Office, key: string, to: ReceivedState): Promise<void> {
  const held = office.life.held.get(key);
  assert.ok(held);
  const [, recordId = ''] = key.split('/');
  const note = to === 'returned' ? '数量前后不一，请核对。' : '';
  await answersHandlers['received.setState'](office.context, {
    ids: [heldAs(office, recordId)],
    to,
    note,
  });
  held.state = to;
}

/** The receipt that an office owes to another; null if none. */
export async function answer(trial: Trial, office: Office, to: number): Promise<Sent[]> {
  const request = { folder: trial.folder, officeIds: [officeAt(trial, to).id] };
  const written = await answersHandlers['receipts.write'](
    office.context,
    request,
    watchJob(),
  ).catch((error: unknown) => {
    if (error instanceof Failure && error.code === 'receipts-none-due') return { receipts: [] };
    throw error;
  });
  const sent: Sent[] = [];
  for (const { file } of written.receipts) sent.push(await note(trial, office, [to], file, []));
  if (sent.length === 0) return sent;
  for (const [key, held] of office.life.held) {
    if (trial.sent[held.via]?.from !== to) continue;
    if (held.state !== 'received') held.told = held.state;
    trial.heard.set(`${String(office.index)} ${key}`, {
      text: textIn(trial, held.n, key),
      state: held.state,
    });
  }
  return sent;
}

/** Everything of the points that are spoken for that waits here, with an opinion, to the desk. */
export async function endorseWaiting(trial: Trial, office: Office): Promise<Sent[]> {
  const { context } = office;
  const page = { which: 'waiting', offset: 0, limit: 100 } as const;
  const { items } = await endorsementsHandlers['endorsements.packs'](context, page);
  const sent: Sent[] = [];
  for (const { packId, kind, records } of items) {
    const original = trial.sent.find(({ inside }) => inside.pack.packId === packId);
    assert.ok(original);
    const [key = ''] = [...original.carries.keys(), ...original.takesBack];
    // Signed with a key that its point has no more: it is asked to send it again.
    if (!isForwarded(trial, key) || isDead(trial, original, office.index)) continue;
    for (const { id, isCurrent } of records) {
      if (id === null || !isCurrent) continue;
      const given = { opinion: 'recommended', text: '有典型意义。' } as const;
      await endorsementsHandlers['endorsements.give'](context, { recordId: id, given });
    }
    const isWhole = records.every(({ id, isCurrent }) => id !== null && isCurrent);
    if (kind !== 'withdrawal' && !isWhole) continue;
    const file = fileFor(trial);
    const forwarding = { packId, to: officeAt(trial, 0).id, file, note: '' };
    await endorsementsHandlers['endorsements.write'](context, forwarding, watchJob());
    for (const one of original.carries.keys()) {
      const held = office.life.held.get(one);
      const isUntold = held?.told === null || held?.told === 'accepted';
      if (held?.n === original.n && held.state === 'received' && isUntold) held.state = 'accepted';
    }
    sent.push(await note(trial, office, [0], file, [], original));
  }
  return sent;
}

async function post(
  trial: Trial,
  office: Office,
  to: readonly number[],
  statement: Statement,
  records: readonly OwnRecord[] = [],
): Promise<Sent> {
  const { db, info } = workspaceOf(office.context);
  const file = fileFor(trial);
  const [first, ...others] = to.map((index): EnrolledOffice => {
    const found = findOffice(db, officeAt(trial, index).id);
    assert.ok(found);
    return found;
  });
  assert.ok(first);
  const recordIds = records.map(({ id }) => id);
  const pack = { recordIds, attachmentIds: [], statement, extra: [], file };
  await inPackTurn(db, () =>
    writePack(db, office.context.clock, info, { ...pack, offices: [first, ...others] }, watchJob()),
  );
  return note(trial, office, to, file, records);
}

function fileFor(trial: Trial): string {
  return join(trial.folder, `${String(trial.sent.length)}.jzpack`);
}

/** The model is told what somebody did; the pack is opened by other tools to see that it is what was meant. */
async function note(
  trial: Trial,
  office: Office,
  to: readonly number[],
  file: string,
  records: readonly OwnRecord[],
  original: Sent | null = null,
): Promise<Sent> {
  const inside = await openBag(file, currentKeys(office.db).ageIdentity);
  const { statement, pack } = inside;
  const kind = statement.kind as Sent['kind'];
  const channel = `${String(office.index)}/${kind === 'guidance' ? 'all' : String(to[0])}`;
  const place = `${channel} ${String(office.epoch)}`;
  const sequence = (office.numbers.get(place) ?? 0) + 1;
  assert.equal(pack.sequence, sequence, `${place}: the number`);
  office.numbers.set(place, sequence);
  const carries = new Map(
    records.map(({ id, title, words }) => [keyOf(office.index, id), { title, words }]),
  );
  for (const { id, words, title } of records) {
    const json = String(inside.files.get(`data/records/${id}/record.json`));
    assert.ok(json.includes(words) && json.includes(title), 'what was written is what left');
  }
  const named = (statement as { records?: { recordId: string }[] }).records ?? [];
  const sent: Sent = {
    n: trial.sent.length,
    kind,
    from: office.index,
    to,
    channel,
    epoch: office.epoch,
    sequence,
    keyVersion: office.keyVersion,
    file,
    inside,
    carries: original?.carries ?? carries,
    takesBack:
      original?.takesBack ??
      (kind === 'withdrawal' ? named.map(({ recordId }) => keyOf(office.index, recordId)) : []),
    original: original?.n ?? null,
  };
  trial.sent.push(sent);
  office.life.wrote.add(sent.n);
  if (statement.messageId !== undefined)
    office.life.messages.set(statement.messageId, { text: statement.text ?? '', isOwn: true });
  trial.story.push(`${String(trial.week)} ${channel} ${kind} ${String(sequence)}`);
  return sent;
}
