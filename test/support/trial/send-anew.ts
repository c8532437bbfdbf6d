import { forward, submit, withdraw } from './acts.ts';
import { lastActOn } from './check.ts';
import { give } from './mail.ts';
import {
  count,
  isDead,
  isForwarded,
  keyOf,
  officeAt,
  type Office,
  type OwnRecord,
  type Sent,
  type Trial,
} from './model.ts';

// After the last month: what would never arrive otherwise leaves in packs of its own.

/** What cannot arrive any more, and what a restored workspace has forgotten to have sent, leaves in a new pack. */
export async function sendAnew(trial: Trial, office: Office): Promise<boolean> {
  let isAny = false;
  for (const record of office.life.own.values()) {
    const key = keyOf(office.index, record.id);
    const last = lastActOn(trial, key);
    if (last === undefined) continue;
    const isThere = officeAt(trial, record.to).life.arrived.has(last.n);
    const isForgotten = !office.life.wrote.has(last.n);
    const isLost = (!isThere && isDead(trial, last, record.to)) || isStuck(trial, last, key);
    if (last.takesBack.includes(key)) {
      if (!isLost) continue;
      // Who has taken it back already cannot do so again, unless it went once more.
      if (isTakenBack(trial, office, record.id)) give(trial, await submit(trial, office, [record]));
      give(trial, await withdraw(trial, office, record));
    } else if (isForgotten || isLost || isUnheard(trial, office, record, last)) {
      give(trial, await submit(trial, office, [record]));
    } else continue;
    isAny = true;
    count(trial, 'sent anew');
  }
  return isAny;
}

/**
 * What a province forwarded and a restored desk has lost, when the province has other keys since, so that the very bytes are not accepted any
 * more: it forwards the pack again, signed anew.
 */
export async function forwardAnew(trial: Trial, province: Office): Promise<boolean> {
  const desk = officeAt(trial, 0);
  const isLost = (sent: Sent) => !desk.life.arrived.has(sent.n) && isDead(trial, sent, 0);
  const forwarded = trial.sent.filter(
    ({ n, from, original }) =>
      from === province.index && original !== null && province.life.wrote.has(n),
  );
  let isAny = false;
  for (const [n, all] of Map.groupBy(forwarded, ({ original }) => original)) {
    const original = n === null ? undefined : trial.sent[n];
    if (original === undefined || !all.every(isLost)) continue;
    // With other keys of the point too, the point is asked; what something newer has overtaken is of no use.
    if (isDead(trial, original, 0) || !isNewest(trial, original)) continue;
    give(trial, await forward(trial, province, original));
    count(trial, 'forwarded anew');
    isAny = true;
  }
  return isAny;
}

/** Whether nothing that a pack brought or took back was sent or taken back after it. */
function isNewest(trial: Trial, { n, carries, takesBack }: Sent): boolean {
  return [...carries.keys(), ...takesBack].every((key) => lastActOn(trial, key)?.n === n);
}

/** Whether a pack that is to be forwarded cannot come to the desk any more, since its sender has other keys now. */
function isStuck(trial: Trial, last: Sent, key: string): boolean {
  const desk = officeAt(trial, 0);
  if (last.to.includes(0) || !isForwarded(trial, key)) return false;
  if (officeAt(trial, last.from).keyVersion === last.keyVersion) return false;
  // Nobody takes back what is not there.
  if (last.takesBack.includes(key) && !desk.life.held.has(key)) return false;
  return !trial.sent.some(({ original, n }) => original === last.n && desk.life.arrived.has(n));
}

/** Whether the word about a pack was lost with a key that is not accepted any more: it is asked for by sending the record again. */
function isUnheard(trial: Trial, office: Office, record: OwnRecord, last: Sent): boolean {
  const { packId } = last.inside.pack;
  const word = trial.sent.findLast(({ inside }) =>
    inside.statement.answers?.some(
      (one) => one.packId === packId && one.records.some(({ recordId }) => recordId === record.id),
    ),
  );
  if (word === undefined || office.life.arrived.has(word.n)) return false;
  return isDead(trial, word, office.index);
}

/** Whether the last that an office remembers to have done with a record is to take it back. */
export function isTakenBack(trial: Trial, { index, life }: Office, recordId: string): boolean {
  const key = keyOf(index, recordId);
  const last = trial.sent.findLast(
    ({ n, carries, takesBack }) =>
      life.wrote.has(n) && (carries.has(key) || takesBack.includes(key)),
  );
  return last?.takesBack.includes(key) ?? false;
}
