import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { workspaceOf } from '../../../electron/store/context.ts';
import { SIGNATURE, TAG_MANIFEST, sha256 } from '../../../electron/store/packs/bag.ts';
import { trustedCommentOf, type PackJson } from '../../../electron/store/packs/pack-json.ts';
import { verifyPack } from '../../../electron/store/packs/verify-pack.ts';
import type { Verification } from '../../../shared/contract/packs.ts';
import { Failure } from '../../../shared/errors.ts';
import {
  draftPack,
  rawZip,
  sealTo,
  setText,
  sign,
  signTags,
  textOf,
  zipEntries,
  type Draft,
  type RawEntry,
} from '../../support/forge.ts';
import { enrolAt, openOffice, watchJob, type TestOffice } from '../../support/office.ts';
import { makeRandom, type Random } from '../../bench/random.ts';

/** Changed packs of each layer. A longer night: `JIANZHI_MUTATIONS=5000 node --test test/store/packs/mutations.test.ts`. */
const ROUNDS = Number(process.env['JIANZHI_MUTATIONS'] ?? 50);

/** Changes a good draft and answers the zip that is encrypted to the receiver. */
type Mutation = (draft: Draft, random: Random, sender: TestOffice) => Uint8Array;

/** By one who has a pack and can encrypt to its receiver, but not sign for its sender. */
const unsigned: Readonly<Record<string, Mutation>> = {
  'the bytes of the zip': (draft, random) => damage(rawZip(zipEntries(draft)), random),
  'the directory of the zip': (draft, random) => {
    const zip = rawZip(zipEntries(draft));
    const start = zip.readUInt32LE(zip.length - 6);
    return Buffer.concat([zip.subarray(0, start), damage(zip.subarray(start), random)]);
  },
  'the entries of the zip': (draft, random) => {
    const entries = zipEntries(draft);
    changeEntry(entries, random);
    return rawZip(entries);
  },
  'the signature and its comments': (draft, random) => {
    const lines = textOf(draft, SIGNATURE).split('\n');
    const line = random.below(4);
    lines[line] = reword(lines[line] ?? '', random);
    setText(draft, SIGNATURE, lines.join('\n'));
    return rawZip(zipEntries(draft));
  },
  'any file': (draft, random) => {
    const path = random.pick([...draft.files.keys()]);
    setText(draft, path, reword(textOf(draft, path), random));
    return rawZip(zipEntries(draft));
  },
};

/** By an enrolled sender, who signs whatever it is. */
const signed: Readonly<Record<string, Mutation>> = {
  'the lines of the manifests': (draft, random, sender) => {
    if (random.below(2) === 0) {
      signTags(draft, sender, reword(textOf(draft, TAG_MANIFEST), random));
      return rawZip(zipEntries(draft));
    }
    const old = textOf(draft, 'manifest-sha256.txt');
    const text = reword(old, random);
    setText(draft, 'manifest-sha256.txt', text);
    signTags(
      draft,
      sender,
      textOf(draft, TAG_MANIFEST).replace(sha256(Buffer.from(old)), sha256(Buffer.from(text))),
    );
    return rawZip(zipEntries(draft));
  },
  'the members of pack.json': (draft, random, sender) => {
    const text = changeMember(textOf(draft, 'pack.json'), random);
    setText(draft, 'pack.json', text);
    draft.comment = commentOf(text) ?? draft.comment;
    sign(draft, sender);
    return rawZip(zipEntries(draft));
  },
  'the text of pack.json': (draft, random, sender) => {
    setText(draft, 'pack.json', reword(textOf(draft, 'pack.json'), random));
    sign(draft, sender);
    return rawZip(zipEntries(draft));
  },
  'the members of record.json': (draft, random, sender) => {
    const path = recordFile(draft, 'record.json');
    const old = textOf(draft, path);
    const text = changeMember(old, random);
    setText(draft, path, text);
    const hashes = [sha256(Buffer.from(old)), sha256(Buffer.from(text))] as const;
    setText(draft, 'pack.json', textOf(draft, 'pack.json').replace(...hashes));
    countPayload(draft);
    sign(draft, sender);
    return rawZip(zipEntries(draft));
  },
  'the text of record.html': (draft, random, sender) => {
    const path = recordFile(draft, 'record.html');
    setText(draft, path, reword(textOf(draft, path), random));
    countPayload(draft);
    sign(draft, sender);
    return rawZip(zipEntries(draft));
  },
  'files beside the others': (draft, random, sender) => {
    const path = random.pick([
      'fetch.txt',
      'data/x',
      'data/attachments/x',
      'notes/a.txt',
      'manifest-sha512.txt',
      '.x',
      'data/records/x/y/z',
    ]);
    setText(draft, path, random.pick(['', 'x', 'https://example.invalid/ 1 data/x\n']));
    if (random.below(2) === 0) sign(draft, sender);
    else
      sign(
        draft,
        sender,
        [...draft.files.keys()].filter(
          (name) => !name.startsWith('data/') && !name.startsWith('tagmanifest'),
        ),
      );
    return rawZip(zipEntries(draft));
  },
};

/**
 * Whatever is done to a pack, it is refused under one code of its own, or it says exactly what it said; nobody finds a bug in the
 * place of an answer, and nothing is left on the disk.
 */
describe('a pack changed at random in', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  let good: Draft;
  let original: Verification;

  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
    good = await draftPack(point, desk);
    original = await verify(rawZip(zipEntries(good)));
  });
  after(() => {
    point.close();
    desk.close();
  });

  async function verify(zip: Uint8Array): Promise<Verification> {
    const { db, info } = workspaceOf(desk.context);
    return verifyPack(db, info, await sealTo(desk, zip), watchJob());
  }

  async function outcomeOf(zip: Uint8Array): Promise<string> {
    try {
      return isDeepStrictEqual(await verify(zip), original) ? 'same' : 'other';
    } catch (error) {
      if (error instanceof Failure) return error.code;
      throw error;
    }
  }

  async function tryAll(name: string, mutate: Mutation, allowed: RegExp): Promise<void> {
    const counts = new Map<string, number>();
    for (let round = 1; round <= ROUNDS; round++) {
      const draft = { ...good, files: new Map(good.files) };
      const outcome = await outcomeOf(mutate(draft, makeRandom(round), point)).catch(
        (cause: unknown) => {
          throw new Error(`${name}, round ${String(round)}`, { cause });
        },
      );
      assert.match(outcome, allowed, `${name}, round ${String(round)}`);
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    }
    // Mutations that change nothing, or all run into the same wall, would test little.
    assert.ok((counts.get('same') ?? 0) < ROUNDS);
    if (process.env['JIANZHI_MUTATIONS'] !== undefined)
      console.log(name, Object.fromEntries(counts));
    assert.deepEqual(readdirSync(desk.folder).toSorted(), ['in.jzpack', 'workspace.db']);
  }

  for (const [name, mutate] of Object.entries(unsigned)) {
    it(`${name} is refused, or still says what was signed`, () =>
      tryAll(name, mutate, /^(?:pack-.+|same)$/));
  }
  for (const [name, mutate] of Object.entries(signed)) {
    it(`${name}, and signed, ends in an answer`, () =>
      tryAll(name, mutate, /^(?:pack-.+|same|other)$/));
  }
});

/** A few bits, a stretch of other bytes, an end cut off, or something in between. */
function damage(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const at = random.below(copy.length);
  switch (random.below(5)) {
    case 0:
      for (let times = 0; times <= random.below(3); times++) {
        const place = random.below(copy.length);
        copy[place] = (copy[place] ?? 0) ^ (1 << random.below(8));
      }
      return copy;
    case 1:
      return copy.fill(random.pick([0, 0xff, 0x50]), at, at + 1 + random.below(8));
    case 2:
      return copy.subarray(0, at);
    case 3:
      return Buffer.concat([
        copy.subarray(0, at),
        Buffer.from('PK\u0001\u0002'),
        copy.subarray(at),
      ]);
    default:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + 1 + random.below(30))]);
  }
}

function changeEntry(entries: RawEntry[], random: Random): void {
  const entry = random.pick(entries);
  const name = String(entry.name);
  const changes: readonly (() => void)[] = [
    () => void entries.push({ ...entry }),
    () => void entries.push({ ...entry, offset: random.below(5000) }),
    () => void entries.splice(entries.indexOf(entry), 1),
    () => (entry.name = name + random.pick(['/', '.', ' ', '/../x', '\u202E', '\0', ':x'])),
    () => (entry.name = name.replace('/', random.pick(['//', '/./', '\\', '/../']))),
    () => (entry.name = name.toUpperCase()),
    () => (entry.name = random.pick(['/', '', '../x', 'C:/x', '//host/x', 'aux'])),
    () => (entry.localName = random.pick(['x', `${name}x`])),
    () => (entry.mode = random.pick([0o120777, 0o020666, 0o010666, 0o060660, 0o040755])),
    () => (entry.method = random.pick([1, 8, 9, 12, 14, 93, 99])),
    () => (entry.flags = random.pick([0x801, 0x808, 0x840, 0x2800, 0xffff])),
    () => (entry.crc = random.below(2 ** 32)),
    () => (entry.size = random.pick([0, 1, 0xffffffff, 0xfffffffe, random.below(2 ** 31)])),
    () => (entry.localSize = random.pick([0, 0xffffffff])),
    () => (entry.gap = Buffer.from('PK\u0003\u0004')),
  ];
  random.pick(changes)();
}

/** A text a little otherwise, as editors, mail and malice change it. */
function reword(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const lines = text.split('\n');
  const changes: readonly (() => string)[] = [
    () =>
      before +
      random.pick([
        ' ',
        '\n',
        '\r',
        '\0',
        '\uFEFF',
        '\u200B',
        '\u202E',
        '%0A',
        '<script>',
        '../',
        '"',
        '\\',
      ]) +
      after,
    () => before + after.slice(1 + random.below(3)),
    () => text.replaceAll('\n', '\r\n'),
    () => `\uFEFF${text}`,
    () => `${text}${random.pick([' ', '\n', lines[0] ?? '', 'x'])}`,
    () => [...lines.slice(0, -1), lines[0], ''].join('\n'),
    () => lines.toReversed().join('\n'),
    () => text.toUpperCase(),
    () => text.replace('/', random.pick(['//', '/./', '\\', '%2F'])),
    () => text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
    () => text.slice(0, at),
    () => '',
  ];
  return random.pick(changes)();
}

/** One member of a JSON text, at any depth, taken away, replaced or joined by another. Spelt canonically where that is possible. */
function changeMember(text: string, random: Random): string {
  const root: unknown = JSON.parse(text);
  const places: { holder: Record<string, unknown>; name: string }[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const holder = value as Record<string, unknown>;
    for (const name of Object.keys(holder)) {
      places.push({ holder, name });
      collect(holder[name]);
    }
  };
  collect(root);
  const { holder, name } = random.pick(places);
  const deep = (open: string, close: string) => `${open.repeat(20_000)}${close.repeat(20_000)}`;
  const value = random.pick([
    'null',
    '0',
    '-1',
    '1e308',
    '9007199254740993',
    '1.5',
    'true',
    '""',
    '"\\ud800"',
    '"\\u0000"',
    '"\\u202e"',
    '[]',
    '{}',
    '[null]',
    '{"__proto__":{"version":1}}',
    `"${'x'.repeat(100_000)}"`,
    deep('[', ']'),
    `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
    '{"type":"script","text":"alert(1)"}',
    '{"type":"paragraph","children":[{"type":"image","src":"x"}]}',
    '"2026-02-30T00:00:00.000Z"',
  ]);
  const MARK = '@@here@@';
  switch (random.below(3)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(name), 1);
      else delete holder[name];
      return `${sortedJson(root)}\n`;
    case 1:
      holder[name] = MARK;
      break;
    default:
      if (Array.isArray(holder)) holder.push(MARK);
      else
        holder[
          random.pick([
            '__proto',
            'constructor',
            'toString',
            'comments',
            'sourceName',
            name.toUpperCase(),
          ])
        ] = MARK;
  }
  return `${sortedJson(root).replace(`"${MARK}"`, value).replace('"__proto"', '"__proto__"')}\n`;
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

/** The trusted comment that fits a changed pack.json, so that only its own check stands in the way. */
function commentOf(text: string): string | null {
  try {
    return trustedCommentOf(JSON.parse(text) as PackJson).replaceAll(/[\r\n]/g, ' ');
  } catch {
    return null;
  }
}

/** Makes bag-info.txt count what is there, so that the record itself is looked at. */
function countPayload(draft: Draft): void {
  const payload = [...draft.files].filter(([path]) => path.startsWith('data/'));
  const bytes = payload.reduce((sum, [, file]) => sum + file.length, 0);
  const oxum = `Payload-Oxum: ${String(bytes)}.${String(payload.length)}`;
  setText(
    draft,
    'bag-info.txt',
    textOf(draft, 'bag-info.txt').replace(/^Payload-Oxum: .*$/m, oxum),
  );
}

function recordFile(draft: Draft, name: string): string {
  return `data/records/${draft.pack.contents[0]?.id ?? ''}/${name}`;
}
