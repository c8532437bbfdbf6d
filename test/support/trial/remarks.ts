import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { answersHandlers } from '../../../electron/store/answers/handlers.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { heldAs } from '../exchange.ts';
import {
  count,
  keyOf,
  originalOf,
  type Life,
  type Office,
  type RecordKey,
  type Remark,
  type Sent,
  type Trial,
} from './model.ts';
import type { ReturnedRemark } from './open-bag.ts';
import { STEADY, STEADY_PASSAGE } from './write.ts';

// Remarks on passages: made on a text that came, taken along by a receipt, found again at their words in the record of whoever wrote it.

/** A remark on words that are in every version of a record, or only in this one. */
export async function remarkOn(trial: Trial, office: Office, key: RecordKey): Promise<void> {
  const held = office.life.held.get(key);
  const words = held === undefined ? undefined : trial.sent[held.n]?.carries.get(key)?.words;
  if (held === undefined || words === undefined) return;
  const isSteady = trial.random.below(2) === 0;
  const passage = isSteady ? STEADY_PASSAGE : words;
  const [before = '', after = ''] = isSteady ? STEADY.split(STEADY_PASSAGE) : [];
  const text = `第${String(trial.week)}周：请核对这一处。`;
  const remark: Remark = { id: randomUUID(), n: held.n, passage, text, isSteady };
  const [, recordId = ''] = key.split('/');
  const recordHere = heldAs(office, recordId);
  const at = { recordId: recordHere, section: sectionOf(office, recordHere), before, after };
  await answersHandlers['received.comment'](office.context, {
    ...at,
    id: remark.id,
    passage,
    replacement: null,
    text,
  });
  remarksIn(office.life.drafts, key).set(remark.id, remark);
  trial.remarks.set(remark.id, remark);
  count(trial, 'remarks');
}

function sectionOf({ db }: Office, id: RecordId): string {
  const json = db.prepare('SELECT document FROM records WHERE id = ?').pluck().get(id) as string;
  const { sections } = JSON.parse(json) as { sections: { id: string }[] };
  return sections[0]?.id ?? '';
}

function remarksIn(map: Life['drafts'], key: string): Map<string, Remark> {
  const there = map.get(key) ?? new Map<string, Remark>();
  map.set(key, there);
  return there;
}

/** A receipt takes along what was remarked on the records that it answers for, and nothing of it twice. */
export function sayRemarks(trial: Trial, { life, index }: Office, receipt: Sent): void {
  const [to] = receipt.to;
  for (const { packId, records } of receipt.inside.statement.answers ?? []) {
    const answered = trial.packs.get(packId);
    assert.ok(answered);
    for (const { recordId, comments } of records) {
      const key = keyOf(originalOf(trial, answered).from, recordId);
      const held = life.held.get(key);
      const isTold: boolean = held?.via === answered.n && held.state !== 'received';
      const expected: Remark[] = isTold ? [...(life.drafts.get(key)?.values() ?? [])] : [];
      const what = `remarks of ${String(index)} on ${key}`;
      assert.deepEqual(idsOf(comments), idsOf(expected), what);
      for (const remark of expected) {
        const said = comments.find(({ id }) => id === remark.id);
        assert.equal(said?.passage, remark.passage, what);
        assert.equal(said?.text, remark.text, what);
        remarksIn(life.said, key).set(remark.id, remark);
      }
      if (isTold) life.drafts.delete(key);
    }
  }
  for (const [key, drafts] of life.drafts) {
    const held = life.held.get(key);
    const isUntold = held === undefined || held.state === 'received';
    if (isUntold || trial.sent[held.via]?.from !== to) continue;
    assert.equal(drafts.size, 0, `remarks on ${key} stay at ${String(index)}`);
  }
}

const idsOf = (remarks: readonly { id: string }[]) => remarks.map(({ id }) => id).toSorted();

/** What came back with a receipt stands in the record from then on. */
export function bringRemarks(
  trial: Trial,
  life: Life,
  key: RecordKey,
  comments: readonly ReturnedRemark[],
): void {
  const [, recordId = ''] = key.split('/');
  if (!life.own.has(recordId)) return;
  for (const comment of comments)
    remarksIn(life.threads, recordId).set(comment.id, remarkOf(trial, comment));
}

/** The desk's remarks go on through the provincial office, whatever becomes of its word. */
export function passRemarksOn(
  trial: Trial,
  life: Life,
  key: RecordKey,
  comments: readonly ReturnedRemark[],
): void {
  if (!life.held.has(key)) return;
  for (const comment of comments) {
    if (life.said.get(key)?.has(comment.id) === true) continue;
    remarksIn(life.drafts, key).set(comment.id, remarkOf(trial, comment));
  }
}

/** As whoever made it knows it. */
function remarkOf(trial: Trial, { id }: ReturnedRemark): Remark {
  const made = trial.remarks.get(id);
  assert.ok(made, 'nobody made this remark');
  return made;
}

/** At who made or passes them on: which are told and which are not. */
export function checkRemarks(trial: Trial, office: Office): void {
  const { db, life, index } = office;
  const indexOf = new Map(trial.offices.map((one) => [one.id, one.index]));
  const rows = db
    .prepare<[], { id: string; sender: string; record: string; isSent: number }>(
      `SELECT id, sender_id AS sender, record_id AS record, receipt_id IS NOT NULL AS isSent
       FROM passage_comments JOIN received_records USING (record_number)`,
    )
    .all();
  const line = (isSent: boolean, key: string, id: string) => `${key} ${id} ${String(isSent)}`;
  const expected = [false, true].flatMap((isSent) =>
    [...(isSent ? life.said : life.drafts)].flatMap(([key, all]) =>
      [...all.keys()].map((id) => line(isSent, key, id)),
    ),
  );
  assert.deepEqual(
    rows
      .map(({ id, sender, record, isSent }) =>
        line(isSent === 1, keyOf(indexOf.get(sender) ?? -1, record), id),
      )
      .toSorted(),
    expected.toSorted(),
    `remarks at ${String(index)}`,
  );
  checkThreads(office);
}

type ThreadRow = { id: string; passage: string; text: string };
type Node = { marks?: string[]; text?: string };

/** At who wrote the records: every remark once, at its words where these still stand. */
function checkThreads({ db, life, index }: Office): void {
  for (const [id, { words }] of life.own) {
    const what = `remarks that came back to ${String(index)} on ${id}`;
    const expected = life.threads.get(id) ?? new Map<string, Remark>();
    const rows = db
      .prepare<[string], ThreadRow>(
        `SELECT comment_threads.id, passage, comment_entries.text FROM comment_threads
         JOIN comment_entries ON thread_id = comment_threads.id JOIN records ON records.number = record_number WHERE records.id = ?`,
      )
      .all(id);
    assert.deepEqual(idsOf(rows), [...expected.keys()].toSorted(), what);
    const places = markedWords(
      db.prepare('SELECT document FROM records WHERE id = ?').pluck().get(id) as string,
    );
    for (const { id: thread, passage, text } of rows) {
      const remark = expected.get(thread);
      assert.ok(remark);
      assert.deepEqual({ passage, text }, { passage: remark.passage, text: remark.text }, what);
      const isThere = remark.isSteady || remark.passage === words;
      assert.equal(places.get(thread), isThere ? passage : undefined, `${what}: its place`);
    }
    assert.ok(
      [...places.keys()].every((thread) => expected.has(thread)),
      what,
    );
  }
}

/** The words that each thread is marked on, wherever in the tree they stand. */
function markedWords(document: string): Map<string, string> {
  const places = new Map<string, string>();
  JSON.parse(document, (_, node: Node) => {
    for (const thread of node?.marks ?? [])
      places.set(thread, (places.get(thread) ?? '') + (node.text ?? ''));
    return node;
  });
  return places;
}
