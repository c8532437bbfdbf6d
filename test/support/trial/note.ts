import assert from 'node:assert/strict';
import { join } from 'node:path';
import { currentKeys } from '../../../electron/store/points/own-keys.ts';
import { sha256 } from './files.ts';
import { figuresIn } from './figures.ts';
import { keyOf, type Carried, type Office, type OwnFile, type Sent, type Trial } from './model.ts';
import { openBag, unzip, type Inside } from './open-bag.ts';

/** A record that was meant to leave. `files`: those chosen to go along. */
export type Meant = {
  id: string;
  title: string;
  words: string;
  call?: string | null;
  due?: string | null;
  standing?: string | null;
  files?: readonly OwnFile[];
};
type Leaving = {
  records?: readonly Meant[];
  figures?: ReadonlyMap<string, string>;
  original?: Sent;
};

export function fileFor(trial: Trial): string {
  return join(trial.folder, `${String(trial.sent.length)}.jzpack`);
}

/** The model is told what somebody did; the pack is opened by other tools to see that it is what was meant. */
export async function note(
  trial: Trial,
  office: Office,
  to: readonly number[],
  file: string,
  { records = [], figures = new Map(), original }: Leaving = {},
): Promise<Sent> {
  const inside = await openBag(file, currentKeys(office.db).ageIdentity);
  const { statement, pack } = inside;
  const kind = statement.kind as Sent['kind'];
  const channel = `${String(office.index)}/${kind === 'guidance' ? 'all' : String(to[0])}`;
  const place = `${channel} ${String(office.epoch)}`;
  const sequence = (office.numbers.get(place) ?? 0) + 1;
  assert.equal(pack.sequence, sequence, `${place}: the number`);
  office.numbers.set(place, sequence);
  assert.deepEqual(
    pack.contents.map(({ id }) => id).toSorted(),
    records.map(({ id }) => id).toSorted(),
  );
  const carries = new Map<string, Carried>();
  for (const record of records)
    carries.set(keyOf(office.index, record.id), await carriedIn(inside, record));
  if (original === undefined) assert.deepEqual(figuresIn(inside), figures, 'the figures that left');
  const named = (statement as { records?: { recordId: string }[] }).records ?? [];
  const sent: Sent = {
    n: trial.sent.length,
    kind,
    from: office.index,
    to,
    channel,
    epoch: office.epoch,
    sequence,
    keyVersion: office.keyVersion,
    file,
    inside,
    carries: original?.carries ?? carries,
    figures: original?.figures ?? figures,
    takesBack:
      original?.takesBack ??
      (kind === 'withdrawal' ? named.map(({ recordId }) => keyOf(office.index, recordId)) : []),
    original: original?.n ?? null,
  };
  trial.sent.push(sent);
  trial.packs.set(pack.packId, sent);
  office.life.wrote.add(sent.n);
  trial.story.push(`${String(trial.week)} ${channel} ${kind} ${String(sequence)}`);
  return sent;
}

/** What was written is what left, and nothing that stays at home. */
async function carriedIn({ files, pack }: Inside, meant: Meant): Promise<Carried> {
  const {
    id,
    title,
    words: said,
    call = null,
    due = null,
    standing = null,
    files: chosen = [],
  } = meant;
  const json = String(files.get(`data/records/${id}/record.json`));
  assert.ok(json.includes(said) && json.includes(title), 'what was written is what left');
  assert.ok(!json.includes('"marks"'), 'remarks never leave');
  const { fields } = JSON.parse(json) as {
    fields?: { call?: string; due?: string; standing?: string };
  };
  assert.deepEqual(
    { call: fields?.call ?? null, due: fields?.due ?? null, standing: fields?.standing ?? null },
    { call, due, standing },
  );
  const attached = pack.contents.find((one) => one.id === id)?.attachments ?? [];
  assert.deepEqual(
    attached.map(({ name }) => name).toSorted(),
    chosen.map(({ name }) => name).toSorted(),
    'the files that were chosen, and no others',
  );
  for (const { name, sha256: hash } of attached) {
    const bytes = files.get(`data/attachments/${hash}`);
    assert.ok(bytes !== undefined && sha256(bytes) === hash);
    const own = chosen.find((one) => one.name === name);
    assert.ok(own);
    // Documents leave as new files, without what is hidden in them.
    const isNew = /\.(?:pdf|docx)$/u.test(own.name);
    assert.equal(hash === own.sha256, !isNew, `${own.name} leaves as it ${isNew ? 'may' : 'is'}`);
    const words = await wordsOf(own.name, bytes);
    assert.ok(own.planted === null || !words.includes(own.planted), `${own.name} was cleaned`);
    const number = /\d+/u.exec(own.name)?.[0] ?? '';
    assert.ok(
      !own.name.endsWith('.docx') || words.includes(number),
      `${own.name} says what it said`,
    );
  }
  return {
    title,
    words: said,
    call,
    due,
    standing,
    files: attached.map(({ name, sha256: hash }) => ({ name, sha256: hash })),
  };
}

async function wordsOf(name: string, bytes: Buffer): Promise<string> {
  if (!name.endsWith('.docx')) return bytes.toString('latin1');
  return [...(await unzip(bytes)).values()].map(String).join('\n');
}
