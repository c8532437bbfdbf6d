import assert from 'node:assert/strict';
import { auditHandlers } from '../../../electron/store/audit/handlers.ts';
import { inboxHandlers } from '../../../electron/store/inbox/handlers.ts';
import { situationHandlers } from '../../../electron/store/situation/handlers.ts';
import { checkFiles, checkHeld } from './check-held.ts';
import { checkFigures } from './figures.ts';
import { checkCalls } from './guidance.ts';
import { checkMessages } from './messages.ts';
import { checkRemarks } from './remarks.ts';
import { storyOf } from './story.ts';
import { hasLaterWord } from './take-into.ts';
import {
  isDead,
  isForwarded,
  keyOf,
  officeAt,
  statusOf,
  type Office,
  type RecordKey,
  type Sent,
  type Trial,
} from './model.ts';

// What must be true, asked of every office and held against the model.

/** At any time: what an office holds is what came, and gaps are what did not. */
export async function checkOffices(trial: Trial): Promise<void> {
  for (const office of trial.offices) {
    checkHeld(trial, office);
    checkMessages(trial, office);
    checkRemarks(trial, office);
    await checkFigures(trial, office);
    await checkCalls(trial, office);
    await checkGaps(trial, office);
    checkAnswers(trial, office);
    const trail = await auditHandlers['audit.verify'](office.context, {});
    assert.equal(trail.brokenAt, null, `the trail of ${String(office.index)}`);
  }
  await checkSituation(trial);
}

/** Of each channel and numbering, the numbers below the last that came which did not. */
async function checkGaps(trial: Trial, office: Office): Promise<void> {
  const came = new Map<string, { there: number[]; epoch: string }>();
  for (const n of office.life.arrived) {
    const sent = trial.sent[n];
    if (sent === undefined) continue;
    const place = `${sent.inside.pack.channel} ${sent.inside.pack.epoch}`;
    const one = came.get(place) ?? { there: [], epoch: sent.inside.pack.epoch };
    one.there.push(sent.sequence);
    came.set(place, one);
  }
  const missing = new Map<string, number[]>();
  for (const [place, { there }] of came) {
    const last = Math.max(...there);
    const gaps = Array.from({ length: last }, (_, at) => at + 1).filter(
      (at) => !there.includes(at),
    );
    if (gaps.length > 0) missing.set(place, gaps);
  }
  const { items } = inboxHandlers['inbox.gaps'](office.context, {}) as {
    items: { channel: string; epoch: string; missing: number[] }[];
  };
  assert.deepEqual(
    new Map(items.map((gap) => [`${gap.channel} ${gap.epoch}`, gap.missing])),
    missing,
    `gaps of ${String(office.index)}`,
  );
}

/** Each answer of each receipt once, for packs that are remembered; late is what came after a later word about the same. */
function checkAnswers(trial: Trial, office: Office): void {
  const rows = office.db
    .prepare<[], { receipt: string; pack: string; record: string | null; isLate: number }>(
      'SELECT receipt_id AS receipt, pack_id AS pack, record_id AS record, is_late AS isLate FROM answers_taken',
    )
    .all();
  const expected: string[] = [];
  for (const n of office.life.arrived) {
    const receipt = trial.sent[n];
    for (const { packId, records } of receipt?.inside.statement.answers ?? []) {
      const written = trial.packs.get(packId);
      if (receipt === undefined || written === undefined) continue;
      if (!office.life.wrote.has(written.n)) continue;
      const line = `${receipt.inside.pack.packId} ${packId}`;
      expected.push(`${line} null 0`);
      for (const { recordId } of records) {
        const isLate = hasLaterWord(trial, receipt, office.index, packId, recordId);
        expected.push(`${line} ${recordId} ${isLate ? '1' : '0'}`);
      }
    }
  }
  assert.deepEqual(
    rows
      .map(({ receipt, pack, record, isLate }) =>
        [receipt, pack, record, isLate].map(String).join(' '),
      )
      .toSorted(),
    expected.toSorted(),
    `answers at ${String(office.index)}`,
  );
}

/** What the desk counts is what it holds: in the region of offices of its registry, or outside. */
async function checkSituation(trial: Trial): Promise<void> {
  const { context, life } = officeAt(trial, 0);
  const shown = await situationHandlers['situation.overview'](context, { kind: 'total' });
  const isInside = (index: number) => life.registry.get(index)?.isLinked === true;
  const counted = (isOf: (index: number) => boolean) => {
    const held = [...life.held].filter(([key]) => isOf(Number(key.split('/')[0])));
    return {
      submissions: held.length,
      adopted: held.filter(([, { state }]) => state === 'adopted').length,
    };
  };
  assert.deepEqual(
    shown.outside,
    counted((index) => !isInside(index)),
    'the situation, outside',
  );
  const sum = { submissions: 0, adopted: 0 };
  for (const { submissions, adopted } of shown.regions) {
    sum.submissions += submissions;
    sum.adopted += adopted;
  }
  assert.deepEqual(sum, counted(isInside), 'the situation, in the regions');
}

/** At the end: what was sent last is what is held, and both sides say the same of it. */
export async function checkAgreement(trial: Trial): Promise<void> {
  for (const office of trial.offices) {
    await checkFiles(trial, office);
    for (const { id, to } of office.life.own.values()) {
      const key = keyOf(office.index, id);
      const last = lastActOn(trial, key);
      if (last === undefined) continue;
      const held = officeAt(trial, to).life.held.get(key);
      const atDesk = officeAt(trial, 0).life.held.get(key);
      if (last.takesBack.includes(key)) {
        assert.equal(held, undefined, `${key} was taken back`);
        assert.equal(atDesk, undefined, `${key} was taken back from the desk too`);
        continue;
      }
      assert.equal(held?.n, last.n, `${key}: what was sent last is what is held`);
      const status = office.db.prepare('SELECT status FROM records WHERE id = ?').pluck().get(id);
      const story = () => storyOf(trial, key).join('\n');
      if (to !== 0 && isForwarded(trial, key) && last.carries.size === 1)
        assert.equal(atDesk?.n, last.n, `${key}: what was forwarded is at the desk\n${story()}`);
      // What went through a province that has forgotten it, and cannot hear it again, stands between the ends.
      const stands =
        atDesk !== undefined && isWordLostBetween(trial, last, to) ? atDesk.state : held.state;
      assert.equal(status, statusOf[stands], `${key}: both sides agree\n${story()}`);
    }
  }
  for (const sent of trial.sent)
    for (const to of sent.to)
      assert.ok(
        officeAt(trial, to).life.arrived.has(sent.n) || isDead(trial, sent, to),
        `pack ${String(sent.n)} is still open`,
      );
}

/**
 * Whether the desk's word about what a province forwarded is gone there: a backup from before it was restored, and the desk has other keys
 * since, so that its receipt is not accepted any more.
 */
function isWordLostBetween(trial: Trial, last: Sent, province: number): boolean {
  const forwarded = trial.sent.filter(({ original }) => original === last.n);
  const packIds = forwarded.map(({ inside }) => inside.pack.packId);
  return trial.sent.some(
    (word) =>
      word.from === 0 &&
      word.to.includes(province) &&
      (word.inside.statement.answers ?? []).some(({ packId }) => packIds.includes(packId)) &&
      !officeAt(trial, province).life.arrived.has(word.n) &&
      isDead(trial, word, province),
  );
}

/** The newest pack that brought or took back a record. */
export function lastActOn(trial: Trial, key: RecordKey): Sent | undefined {
  return trial.sent.findLast(
    ({ carries, takesBack, original }) =>
      original === null && (carries.has(key) || takesBack.includes(key)),
  );
}
