import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { collectReleased } from '../../../electron/store/attachments/collect-released.ts';
import { inboxHandlers } from '../../../electron/store/inbox/handlers.ts';
import { Failure } from '../../../shared/errors.ts';
import { damage } from '../mutate-pack.ts';
import { watchJob } from '../office.ts';
import {
  count,
  expectedAt,
  officeAt,
  type Letter,
  type Office,
  type Sent,
  type Trial,
} from './model.ts';
import { takeInto } from './take-into.ts';

/** Gives a pack to the mail, which loses, delays, doubles and damages, and brings things to the wrong door. */
export function give(trial: Trial, sent: Sent): void {
  for (const to of sent.to) {
    const { random, week } = trial;
    const later = (most: number): Letter => {
      return { sent, to, week: week + random.below(most), file: sent.file, isDamaged: false };
    };
    const fate = random.below(100);
    if (fate < 10) {
      count(trial, 'lost');
      continue;
    }
    if (fate < 18) {
      count(trial, 'doubled');
      trial.letters.push(later(6));
    } else if (fate < 24) {
      trial.letters.push({ ...later(3), file: damaged(trial, sent), isDamaged: true });
    } else if (fate < 28) {
      trial.letters.push({ ...later(3), to: random.below(trial.offices.length) });
    }
    // Most arrive within the week, some after months, so that later ones overtake them.
    trial.letters.push(later(random.below(5) === 0 ? 14 : 2));
  }
}

function damaged(trial: Trial, sent: Sent): string {
  const file = join(trial.folder, `damaged-${String(trial.story.length)}-${String(sent.n)}.jzpack`);
  const bytes = readFileSync(sent.file);
  const [half] = [Math.floor(bytes.length / 2)];
  let changed = damage(bytes, trial.random);
  // Cut after the last chunk, or replaced by itself: no change.
  if (Buffer.compare(changed, bytes) === 0) changed = bytes.subarray(0, half);
  writeFileSync(file, changed);
  return file;
}

/** Everything that is due by now, in the order in which it was posted or another. */
export async function carry(trial: Trial): Promise<void> {
  const due = trial.letters.filter(({ week }) => week <= trial.week);
  trial.letters = trial.letters.filter(({ week }) => week > trial.week);
  while (due.length > 0) {
    const [letter] = due.splice(trial.random.below(due.length), 1);
    if (letter !== undefined) await bring(trial, letter);
  }
}

/** Brings a pack to an office, and sees that it is answered as the model says, and that nothing else happens. */
export async function bring(trial: Trial, letter: Letter): Promise<void> {
  const { sent, to, file, isDamaged } = letter;
  const office = officeAt(trial, to);
  const expected = isDamaged ? /^pack-/u : expectedAt(trial, sent, to);
  await expectAnswer(
    trial,
    office,
    file,
    expected,
    `${sent.kind} ${String(sent.n)} at ${String(to)}`,
  );
  if (expected === 'epoch-unconfirmed') {
    // Somebody telephones: the office that restored its backup says so.
    const held = inboxHandlers['inbox.heldEpochs'](office.context, {}) as {
      items: { channel: string; epoch: string }[];
    };
    const { channel, epoch } = sent.inside.pack;
    assert.ok(held.items.some((one) => one.channel === channel && one.epoch === epoch));
    await inboxHandlers['inbox.confirmEpoch'](office.context, { channel, epoch });
    const here = office.life.epochs;
    here.set(sent.channel, [...(here.get(sent.channel) ?? []), sent.epoch]);
    await bring(trial, letter);
  }
  if (expected !== 'taken') return;
  takeInto(trial, sent, to);
  if (sent.takesBack.length > 0) checkTakenBack(trial, sent, office);
}

/** At once, since what is sent again later hides it: gone is what was sent before the withdrawal, and nothing that was sent after it. */
function checkTakenBack(trial: Trial, { n, from, takesBack }: Sent, office: Office): void {
  const find = office.db
    .prepare<[string, string]>(
      'SELECT 1 FROM received_records WHERE sender_id = ? AND record_id = ?',
    )
    .pluck();
  for (const key of takesBack) {
    const [sender = '', recordId = ''] = key.split('/');
    const isHere = find.get(officeAt(trial, Number(sender)).id, recordId) === 1;
    const isToStay = office.life.held.has(key);
    const what = `withdrawal ${String(n)} of ${String(from)} at ${String(office.index)}: ${key}`;
    assert.equal(isHere, isToStay, isToStay ? `${what} was sent after it` : `${what} is left`);
    if (isToStay) count(trial, 'withdrawals overtaken');
  }
}

/** Answers what it was: a state, or a code. Refused and repeated packs change nothing but the trail, and leave no file. */
export async function expectAnswer(
  trial: Trial,
  office: Office,
  file: string,
  expected: string | RegExp,
  what: string,
): Promise<string> {
  const isToChange = expected === 'taken';
  // What was released before goes by and by.
  await collectReleased(office.db);
  const before = isToChange ? null : stateOf(office, expected);
  const linesBefore = auditLines(office.db);
  const answer = await inboxHandlers['inbox.takeIn'](office.context, { file }, watchJob()).then(
    ({ state }) => state,
    (error: unknown) => {
      if (error instanceof Failure) return error.code;
      throw new Error(what, { cause: error });
    },
  );
  if (typeof expected === 'string') assert.equal(answer, expected, what);
  else assert.match(answer, expected, what);
  count(trial, `${office.kind} ${answer}`);
  trial.story.push(
    `${String(trial.week)} ${what} ${typeof expected === 'string' ? answer : 'refused'}`,
  );
  if (isToChange) return answer;
  await collectReleased(office.db);
  assert.deepEqual(stateOf(office, expected), before, `${what}: ${answer} changed something`);
  const lines = auditLines(office.db) - linesBefore;
  assert.equal(lines, answer === 'again' ? 0 : 1, `${what}: lines in the trail`);
  if (lines === 1) {
    const { action, detail } = office.db
      .prepare('SELECT action, detail FROM audit ORDER BY number DESC LIMIT 1')
      .get() as { action: string; detail: string };
    assert.equal(action, 'pack-refused', what);
    assert.equal((JSON.parse(detail) as { code: string }).code, answer, what);
  }
  return answer;
}

function auditLines(db: Database): number {
  return db.prepare('SELECT count(*) FROM audit').pluck().get() as number;
}

/** A digest of each table of a workspace besides its trail, and the files in its folder. */
function stateOf(office: Office, expected: string | RegExp): Record<string, string> {
  const leftOut = expected === 'epoch-unconfirmed' ? ['audit', 'channel_epochs'] : ['audit'];
  return { ...digestsOf(office.db, leftOut), 'the folder': filesOf(office.folder).join() };
}

export function filesOf(folder: string): string[] {
  return readdirSync(folder).filter((name) => !/-(?:wal|shm|journal)$/u.test(name));
}

export function digestsOf(db: Database, leftOut: readonly string[]): Record<string, string> {
  const tables = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables.filter((table) => !leftOut.includes(table)).map((table) => [table, digestOf(db, table)]),
  );
}

function digestOf(db: Database, table: string): string {
  const hash = createHash('sha256');
  const rows = db.prepare(`SELECT * FROM "${table}"`).raw().iterate() as Iterable<unknown[]>;
  for (const row of rows)
    for (const value of row)
      hash.update(Buffer.isBuffer(value) ? value : `${typeof value} ${String(value)} `);
  return hash.digest('hex');
}
