import type { RecordStatus } from '../../../shared/contract/record-status.ts';
import type { ReceivedState } from '../../../shared/contract/situation.ts';
import type { PackKind } from '../../../shared/packs/pack-kinds.ts';
import type { Random } from '../../bench/random.ts';
import type { TestOffice } from '../office.ts';
import type { Inside } from './open-bag.ts';

// What ought to be, kept beside the offices and never asked of them: who sent what in which order, and what arrived where.

/** A record as the office that wrote it knows it: `S/record-id`. */
export type RecordKey = string;
export type OwnRecord = {
  id: string;
  words: string;
  title: string;
  to: number;
  versions: number;
  /** The call that it was written for. */
  call: string | null;
  /** What is attached to it, by the attachment's id. */
  files: Map<string, OwnFile>;
};
/** `planted`: words that are hidden in it and may not leave. */
export type OwnFile = { name: string; sha256: string; planted: string | null };

/** What a pack says of a record. `due` and `standing`: of a call. */
export type Carried = {
  title: string;
  words: string;
  call: string | null;
  due: string | null;
  standing: string | null;
  files: readonly { name: string; sha256: string }[];
};

/** A call or notice of an office's own. */
export type OwnGuidance = {
  id: string;
  kind: 'call' | 'notice';
  title: string;
  words: string;
  versions: number;
  due: string | null;
  standing: 'closed' | 'withdrawn' | null;
};

/** A remark on words of another office's record; `n`: the pack in which the text that it was made on came. */
export type Remark = { id: string; n: number; passage: string; text: string; isSteady: boolean };
export type Message = {
  text: string;
  isOwn: boolean;
  with: number;
  thread: string;
  inReplyTo: string | null;
  about: string | null;
};

/** A pack as it was given to the mail. `n`: its place in the order of everything ever sent. */
export type Sent = {
  n: number;
  kind: PackKind;
  from: number;
  to: readonly number[];
  channel: string;
  epoch: number;
  sequence: number;
  keyVersion: number;
  /** The bytes, kept as whoever sent them keeps them. */
  file: string;
  inside: Inside;
  /** What left, by record. */
  carries: ReadonlyMap<RecordKey, Carried>;
  /** By period, as files are named after it, the figures in one line. */
  figures: ReadonlyMap<string, string>;
  takesBack: readonly RecordKey[];
  /** The pack that it forwards. */
  original: number | null;
};

/**
 * A record of another office: in which pack of its sender its text came, by which pack here (another one if it was forwarded), what was
 * decided, and what was told of that.
 */
export type Held = { n: number; via: number; state: ReceivedState; told: ReceivedState | null };

/** What lies in an office's workspace, so far as the model follows it; a backup holds a copy of it. */
export type Life = {
  arrived: Set<number>;
  wrote: Set<number>;
  /** By channel, the numberings that count here, in the order in which they were first seen. */
  epochs: Map<string, number[]>;
  /** By office, the version of the card that is enrolled here. */
  cards: Map<number, number>;
  /** Those that were in force here before: `office version`. */
  formerCards: Set<string>;
  own: Map<string, OwnRecord>;
  held: Map<RecordKey, Held>;
  /** By record, the newest pack that took it back. */
  withdrawn: Map<RecordKey, number>;
  /** Of each notice and call that came as guidance, the newest pack that brought it. */
  guidance: Map<RecordKey, number>;
  /** Of one's own. */
  calls: Map<string, OwnGuidance>;
  /** Messages taken in, and written, by id, in the order in which they came to stand here. */
  messages: Map<string, Message>;
  /** By `office period`, what is shown of its figures, and the newest pack that had a word on them. */
  figures: Map<string, string>;
  figureWords: Map<string, number>;
  /** By office, its line in the registry; whether its card is linked. */
  registry: Map<number, { id: string; isLinked: boolean }>;
  /** By record of another office, the remarks that no receipt has taken along, and those that one has. */
  drafts: Map<RecordKey, Map<string, Remark>>;
  said: Map<RecordKey, Map<string, Remark>>;
  /** By record of one's own, the remarks that came back. */
  threads: Map<string, Map<string, Remark>>;
};

export type Office = TestOffice & {
  index: number;
  kind: 'contact-point' | 'province' | 'desk';
  /** Where its records may go. */
  upward: readonly number[];
  /** Where they went before it came under another province. */
  former: readonly number[];
  /** How far its clock is off, in days. */
  skewInDays: number;
  epoch: number;
  keyVersion: number;
  life: Life;
  /** By channel and epoch, how many numbers were given. */
  numbers: Map<string, number>;
  backup: { folder: string; life: Life } | null;
};

/** Something on its way. `file` differs from the pack's own where it was damaged. */
export type Letter = { sent: Sent; to: number; week: number; file: string; isDamaged: boolean };

export type Trial = {
  seed: number;
  random: Random;
  folder: string;
  /** Weeks since the beginning. */
  week: number;
  offices: Office[];
  sent: Sent[];
  /** The same by the ids of the packs. */
  packs: Map<string, Sent>;
  letters: Letter[];
  /** Files that were attached somewhere, by their hash. */
  files: Map<string, Buffer>;
  /** Every remark that somebody made. */
  remarks: Map<string, Remark>;
  /** By record, the newest word that its sender was ever told, and of which text. */
  heard: Map<RecordKey, { text: string; state: ReceivedState }>;
  counts: Map<string, number>;
  /** What happened, without anything that another run would draw differently. */
  story: string[];
};

export const DAY_IN_MS = 86_400_000;

export function officeAt({ offices }: Trial, index: number): Office {
  const office = offices[index];
  if (office === undefined) throw new Error(`no office ${String(index)}`);
  return office;
}

export function count(trial: Trial, what: string): void {
  trial.counts.set(what, (trial.counts.get(what) ?? 0) + 1);
}

export function copyLife(life: Life): Life {
  return structuredClone(life);
}

export function keyOf(sender: number, recordId: string): RecordKey {
  return `${String(sender)}/${recordId}`;
}

/** The pack that a pack forwards, or itself. */
export function originalOf(trial: Trial, sent: Sent): Sent {
  return (sent.original === null ? undefined : trial.sent[sent.original]) ?? sent;
}

/** Provincial offices forward what every other point sent them, and decide themselves about the rest. */
export function isForwarded(trial: Trial, key: RecordKey): boolean {
  const sender = Number(key.split('/')[0]);
  return officeAt(trial, sender).kind === 'contact-point' && sender % 2 === 0;
}

/** Whether a pack can never come into an office any more: it is signed with a key that is not accepted there. */
export function isDead(trial: Trial, sent: Sent, to: number): boolean {
  const { cards } = officeAt(trial, to).life;
  const isOld = ({ from, keyVersion }: Sent) => cards.get(from) !== keyVersion;
  return isOld(sent) || isOld(originalOf(trial, sent));
}

/** Why a key is not accepted at an office: its card was never enrolled there, or another took its place. */
export function keyRefused({ cards, formerCards }: Life, { from, keyVersion }: Sent) {
  if (cards.get(from) === keyVersion) return null;
  return formerCards.has(`${String(from)} ${String(keyVersion)}`)
    ? 'pack-key-revoked'
    : 'pack-signer-unknown';
}

/** What a pack that comes into an office is answered with: a state, or the code under which it is refused. */
export function expectedAt(trial: Trial, sent: Sent, to: number): string {
  const { life } = officeAt(trial, to);
  if (sent.from === to) return 'pack-is-own';
  if (!sent.to.includes(to)) return 'pack-not-addressed-here';
  const refused = keyRefused(life, sent);
  if (refused !== null && !(refused === 'pack-key-revoked' && life.arrived.has(sent.n)))
    return refused;
  const epochs = life.epochs.get(sent.channel) ?? [];
  if (epochs.length > 0 && !epochs.includes(sent.epoch)) return 'epoch-unconfirmed';
  const original = originalOf(trial, sent);
  if (original !== sent && keyRefused(life, original) !== null) return 'endorsed-signer-unknown';
  return life.arrived.has(sent.n) ? 'again' : 'taken';
}

/** What a pack says of a record, in one string. */
export function textIn(trial: Trial, n: number, key: RecordKey): string {
  const text = trial.sent[n]?.carries.get(key);
  return text === undefined ? '' : `${text.title}\n${text.words}`;
}

/** What the sender of a record should see once everything has arrived. */
export const statusOf: Readonly<Record<ReceivedState, RecordStatus>> = {
  received: 'received',
  accepted: 'received',
  returned: 'returned',
  adopted: 'adopted',
};
