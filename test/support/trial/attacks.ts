import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import { bagInfoText } from '../../../electron/store/packs/bag.ts';
import { trustedCommentOf, type PackJson } from '../../../electron/store/packs/pack-json.ts';
import { currentKeys } from '../../../electron/store/points/own-keys.ts';
import { canonicalJson, type JsonValue } from '../../../shared/canonical-json.ts';
import { STATEMENT } from '../../../shared/packs/statement.ts';
import { rawZip, setText, sign, textOf, zipEntries, type Draft } from '../forge.ts';
import type { TestOffice } from '../office.ts';
import { isDead, keyRefused, officeAt, type Sent, type Trial } from './model.ts';
import { expectAnswer } from './mail.ts';

// Attacks on packs that were really sent, by whoever got hold of them: what each must be refused as.

type Json = Record<string, JsonValue>;
type Forgery = {
  /** The code; null where this pack does not lend itself to it now. */
  expected: (trial: Trial, sent: Sent, to: number) => string | null;
  forge: (draft: Draft, trial: Trial, sent: Sent, to: number, stranger: TestOffice) => void;
};

/** Whether an office takes what this sender signs now, and knows the numbering. */
const isHeard = (trial: Trial, sent: Sent, to: number): boolean =>
  !isDead(trial, sent, to) &&
  officeAt(trial, sent.from).keyVersion === sent.keyVersion &&
  (officeAt(trial, to).life.epochs.get(sent.channel)?.includes(sent.epoch) ?? false);
const ifHeard = (code: string) => (trial: Trial, sent: Sent, to: number) =>
  isHeard(trial, sent, to) ? code : null;
const ifArrived = (code: string) => (trial: Trial, sent: Sent, to: number) =>
  isHeard(trial, sent, to) && officeAt(trial, to).life.arrived.has(sent.n) ? code : null;

export const forgeries: Readonly<Record<string, Forgery>> = {
  'signed by a key that nobody enrolled': {
    expected: () => 'pack-signer-unknown',
    forge: (draft, _trial, _sent, _to, stranger) => sign(draft, stranger),
  },
  'signed by another office that is enrolled': {
    expected: (trial, sent, to) =>
      anotherAt(trial, sent, to) === null ? null : 'pack-signer-unknown',
    forge: (draft, trial, sent, to) =>
      sign(draft, officeAt(trial, anotherAt(trial, sent, to) ?? 0)),
  },
  'another statement under the same signature': {
    expected: ifHeard('pack-payload-changed'),
    forge: (draft) => {
      const text = textOf(draft, STATEMENT);
      setText(draft, STATEMENT, text.replace('"note":"', '"note":"改'));
    },
  },
  'another pack under a number that was taken in': {
    expected: ifArrived('pack-number-taken'),
    forge: (draft, trial, sent) =>
      changePack(draft, trial, sent, (pack) => (pack['packId'] = otherId(draft))),
  },
  'another content under an id that was taken in': {
    expected: ifArrived('pack-number-taken'),
    forge: (draft, trial, sent) =>
      changePack(draft, trial, sent, (pack) => {
        pack['sequence'] = 9000;
        pack['previousHash'] = '0'.repeat(64);
      }),
  },
  'a next one that follows another than the last': {
    expected: ifArrived('pack-chain-broken'),
    forge: (draft, trial, sent, to) => {
      const sequence = lastHere(trial, sent, to) + 1;
      changePack(draft, trial, sent, (pack) => {
        pack['packId'] = otherId(draft);
        pack['sequence'] = sequence;
        pack['previousHash'] = 'ab'.repeat(32);
      });
    },
  },
  'a copy of the workspace counts anew': {
    expected: ifArrived('epoch-unconfirmed'),
    forge: (draft, trial, sent) =>
      changePack(draft, trial, sent, (pack) => {
        pack['packId'] = otherId(draft);
        pack['epoch'] = 'e'.repeat(32);
        pack['sequence'] = 1;
        pack['previousHash'] = null;
      }),
  },
  'an answer for a pack of somebody else': {
    expected: (trial, sent, to) =>
      sent.kind === 'receipt' && ifArrived('x')(trial, sent, to) !== null
        ? 'receipt-not-mine'
        : null,
    forge: (draft, trial, sent, to) => {
      const foreign = trial.sent.find(({ from, kind }) => from !== to && kind === 'submission');
      const sequence = lastHere(trial, sent, to) + 5;
      const statement = JSON.parse(textOf(draft, STATEMENT)) as Json & { answers: Json[] };
      const [answer] = statement.answers;
      if (answer === undefined || foreign === undefined) throw new Error('nothing to claim');
      statement.answers = [{ ...answer, packId: foreign.inside.pack.packId, records: [] }];
      statement['seen'] = [];
      setText(draft, STATEMENT, `${canonicalJson(statement)}\n`);
      changePack(draft, trial, sent, (pack) => {
        pack['packId'] = otherId(draft);
        pack['sequence'] = sequence;
        pack['previousHash'] = 'ab'.repeat(32);
      });
    },
  },
  'more than its kind may say': {
    expected: ifHeard('pack-kind-not-allowed'),
    forge: (draft, trial, sent, to) => {
      const from = officeAt(trial, sent.from);
      // Guidance goes down, a withdrawal up.
      const isDownward = officeAt(trial, to).upward.includes(sent.from);
      changePack(draft, trial, sent, (pack) => {
        pack['kind'] = isDownward ? 'withdrawal' : 'guidance';
        pack['contents'] = [];
        pack['channel'] = `${from.id}/${isDownward ? officeAt(trial, to).id : 'all'}`;
        pack['recipients'] = (pack['recipients'] as Json[]).filter(
          ({ officeId }) => officeId === officeAt(trial, to).id,
        );
      });
    },
  },
};

/** One attack with a pack that was sent. Answers its name; null where it does not apply. */
export async function attack(trial: Trial, stranger: TestOffice): Promise<void> {
  const { random } = trial;
  const name = random.pick(Object.keys(forgeries));
  const forgery = forgeries[name];
  const sent = random.pick(trial.sent);
  const to = random.pick(sent.to);
  const expected = forgery?.expected(trial, sent, to) ?? null;
  if (forgery === undefined || expected === null) return;
  const { folder, files, pack } = sent.inside;
  const draft: Draft = {
    pack: pack as unknown as PackJson,
    files: new Map(files),
    folder,
    comment: trustedCommentOf(pack as unknown as PackJson),
    zip: Buffer.alloc(0),
  };
  forgery.forge(draft, trial, sent, to, stranger);
  await bringForged(trial, draft, to, expected, name);
}

/** A pack of another office, opened by a corrupt recipient and sealed to somebody whom it was not for. */
export async function passOnSecretly(trial: Trial): Promise<void> {
  const sent = trial.random.pick(trial.sent);
  const to = trial.random.below(trial.offices.length);
  if (sent.from === to || sent.to.includes(to)) return;
  const { folder, files, pack } = sent.inside;
  const draft = {
    folder,
    files,
    comment: '',
    pack: pack as unknown as PackJson,
    zip: Buffer.alloc(0),
  };
  const expected = keyRefused(officeAt(trial, to).life, sent) ?? 'pack-not-addressed-here';
  await bringForged(trial, draft, to, expected, 'sealed to another');
}

async function bringForged(trial: Trial, draft: Draft, to: number, expected: string, name: string) {
  const office = officeAt(trial, to);
  const encrypter = new Encrypter();
  encrypter.addRecipient(currentKeys(office.db).ageRecipient);
  const file = join(trial.folder, 'forged.jzpack');
  writeFileSync(file, await encrypter.encrypt(rawZip(zipEntries(draft))));
  if (readFileSync(file).length === 0) throw new Error('nothing was forged');
  await expectAnswer(trial, office, file, expected, `forged: ${name}`);
}

/** Another office whose card is in force at `to`. */
function anotherAt(trial: Trial, sent: Sent, to: number): number | null {
  const { cards } = officeAt(trial, to).life;
  const others = [...cards].filter(
    ([index, version]) => index !== sent.from && officeAt(trial, index).keyVersion === version,
  );
  return others[0]?.[0] ?? null;
}

function lastHere(trial: Trial, sent: Sent, to: number): number {
  const { arrived } = officeAt(trial, to).life;
  return Math.max(
    ...trial.sent
      .filter(
        ({ n, channel, epoch }) =>
          arrived.has(n) && channel === sent.channel && epoch === sent.epoch,
      )
      .map(({ sequence }) => sequence),
  );
}

function otherId({ folder }: Draft): string {
  const last = folder.endsWith('0') ? '1' : '0';
  return `${folder.slice(0, -1)}${last}`;
}

/** As somebody who has the sender's keys would: all that repeats what was changed fits it. */
function changePack(draft: Draft, trial: Trial, sent: Sent, change: (pack: Json) => void): void {
  const pack = JSON.parse(textOf(draft, 'pack.json')) as Json;
  change(pack);
  setText(draft, 'pack.json', `${canonicalJson(pack)}\n`);
  draft.pack = pack as unknown as PackJson;
  draft.comment = trustedCommentOf(draft.pack);
  draft.folder = draft.pack.packId;
  const payload = [...draft.files].filter(([path]) => path.startsWith('data/'));
  const bytes = payload.reduce((sum, [, file]) => sum + file.length, 0);
  setText(draft, 'bag-info.txt', bagInfoText(draft.pack, bytes, payload.length));
  sign(draft, officeAt(trial, sent.from));
}
