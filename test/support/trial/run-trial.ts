import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRandom } from '../../bench/random.ts';
import { openOffice } from '../office.ts';
import { answer, decide, endorseWaiting, sendAgain, statusHere, submit, withdraw } from './acts.ts';
import { attack, passOnSecretly } from './attacks.ts';
import { checkAgreement, checkOffices } from './check.ts';
import { figuresNow, keepRegistry } from './figures.ts';
import { guide, openCall } from './guidance.ts';
import { bring, carry, give } from './mail.ts';
import { ask } from './messages.ts';
import {
  count,
  isDead,
  isForwarded,
  keyOf,
  officeAt,
  textIn,
  type Office,
  type Sent,
  type Trial,
} from './model.ts';
import {
  backUpOffice,
  changeKeys,
  compareCards,
  openOffices,
  peersOf,
  restoreOffice,
  type Size,
} from './offices.ts';
import { remarkOn } from './remarks.ts';
import { forwardAnew, isTakenBack, sendAnew } from './send-anew.ts';
import { changeFiles, rewrite, writeRecord } from './write.ts';

export type TrialSize = Size & { months: number };
const WEEKS_A_MONTH = 4;

/** Runs a trial from its seed: the same seed and size give the same story. Throws at the first thing that is not as it must be. */
export async function runTrial(
  seed: number,
  size: TrialSize,
  tell: (line: string) => void,
): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'jianzhi-trial-'));
  const trial: Trial = {
    seed,
    random: makeRandom(seed),
    folder,
    week: 0,
    offices: [],
    sent: [],
    packs: new Map(),
    letters: [],
    files: new Map(),
    remarks: new Map(),
    heard: new Map(),
    counts: new Map(),
    story: [],
  };
  const stranger = openOffice('临溪县人民检察院');
  try {
    await openOffices(trial, size);
    for (let month = 1; month <= size.months; month += 1) {
      for (let week = 0; week < WEEKS_A_MONTH; week += 1) await liveAWeek(trial, stranger);
      if (month % 6 === 0 || month === size.months) await checkOffices(trial);
      tell(`month ${String(month)}: ${String(trial.sent.length)} packs`);
    }
    await close(trial);
    await checkOffices(trial);
    await checkAgreement(trial);
    return trial;
  } finally {
    stranger.close();
    for (const office of trial.offices) office.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function liveAWeek(trial: Trial, stranger: ReturnType<typeof openOffice>): Promise<void> {
  const { random } = trial;
  trial.week += 1;
  for (const office of trial.offices) {
    if (random.below(40) === 0) office.skewInDays = (random.below(11) - 5) * 300;
    if (random.below(3) === 0) await act(trial, office);
    if (random.below(12) === 0) backUpOffice(trial, office);
    if (office.backup !== null && random.below(office.kind === 'desk' ? 30 : 40) === 0)
      await breakDown(trial, office);
    if (random.below(50) === 0) await renewKeys(trial, office);
  }
  await carry(trial);
  for (const office of trial.offices) if (random.below(4) === 0) await answerAll(trial, office);
  if (trial.sent.length === 0) return;
  for (let times = 0; times <= trial.offices.length / 8; times += 1) {
    await attack(trial, stranger);
    if (random.below(2) === 0) await passOnSecretly(trial);
    if (random.below(2) === 0) await replay(trial);
  }
}

/** A pack from whenever, brought once more to its own sender or to whom it was for. */
async function replay(trial: Trial): Promise<void> {
  const sent = trial.random.pick(trial.sent);
  const to = trial.random.below(3) === 0 ? sent.from : trial.random.pick(sent.to);
  await bring(trial, { sent, to, week: trial.week, file: sent.file, isDamaged: false });
  count(trial, 'replayed');
}

async function act(trial: Trial, office: Office): Promise<void> {
  if (office.kind === 'desk') return actAsDesk(trial, office);
  const { random, week } = trial;
  if (office.kind === 'province') {
    await decideSome(trial, office);
    for (const sent of await endorseWaiting(trial, office)) give(trial, sent);
    await keepRegistry(trial, office);
    if (random.below(8) === 0) {
      const below = trial.offices.filter(({ upward }) => upward.includes(office.index));
      give(
        trial,
        await guide(
          trial,
          office,
          below.map(({ index }) => index),
        ),
      );
    }
  }
  const mine = [...office.life.own.values()].filter(
    ({ id }) => statusHere(office, id) !== 'adopted',
  );
  const sentOnes = mine.filter((record) =>
    trial.sent.some(
      ({ n, carries }) => office.life.wrote.has(n) && carries.has(keyOf(office.index, record.id)),
    ),
  );
  const record = sentOnes.length === 0 ? null : random.pick(sentOnes);
  const what = random.below(10);
  if (record === null || what < 4) {
    const call = random.below(2) === 0 ? openCall(trial, office) : null;
    const to = call?.from ?? random.pick(office.upward);
    const first = await writeRecord(trial, office, to, call?.id);
    const second = random.below(4) === 0 ? [await writeRecord(trial, office, to)] : [];
    give(trial, await submit(trial, office, [first, ...second], figuresNow(trial)));
  } else if (statusHere(office, record.id) === 'returned' || what < 6) {
    await rewrite(trial, office, record);
    give(trial, await submit(trial, office, [record]));
  } else if (what === 6 && !isTakenBack(trial, office, record.id)) {
    give(trial, await withdraw(trial, office, record));
    // Thought better of at once: it leaves again in the same post, which may be the quicker.
    if (random.below(2) === 0) {
      if (random.below(2) === 0) await rewrite(trial, office, record);
      give(trial, await submit(trial, office, [record]));
      count(trial, 'sent after it was taken back');
    }
  } else if (what === 7) {
    // Nothing was heard of it: the same text in a pack of its own, perhaps with other files.
    if (random.below(2) === 0) await changeFiles(trial, office, record);
    give(trial, await submit(trial, office, [record]));
  } else {
    give(trial, await ask(trial, office, random.pick(office.upward), `第${String(week)}周的问题`));
  }
}

async function actAsDesk(trial: Trial, desk: Office): Promise<void> {
  await decideSome(trial, desk);
  await keepRegistry(trial, desk);
  const below = peersOf(trial, 0);
  if (trial.random.below(4) === 0) give(trial, await guide(trial, desk, below));
  else
    give(
      trial,
      await ask(trial, desk, trial.random.pick(below), `检察厅第${String(trial.week)}周的答复`),
    );
}

async function decideSome(trial: Trial, office: Office): Promise<void> {
  for (const [key, held] of office.life.held) {
    if (office.kind === 'province' && isForwarded(trial, key)) continue;
    // What was said stays said, also where a restored workspace does not know that it was.
    const heard = trial.heard.get(`${String(office.index)} ${key}`);
    const said = heard?.text === textIn(trial, held.n, key) ? heard.state : held.told;
    if (trial.random.below(6) === 0) await remarkOn(trial, office, key);
    if (said === 'adopted' || trial.random.below(3) !== 0) continue;
    const to = trial.random.pick(['accepted', 'returned', 'adopted'] as const);
    await decide(office, key, said === 'returned' ? 'returned' : to);
  }
}

async function answerAll(trial: Trial, office: Office): Promise<boolean> {
  let isAny = false;
  for (const to of peersOf(trial, office.index)) {
    for (const sent of await answer(trial, office, to)) {
      give(trial, sent);
      isAny = true;
    }
  }
  return isAny;
}

/** A computer breaks, its backup is restored: everybody sends it again what it lost, and it says what it had said. */
async function breakDown(trial: Trial, office: Office): Promise<void> {
  await bringAll(trial, (sent) => sent.from === office.index);
  await restoreOffice(trial, office);
  for (const peer of peersOf(trial, office.index)) await compareCards(trial, office.index, peer);
  await bringAll(trial, (sent) => sent.to.includes(office.index));
  await sayAgain(trial, office);
}

async function sayAgain(trial: Trial, office: Office): Promise<void> {
  for (const [key, held] of office.life.held) {
    const heard = trial.heard.get(`${String(office.index)} ${key}`);
    if (office.kind === 'province' && isForwarded(trial, key)) continue;
    if (heard === undefined || heard.text !== textIn(trial, held.n, key)) continue;
    if (heard.state === held.state || held.told === 'returned' || held.told === 'adopted') continue;
    await decide(office, key, heard.state);
  }
}

/** Planned: everything that is on its way arrives first, then the new card goes round. */
async function renewKeys(trial: Trial, office: Office): Promise<void> {
  // A point's key may also be gone from one moment to the next; what was on its way is lost then.
  const isStolen = office.kind === 'contact-point' && trial.random.below(3) === 0;
  if (!isStolen) await bringAll(trial, (sent) => sent.from === office.index);
  await changeKeys(trial, office);
  count(trial, isStolen ? 'keys stolen' : 'keys renewed');
  for (const peer of peersOf(trial, office.index)) await compareCards(trial, peer, office.index);
}

/** What did not arrive is sent again: the same bytes. */
async function bringAll(trial: Trial, isMeant: (sent: Sent) => boolean): Promise<boolean> {
  let isAny = false;
  for (const sent of trial.sent) {
    if (!isMeant(sent)) continue;
    for (const to of sent.to) {
      if (officeAt(trial, to).life.arrived.has(sent.n) || isDead(trial, sent, to)) continue;
      const file = await sendAgain(trial, sent);
      await bring(trial, { sent, to, week: trial.week, file, isDamaged: false });
      count(trial, 'sent again');
      isAny = true;
    }
  }
  return isAny;
}

/** After the last month: nothing is lost any more, until nothing is open. */
async function close(trial: Trial): Promise<void> {
  trial.letters = [];
  for (let round = 0; round < 20; round += 1) {
    trial.week += 1;
    let isOpen = await bringAll(trial, () => true);
    for (const office of trial.offices) isOpen = (await sendAnew(trial, office)) || isOpen;
    for (const office of trial.offices) {
      await sayAgain(trial, office);
      for (const sent of office.kind === 'province' ? await endorseWaiting(trial, office) : []) {
        give(trial, sent);
        isOpen = true;
      }
      if (office.kind === 'province') isOpen = (await forwardAnew(trial, office)) || isOpen;
      isOpen = (await answerAll(trial, office)) || isOpen;
    }
    if (!isOpen) return;
  }
  throw new Error('it never comes to an end');
}
