import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { answersHandlers } from '../../../electron/store/answers/handlers.ts';
import { endorsementsHandlers } from '../../../electron/store/endorsements/handlers.ts';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import type { AttachmentId } from '../../../shared/contract/attachments.ts';
import type { OwnFigures } from '../../../shared/contract/packs.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { ReceivedState } from '../../../shared/contract/situation.ts';
import { Failure } from '../../../shared/errors.ts';
import { decideAll } from '../decide.ts';
import { heldAs } from '../exchange.ts';
import { watchJob } from '../office.ts';
import { meantFigures } from './figures.ts';
import {
  isDead,
  isForwarded,
  officeAt,
  textIn,
  type Office,
  type OwnFile,
  type OwnRecord,
  type Sent,
  type Trial,
} from './model.ts';
import { fileFor, note } from './note.ts';
import { sayRemarks } from './remarks.ts';

// What people do, by the operations that the window calls.

export function statusHere(office: Office, id: string): string {
  return String(office.db.prepare('SELECT status FROM records WHERE id = ?').pluck().get(id));
}

/**
 * The records in one pack: for the first time, or again, which makes it a correction. Their files go along, now and then one less; what is
 * found in them is kept.
 */
export async function submit(
  trial: Trial,
  office: Office,
  records: readonly OwnRecord[],
  caseload: readonly OwnFigures[] = [],
): Promise<Sent> {
  const [first] = records;
  assert.ok(first);
  const file = fileFor(trial);
  const meant = records.map((record) => ({ record, files: chosenFiles(trial, record) }));
  const leaving = {
    recordIds: records.map(({ id }) => id as RecordId),
    attachmentIds: meant.flatMap(({ files }) => files.map(([id]) => id as AttachmentId)),
  };
  if (leaving.attachmentIds.length > 0) await decideAll(office, leaving);
  const sending = { ...leaving, to: officeAt(trial, first.to).id, file, caseload: [...caseload] };
  await packsHandlers['packs.export'](office.context, sending, watchJob());
  return note(trial, office, [first.to], file, {
    records: meant.map(({ record, files }) => ({ ...record, files: files.map(([, one]) => one) })),
    figures: meantFigures(caseload),
  });
}

function chosenFiles({ random }: Trial, { files }: OwnRecord): [string, OwnFile][] {
  const all = [...files];
  return all.length > 1 && random.below(4) === 0 ? all.slice(1) : all;
}

export async function withdraw(trial: Trial, office: Office, record: OwnRecord): Promise<Sent> {
  const file = fileFor(trial);
  const to = officeAt(trial, record.to).id;
  const taking = { recordIds: [record.id as RecordId], to, file, note: '' };
  await packsHandlers['packs.withdraw'](office.context, taking, watchJob());
  return note(trial, office, [record.to], file);
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
      // What the old key signed is not given out again; here it comes from the stick, to be refused or known again.
      if (error instanceof Failure && error.code === 'pack-of-former-key') return false;
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
  for (const { file } of written.receipts) {
    const receipt = await note(trial, office, [to], file);
    sayRemarks(trial, office, receipt);
    sent.push(receipt);
  }
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
    const original = trial.packs.get(packId);
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
    sent.push(await forward(trial, office, original));
  }
  return sent;
}

/** A pack of a point to the desk, with the opinions that were given; for the first time or again. */
export async function forward(trial: Trial, office: Office, original: Sent): Promise<Sent> {
  const { packId } = original.inside.pack;
  const file = fileFor(trial);
  const forwarding = { packId, to: officeAt(trial, 0).id, file, note: '' };
  await endorsementsHandlers['endorsements.write'](office.context, forwarding, watchJob());
  for (const one of original.carries.keys()) {
    const held = office.life.held.get(one);
    const isUntold = held?.told === null || held?.told === 'accepted';
    if (held?.n === original.n && held.state === 'received' && isUntold) held.state = 'accepted';
  }
  return note(trial, office, [0], file, { original });
}
