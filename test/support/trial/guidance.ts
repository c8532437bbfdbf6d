import assert from 'node:assert/strict';
import { guidanceHandlers } from '../../../electron/store/guidance/handlers.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { watchJob } from '../office.ts';
import {
  count,
  keyOf,
  officeAt,
  type Office,
  type OwnGuidance,
  type Sent,
  type Trial,
} from './model.ts';
import { fileFor, note } from './note.ts';
import { rewriteGuidance, writeGuidance } from './write.ts';

// Notices and calls, and who has answered which.

/** Guidance to everybody below: words alone, a new notice or call, or one that is said anew or over. */
export async function guide(trial: Trial, office: Office, below: readonly number[]): Promise<Sent> {
  const { random } = trial;
  const open = [...office.life.calls.values()].filter(({ standing }) => standing === null);
  const what = random.below(4);
  const mine: OwnGuidance[] = [];
  if (what === 0 && open.length > 0) {
    const one = random.pick(open);
    if (random.below(2) === 0) one.standing = random.pick(['closed', 'withdrawn'] as const);
    await rewriteGuidance(trial, office, one);
    mine.push(one);
  } else if (what !== 1) mine.push(await writeGuidance(trial, office));
  const file = fileFor(trial);
  await guidanceHandlers['guidance.write'](
    office.context,
    {
      recordIds: mine.map(({ id }) => id as RecordId),
      attachmentIds: [],
      note: '请各联系点参照办理。',
      cards: [],
      regarding: [],
      file,
    },
    watchJob(),
  );
  for (const { kind } of mine) count(trial, `${kind}s sent`);
  return note(trial, office, below, file, { records: mine });
}

/** A call that is open as far as is known here, and who asks; null if there is none. */
export function openCall(trial: Trial, office: Office): { id: string; from: number } | null {
  const open = [...office.life.guidance].filter(([key, n]) => {
    const carried = trial.sent[n]?.carries.get(key);
    return carried !== undefined && carried.due !== null && carried.standing === null;
  });
  if (open.length === 0) return null;
  const [key] = trial.random.pick(open);
  const [from, id = ''] = key.split('/');
  return { id, from: Number(from) };
}

/** Which calls there are, how they stand, and who has answered them. */
export async function checkCalls(trial: Trial, office: Office): Promise<void> {
  const { context, life, index } = office;
  const { items } = await guidanceHandlers['guidance.calls'](context, {});
  const ownAnswers = (call: string) =>
    [...life.own.values()].filter((one) => one.call === call).length;
  const expected = [
    ...[...life.calls.values()]
      .filter(({ kind }) => kind === 'call')
      .map(({ id, due, standing }) => ({ callId: id, isOwn: true, due, standing, written: 0 })),
    ...[...life.guidance].flatMap(([key, n]) => {
      const { due = null, standing = null } = trial.sent[n]?.carries.get(key) ?? {};
      const [, callId = ''] = key.split('/');
      return due === null
        ? []
        : [{ callId, isOwn: false, due, standing, written: ownAnswers(callId) }];
    }),
  ];
  const byId = (one: { callId: string }, other: { callId: string }) =>
    one.callId < other.callId ? -1 : 1;
  assert.deepEqual(
    items
      .map(({ callId, isOwn, due, standing, written }) => ({
        callId,
        isOwn,
        due,
        standing,
        written,
      }))
      .toSorted(byId),
    expected.toSorted(byId),
    `calls at ${String(index)}`,
  );
  for (const { id, isOwn, came, cameFrom } of items) {
    if (!isOwn) continue;
    const answered = answersTo(trial, office, id);
    assert.equal(
      came,
      [...answered.values()].flat().length,
      `what came for a call of ${String(index)}`,
    );
    assert.equal(cameFrom, [...answered.keys()].length);
    await checkAnswersTo(trial, office, id, answered);
  }
}

/** By office, the records that were written for a call, as they are called by their senders. */
function answersTo(trial: Trial, { life }: Office, call: string): Map<string, string[]> {
  const named = [...life.held].filter(
    ([key, { n }]) => trial.sent[n]?.carries.get(key)?.call === call,
  );
  return Map.groupBy(
    named.map(([key]) => key),
    (key) => officeAt(trial, Number(key.split('/')[0])).id,
  );
}

async function checkAnswersTo(
  trial: Trial,
  office: Office,
  id: RecordId,
  answered: Map<string, string[]>,
): Promise<void> {
  const { items } = await guidanceHandlers['guidance.answers'](office.context, { id });
  const key = keyOf(office.index, id);
  const wentTo = trial.sent
    .filter(({ n, carries }) => office.life.wrote.has(n) && carries.has(key))
    .flatMap(({ to }) => to.map((index) => officeAt(trial, index).id));
  const what = `answers to a call of ${String(office.index)}`;
  assert.deepEqual(
    new Set(items.filter(({ sentAt }) => sentAt !== null).map(({ officeId }) => officeId)),
    new Set(wentTo),
    `${what}: whom it went to`,
  );
  const find = office.db
    .prepare(
      'SELECT record_id FROM received_records JOIN records ON number = record_number WHERE records.id = ?',
    )
    .pluck();
  const found = items
    .filter(({ records }) => records.length > 0)
    .map(
      ({ officeId, records }) =>
        [officeId, records.map((one) => String(find.get(one.id))).toSorted()] as const,
    );
  const meant = [...answered].map(
    ([officeId, keys]) =>
      [officeId, keys.map((one) => one.split('/')[1] ?? '').toSorted()] as const,
  );
  assert.deepEqual(new Map(found), new Map(meant), what);
}
