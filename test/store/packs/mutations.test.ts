import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { workspaceOf } from '../../../electron/store/context.ts';
import { SIGNATURE, TAG_MANIFEST, sha256 } from '../../../electron/store/packs/bag.ts';
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
} from '../../support/forge.ts';
import { enrolAt, openOffice, watchJob, type TestOffice } from '../../support/office.ts';
import { makeRandom, type Random } from '../../bench/random.ts';
import {
  changeEntry,
  changeMember,
  commentOf,
  countPayload,
  damage,
  reword,
} from '../../support/mutate-pack.ts';

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

function recordFile(draft: Draft, name: string): string {
  return `data/records/${draft.pack.contents[0]?.id ?? ''}/${name}`;
}
