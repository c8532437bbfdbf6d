import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { auditHandlers } from '../../../electron/store/audit/handlers.ts';
import { inboxHandlers } from '../../../electron/store/inbox/handlers.ts';
import { situationHandlers } from '../../../electron/store/situation/handlers.ts';
import {
  isDead,
  isForwarded,
  keyOf,
  officeAt,
  statusOf,
  type Held,
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
    checkMessages(office);
    await checkGaps(trial, office);
    checkAnswers(trial, office);
    const trail = await auditHandlers['audit.verify'](office.context, {});
    assert.equal(trail.brokenAt, null, `the trail of ${String(office.index)}`);
  }
  await checkSituation(trial);
}

type HeldRow = {
  sender_id: string;
  record_id: string;
  state: string;
  sha256: string;
  revision: number;
  title: string;
  document: string;
  pack_id: string;
};

function checkHeld(trial: Trial, office: Office): void {
  const rows = office.db
    .prepare<[], HeldRow>(
      `SELECT received_records.sender_id, record_id, state, sha256, received_records.revision, title, document, pack_id
       FROM received_records JOIN records ON records.number = record_number JOIN packs_received ON packs_received.number = pack_number
       WHERE library = 'received'`,
    )
    .all();
  const indexOf = new Map(trial.offices.map(({ id, index }) => [id, index]));
  const found = new Map(
    rows.map((row) => [keyOf(indexOf.get(row.sender_id) ?? -1, row.record_id), row]),
  );
  const where = `held by ${String(office.index)}`;
  assert.equal(found.size, rows.length, `${where}: nothing twice`);
  assert.deepEqual(
    new Set(found.keys()),
    new Set(office.life.held.keys()),
    `${where}: which records`,
  );
  const texts = office.db
    .prepare('SELECT count(*) FROM records WHERE status IS NULL')
    .pluck()
    .get();
  assert.equal(texts, rows.length, `${where}: as many texts as records`);
  for (const [key, held] of office.life.held) {
    const row = found.get(key);
    assert.ok(row);
    checkText(trial, key, held, row, where);
    assert.equal(row.state, held.state, `${where}: the state of ${key}`);
  }
}

/** The very bytes of `record.json` that were sent, and the text in them. */
function checkText(
  trial: Trial,
  key: RecordKey,
  { n, via }: Held,
  row: HeldRow,
  where: string,
): void {
  const [sent, bringer] = [trial.sent[n], trial.sent[via]];
  assert.ok(sent !== undefined && bringer !== undefined);
  const what = `${where}: ${key} of pack ${String(n)}`;
  assert.equal(row.pack_id, bringer.inside.pack.packId, `${what}: which pack`);
  const bytes = sent.inside.files.get(`data/records/${row.record_id}/record.json`);
  assert.ok(bytes);
  assert.equal(row.sha256, createHash('sha256').update(bytes).digest('hex'), what);
  const record = JSON.parse(String(bytes)) as {
    title: string;
    revision: number;
    document: { sections: unknown };
  };
  assert.equal(row.title, record.title, what);
  assert.equal(row.revision, record.revision, what);
  const { sections } = JSON.parse(row.document) as { sections: unknown };
  assert.deepEqual(sections, record.document.sections, what);
  const words = sent.carries.get(key)?.words ?? '';
  assert.ok(row.document.includes(words), `${what}: the words`);
}

function checkMessages(office: Office): void {
  const rows = office.db
    .prepare<[], { id: string; text: string; is_own: number }>(
      'SELECT message_id AS id, text, is_own FROM messages',
    )
    .all();
  assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length, 'no message twice');
  assert.deepEqual(
    new Map(rows.map(({ id, text, is_own: own }) => [id, { text, isOwn: own === 1 }])),
    office.life.messages,
    `messages of ${String(office.index)}`,
  );
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

/** Each answer of each receipt once, for packs that are remembered. */
function checkAnswers(trial: Trial, office: Office): void {
  const rows = office.db
    .prepare<[], { receipt: string; pack: string; record: string | null }>(
      'SELECT receipt_id AS receipt, pack_id AS pack, record_id AS record FROM answers_taken',
    )
    .all();
  const expected: string[] = [];
  const known = new Set(
    trial.sent.filter(({ n }) => office.life.wrote.has(n)).map(({ inside }) => inside.pack.packId),
  );
  for (const n of office.life.arrived) {
    const { inside } = trial.sent[n] ?? {};
    for (const { packId, records } of inside?.statement.answers ?? []) {
      if (!known.has(packId)) continue;
      for (const record of [null, ...records.map(({ recordId }) => recordId)])
        expected.push(`${inside?.pack.packId ?? ''} ${packId} ${String(record)}`);
    }
  }
  assert.deepEqual(
    rows.map(({ receipt, pack, record }) => `${receipt} ${pack} ${String(record)}`).toSorted(),
    expected.toSorted(),
    `answers at ${String(office.index)}`,
  );
}

/** What the desk counts is what it holds. */
async function checkSituation(trial: Trial): Promise<void> {
  const desk = officeAt(trial, 0);
  const { outside } = await situationHandlers['situation.overview'](desk.context, {
    kind: 'total',
  });
  const held = [...desk.life.held.values()];
  assert.deepEqual(
    outside,
    {
      submissions: held.length,
      adopted: held.filter(({ state }) => state === 'adopted').length,
    },
    'the situation',
  );
}

/** At the end: what was sent last is what is held, and both sides say the same of it. */
export function checkAgreement(trial: Trial): void {
  for (const office of trial.offices) {
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
      if (to !== 0 && isForwarded(trial, key) && last.carries.size === 1)
        assert.equal(atDesk?.n, last.n, `${key}: what was forwarded is at the desk`);
      const story = () => storyOf(trial, key).join('\n');
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

/** For whoever looks for what went wrong: every pack that touched a record, and what was answered, in the order of sending. */
function storyOf(trial: Trial, key: RecordKey): string[] {
  const [, recordId] = key.split('/');
  const numberOf = new Map(trial.sent.map(({ n, inside }) => [inside.pack.packId, n]));
  return trial.sent.flatMap((sent) => {
    const { n, kind, channel, epoch, sequence, carries, takesBack, inside } = sent;
    const said = (inside.statement.answers ?? []).flatMap(({ packId, records }) =>
      records
        .filter((record) => record.recordId === recordId)
        .map(({ outcome }) => `${outcome} of ${String(numberOf.get(packId))}`),
    );
    if (!carries.has(key) && !takesBack.includes(key) && said.length === 0) return [];
    const to = sent.to.map((index) => officeAt(trial, index).life.arrived.has(n));
    const isRemembered = officeAt(trial, sent.from).life.wrote.has(n);
    const place = `${channel} epoch ${String(epoch)} number ${String(sequence)}`;
    return `${String(n)} ${kind} ${place} ${said.join()} arrived ${to.join()} remembered ${String(isRemembered)}`;
  });
}
