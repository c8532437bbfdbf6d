import { takeFigures } from './figures.ts';
import { aboutIn } from './messages.ts';
import {
  keyOf,
  officeAt,
  originalOf,
  textIn,
  type Life,
  type RecordKey,
  type Sent,
  type Trial,
} from './model.ts';
import { bringRemarks, passRemarksOn } from './remarks.ts';

/** What taking a pack in makes of an office. The order is that of sending, whenever anything arrived. */
export function takeInto(trial: Trial, sent: Sent, to: number): void {
  const { life } = officeAt(trial, to);
  const epochs = life.epochs.get(sent.channel) ?? [];
  if (!epochs.includes(sent.epoch)) life.epochs.set(sent.channel, [...epochs, sent.epoch]);
  if (sent.kind === 'receipt') takeReceipt(trial, sent, to);
  life.arrived.add(sent.n);
  if (sent.kind === 'message') takeMessage(life, sent);
  if (sent.kind === 'guidance') {
    for (const key of sent.carries.keys())
      life.guidance.set(key, Math.max(life.guidance.get(key) ?? -1, sent.n));
    return;
  }
  const original = originalOf(trial, sent);
  takeRecords(trial, life, sent, original.n);
  takeFigures(life, original);
}

function takeRecords(trial: Trial, life: Life, sent: Sent, n: number): void {
  for (const key of sent.carries.keys()) {
    if ((life.withdrawn.get(key) ?? -1) > n) continue;
    const held = life.held.get(key);
    if (held !== undefined && held.n > n) continue;
    // The same text once more moves nothing but the pack that is to be answered for, and the files.
    const isSame = held !== undefined && textIn(trial, held.n, key) === textIn(trial, n, key);
    if (isSame) Object.assign(held, { n, via: sent.n });
    else life.held.set(key, { n, via: sent.n, state: 'received', told: null });
  }
  for (const key of sent.takesBack) {
    if ((life.withdrawn.get(key) ?? -1) < n) life.withdrawn.set(key, n);
    if ((life.held.get(key)?.n ?? Infinity) < n) {
      for (const map of [life.held, life.drafts, life.said]) map.delete(key);
    }
  }
}

function takeMessage(life: Life, { from, inside }: Sent): void {
  const { messageId = '', text = '', threadId = '', inReplyTo = null } = inside.statement;
  life.messages.set(messageId, {
    text,
    isOwn: false,
    with: from,
    thread: threadId,
    inReplyTo,
    about: aboutIn(inside.statement),
  });
}

/** What is said of one's own records, and what the desk says of those that were forwarded. */
function takeReceipt(trial: Trial, receipt: Sent, to: number): void {
  const { life } = officeAt(trial, to);
  for (const { packId, records } of receipt.inside.statement.answers ?? []) {
    const written = trial.sent.find(({ inside }) => inside.pack.packId === packId);
    if (written === undefined || !life.wrote.has(written.n)) continue;
    for (const { recordId, outcome, comments } of records) {
      const { from, n } = originalOf(trial, written);
      const key = keyOf(from, recordId);
      if (written.kind !== 'endorsement') bringRemarks(trial, life, key, comments);
      else {
        if (!hasLaterWord(trial, receipt, to, packId, recordId))
          passOn(trial, life, { key, n, outcome });
        passRemarksOn(trial, life, key, comments);
      }
    }
  }
}

type Passed = { key: RecordKey; n: number; outcome: string };

/** What the desk says of what was forwarded becomes the word of the provincial office, unless it has said something else. */
function passOn(trial: Trial, life: Life, { key, n, outcome }: Passed): void {
  const held = life.held.get(key);
  if (outcome !== 'accepted' && outcome !== 'returned' && outcome !== 'adopted') return;
  if (held === undefined) return;
  if (held.told === 'adopted' || (held.told === 'returned' && outcome !== 'returned')) return;
  if (textIn(trial, held.n, key) === textIn(trial, n, key)) held.state = outcome;
}

/** Whether an office had said something later, when a receipt came, of the record in that pack. */
export function hasLaterWord(
  trial: Trial,
  receipt: Sent,
  to: number,
  packId: string,
  recordId: string,
): boolean {
  for (const n of officeAt(trial, to).life.arrived) {
    // In the order in which they came: what came after it does not count.
    if (n === receipt.n) return false;
    const word = trial.sent[n];
    if (word === undefined || n < receipt.n || word.from !== receipt.from) continue;
    const answers = word.inside.statement.answers ?? [];
    const isAbout = (one: (typeof answers)[number]) =>
      one.packId === packId && one.records.some((record) => record.recordId === recordId);
    if (answers.some(isAbout)) return true;
  }
  return false;
}
