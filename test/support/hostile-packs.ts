import { Encrypter } from 'age-encryption';
import {
  SIGNATURE,
  TAG_FILES,
  TAG_MANIFEST,
  bagInfoText,
  sha256,
} from '../../electron/store/packs/bag.ts';
import { trustedCommentOf } from '../../electron/store/packs/pack-json.ts';
import { currentKeys } from '../../electron/store/points/own-keys.ts';
import { STATEMENT } from '../../shared/packs/statement.ts';
import type { Random } from '../bench/random.ts';
import {
  localHeader,
  rawZip,
  setText,
  sign,
  signTags,
  textOf,
  zipEntries,
  type Draft,
  type RawEntry,
} from './forge.ts';
import { damage } from './mutate-pack.ts';
import type { Scene } from './hostile-scene.ts';
import type { TestOffice } from './office.ts';

type Json = Record<string, unknown>;
/** Makes the file that is brought to the office attacked. */
export type Attack = (scene: Scene, random: Random) => Promise<Uint8Array>;

export const seal = async (office: TestOffice, bytes: Uint8Array): Promise<Uint8Array> => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(currentKeys(office.db).ageRecipient);
  return encrypter.encrypt(bytes);
};
export const copyOf = (draft: Draft): Draft => ({ ...draft, files: new Map(draft.files) });

/** Attacks on the zip, by anybody who can encrypt to the office. */
const withEntries =
  (change: (entries: RawEntry[], random: Random, folder: string) => void): Attack =>
  ({ good, desk }, random) => {
    const entries = zipEntries(good);
    change(entries, random, good.folder);
    return seal(desk, rawZip(entries));
  };
const withEntry = (make: (random: Random, folder: string) => Partial<RawEntry>): Attack =>
  withEntries((entries, random, folder) => {
    const entry = { name: `${folder}/data/x`, bytes: Buffer.from('x') };
    entries.splice(random.below(entries.length + 1), 0, { ...entry, ...make(random, folder) });
  });

/** Attacks from within: an enrolled sender means harm, and signs all of it. */
const signedBy =
  (
    change: (draft: Draft, random: Random) => void,
    who: 'point' | 'stranger' | 'other' = 'point',
  ): Attack =>
  (scene, random) => {
    const draft = copyOf(scene.good);
    change(draft, random);
    const payload = [...draft.files].filter(([path]) => path.startsWith('data/'));
    const bytes = payload.reduce((sum, [, file]) => sum + file.length, 0);
    if (textOf(draft, 'bag-info.txt') === textOf(scene.good, 'bag-info.txt')) {
      setText(draft, 'bag-info.txt', bagInfoText(draft.pack, bytes, payload.length));
    }
    sign(draft, scene[who]);
    return seal(scene.desk, rawZip(zipEntries(draft)));
  };

const changedPack = (change: (pack: Json, random: Random) => void): Attack =>
  signedBy((draft, random) => {
    const pack = JSON.parse(textOf(draft, 'pack.json')) as Json;
    change(pack, random);
    setText(draft, 'pack.json', `${sorted(pack)}\n`);
    draft.comment = trustedCommentOf(pack as never).replaceAll(/[\r\n]/g, ' ');
  });

const changedRecord = (change: (record: Json, random: Random) => string | null): Attack =>
  signedBy((draft, random) => {
    const path = `data/records/${draft.pack.contents[0]?.id ?? ''}/record.json`;
    const before = textOf(draft, path);
    const record = JSON.parse(before) as Json;
    const text = change(record, random) ?? `${sorted(record)}\n`;
    setText(draft, path, text);
    const hashes = [sha256(Buffer.from(before)), sha256(Buffer.from(text))] as const;
    setText(draft, 'pack.json', textOf(draft, 'pack.json').replace(...hashes));
  });

/** JSON with sorted members, of whatever numbers. */
export function sorted(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

const blocksOf = (record: Json): unknown[] => {
  const { sections } = record['document'] as { sections: { blocks: unknown[] }[] };
  return sections[0]?.blocks ?? [];
};
const deep = (depth: number) =>
  `${'{"type":"quote","children":['.repeat(depth)}${']}'.repeat(depth)}`;
const reserved = ['CON', 'aux.txt', 'nul', 'COM1.json', 'LPT9', 'con.', 'x.', 'x ', 'PRN .txt'];
const escapes = ['../x', '../../etc/x', 'a/../../x', './x', 'a//x', 'a/./x', 'a\\..\\x', '..'];
const absolute = [
  '/etc/x',
  'C:/x',
  'C:x',
  '//host/share/x',
  '\\\\host\\x',
  '\\\\?\\C:\\x',
  'file:///x',
];

export const attacks: Readonly<Record<string, Attack>> = {
  'bits flipped in the file': async ({ good, desk }, random) => {
    const file = Buffer.from(await seal(desk, good.zip));
    for (let times = 0; times <= random.below(4); times++) {
      const at = random.below(file.length);
      file[at] = (file[at] ?? 0) ^ (1 << random.below(8));
    }
    // The same bit twice is no change.
    file[0] = (file[0] ?? 0) ^ 1;
    return file;
  },
  'one bit flipped': async ({ good, desk }, random) => {
    const file = Buffer.from(await seal(desk, good.zip));
    const at = random.below(file.length);
    file[at] = (file[at] ?? 0) ^ (1 << random.below(8));
    return file;
  },
  'cut short': async ({ good, desk }, random) => {
    const file = await seal(desk, good.zip);
    return file.subarray(0, random.below(file.length));
  },
  'cut short inside': ({ good, desk }, random) =>
    seal(desk, good.zip.subarray(0, random.below(good.zip.length))),
  'bytes after its end': async ({ good, desk }, random) =>
    Buffer.concat([await seal(desk, good.zip), Buffer.alloc(1 + random.below(100), 'x')]),
  'no pack at all': async (_scene, random) =>
    Buffer.from(
      random.pick([
        '',
        'x',
        '%PDF-1.7',
        'PK\u0003\u0004',
        'age-encryption.org/v1\n',
        '\0'.repeat(70_000),
      ]),
    ),
  'an endless header': async (_scene, random) =>
    Buffer.from(
      `age-encryption.org/v1\n${'-> X25519 AAAA\nBBBB\n'.repeat(1000 + random.below(9000))}`,
    ),
  'for a passphrase': async ({ good }) => {
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(2);
    encrypter.setPassphrase('a passphrase');
    return encrypter.encrypt(good.zip);
  },
  'for another office': ({ good, other }) => seal(other, good.zip),
  'rightly signed for another office, encrypted anew to this': ({ forOther, desk }) =>
    seal(desk, forOther.zip),

  'a name that leads out': withEntry((random, folder) => ({
    name: random.pick([random.pick(escapes), `${folder}/${random.pick(escapes)}`]),
  })),
  'an outright name': withEntry((random, folder) => ({
    name: random.pick([random.pick(absolute), `${folder}/data/${random.pick(absolute)}`]),
  })),
  'a name that means a device': withEntry((random, folder) => ({
    name: `${folder}/data/${random.pick(reserved)}`,
  })),
  'a name with controls or of great length': withEntry((random, folder) => ({
    name: `${folder}/data/${random.pick(['a\0b', 'a\nb', 'a\u202Eb', 'x'.repeat(5000), '\u0007', 'a|b', 'a?', '名'.repeat(100)])}`,
  })),
  'a name that is no UTF-8': withEntry((random, folder) => ({
    name: Buffer.concat([
      Buffer.from(`${folder}/data/`),
      Buffer.from(random.pick(['ff', 'c0af', 'd6d0b9fa', 'eda080']), 'hex'),
    ]),
  })),
  'a name twice': withEntries((entries, random) => void entries.push({ ...random.pick(entries) })),
  'names equal but for case': withEntries((entries, random) => {
    const entry = random.pick(entries);
    const name = String(entry.name);
    entries.push({ ...entry, name: name.slice(0, 37) + name.slice(37).toUpperCase() });
  }),
  'names equal but for Unicode form': withEntries((entries, random, folder) => {
    const [one = '', two = ''] = random.pick([
      ['é', 'e\u0301'],
      ['Å', '\u212B'],
      ['が', 'か\u3099'],
      ['ﬁ', 'ﬁ'.normalize('NFD')],
    ]);
    for (const name of [one, two]) {
      entries.push({ name: `${folder}/data/${name}`, bytes: Buffer.from('x') });
    }
  }),
  'a file where a folder is needed': withEntry((random, folder) => ({
    name: `${folder}/${random.pick(['data', 'data/records'])}`,
  })),
  'a link, a device or a pipe': withEntry((random) => ({
    mode: random.pick([0o120777, 0o020666, 0o010666, 0o060660, 0o140777]),
    bytes: Buffer.from('../../../etc/passwd'),
  })),
  'a bomb': withEntry((random, folder) => ({
    name: `${folder}/data/${random.pick(['bomb', 'records/bomb'])}`,
    bytes: Buffer.alloc((2 + random.below(6)) * 1024 ** 2, random.pick(['\0', 'a'])),
    deflate: true,
  })),
  'a claim of great size': withEntry((random) => ({
    deflate: true,
    size: random.pick([0xfffffff0, 0x7fffffff, 0xffffffff]),
  })),
  'a size or checksum that is not so': withEntries((entries, random) => {
    const entry = random.pick(entries.filter(({ bytes }) => bytes.length > 1));
    const lies: readonly Partial<RawEntry>[] = [
      { deflate: true, size: entry.bytes.length - 1 },
      { deflate: true, size: entry.bytes.length + 1 },
      { crc: random.below(2 ** 31) },
    ];
    Object.assign(entry, random.pick(lies));
  }),
  'local headers that disagree': withEntries((entries, random) => {
    const lies: readonly Partial<RawEntry>[] = [
      { localName: 'x' },
      { localSize: 0 },
      { localCrc: 1 },
      { localMethod: 8 },
      { localFlags: 0x801 },
      { flags: 0x801 },
      { method: random.pick([1, 9, 12, 14, 93, 99]) },
    ];
    Object.assign(random.pick(entries), random.pick(lies));
  }),
  'entries that overlap': withEntries((entries, random) => {
    const hidden = { name: `${String(entries[0]?.name)}x`, bytes: Buffer.from('hidden') };
    const shell = Buffer.concat([localHeader(hidden, hidden.bytes.length), hidden.bytes]);
    const at = random.below(entries.length);
    const offset = rawZip(entries.slice(0, at)).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    const outer = { name: `${String(entries[0]?.name)}y`, bytes: shell };
    entries.splice(at, 0, outer);
    entries.push({ ...hidden, offset: Math.max(0, offset) + 30 + Buffer.byteLength(outer.name) });
  }),
  'bytes that no entry owns': ({ good, desk }, random) => {
    const entries = zipEntries(good);
    const hidden = Buffer.from('#!/bin/sh\n');
    if (random.below(2) === 0) return seal(desk, rawZip(entries, { after: hidden }));
    entries[random.below(entries.length)] = { ...random.pick(entries), gap: hidden };
    return seal(desk, rawZip(entries));
  },
  'too many entries': withEntries((entries, _random, folder) => {
    for (let at = 0; at <= 20_000; at++) {
      entries.push({ name: `${folder}/data/${String(at)}`, bytes: Buffer.alloc(0) });
    }
  }),
  'an archive in the archive': ({ good, desk }, random) => {
    const inner = rawZip(zipEntries(good));
    const name = `${good.folder}${random.pick(['', '/data', '/data/records'])}/inner.zip`;
    return seal(
      desk,
      random.below(2) === 0
        ? rawZip([{ name, bytes: inner }])
        : rawZip([...zipEntries(good), { name, bytes: inner }]),
    );
  },
  'damage in the zip': ({ good, desk }, random) => {
    // Cut or lengthened: a bit flipped in a date would change nothing that anybody reads.
    let zip = damage(good.zip, random);
    while (zip.length === good.zip.length) zip = damage(good.zip, random);
    return seal(desk, zip);
  },

  'changed after it was signed': ({ good, desk }, random) => {
    const draft = copyOf(good);
    const path = random.pick([...draft.files.keys()].filter((name) => name !== SIGNATURE));
    const bytes = Buffer.from(draft.files.get(path) ?? '');
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(7));
    draft.files.set(path, bytes);
    return seal(desk, rawZip(zipEntries(draft)));
  },
  'a signature that was changed': ({ good, desk }, random) => {
    const draft = copyOf(good);
    const lines = textOf(draft, SIGNATURE).split('\n');
    // The first line is a comment that nobody signs.
    const at = 1 + random.below(3);
    const line = lines[at] ?? '';
    const place = random.below(Math.max(1, line.length - 4));
    lines[at] = line.slice(0, place) + (line[place] === 'A' ? 'B' : 'A') + line.slice(place + 1);
    setText(draft, SIGNATURE, lines.join('\n'));
    return seal(desk, rawZip(zipEntries(draft)));
  },
  'no signature': withEntries((entries) => {
    entries.splice(
      entries.findIndex(({ name }) => String(name).endsWith(SIGNATURE)),
      1,
    );
  }),
  'signed by a stranger': signedBy(() => undefined, 'stranger'),
  'signed by another office': signedBy(() => undefined, 'other'),
  'a file missing or too much': ({ good, desk, point }, random) => {
    const draft = copyOf(good);
    if (random.below(2) === 0)
      draft.files.delete(
        random.pick(
          [...draft.files.keys()].filter((path) => path !== SIGNATURE && path !== TAG_MANIFEST),
        ),
      );
    else
      setText(
        draft,
        random.pick([
          'fetch.txt',
          'data/x',
          'x',
          'data/attachments/x',
          '.x',
          'manifest-sha512.txt',
        ]),
        'https://example.invalid/ 1 data/x\n',
      );
    if (random.below(2) === 0)
      sign(
        draft,
        point,
        [...TAG_FILES].filter((path) => draft.files.has(path)),
      );
    return seal(desk, rawZip(zipEntries(draft)));
  },
  'rightly signed, of a wrong hash': signedBy((draft, random) => {
    const hashes = draft.pack.contents.map((content) => content.sha256);
    setText(
      draft,
      'pack.json',
      textOf(draft, 'pack.json').replace(random.pick(hashes), '0'.repeat(64)),
    );
  }),
  'a manifest of great length': ({ good, desk, point }, random) => {
    const draft = copyOf(good);
    const lines = Array.from(
      { length: 60_000 + random.below(60_000) },
      (_, at) => `${'0'.repeat(64)}  data/${String(at).padStart(60, 'x')}\n`,
    );
    const text = textOf(draft, 'manifest-sha256.txt') + lines.join('');
    const before = sha256(draft.files.get('manifest-sha256.txt') ?? Buffer.alloc(0));
    const tags = textOf(draft, TAG_MANIFEST).replace(before, sha256(Buffer.from(text)));
    setText(draft, 'manifest-sha256.txt', text);
    signTags(draft, point, tags);
    return seal(desk, rawZip(zipEntries(draft)));
  },
  'a kind that its sender may not send': changedPack((pack, random) => {
    const sender = pack['sender'] as { officeId: string };
    pack['kind'] = random.pick(['guidance', 'endorsement']);
    if (pack['kind'] === 'guidance') pack['channel'] = `${sender.officeId}/all`;
    else pack['contents'] = [];
  }),
  'a kind that its statement is not': changedPack((pack, random) => {
    pack['kind'] = random.pick(['receipt', 'withdrawal', 'message']);
    pack['contents'] = [];
  }),
  'another name than its signer’s': changedPack((pack, random) => {
    const sender = pack['sender'] as Json;
    sender[random.pick(['officeId', 'fingerprint'])] = random.pick([
      '00000000-0000-4000-8000-000000000000',
      '00000 00000 00000 00000 00000 00000',
    ]);
  }),
  'an impossible number': changedPack((pack, random) => {
    pack['sequence'] = random.pick([0, -1, 1.5, 2 ** 53, '1', null]);
  }),
  'a first pack with one before it': changedPack((pack, random) => {
    pack['previousHash'] = random.pick(['0'.repeat(64), 'x', 7]);
  }),
  'more recipients than it says': changedPack((pack) => {
    pack['recipients'] = [
      ...(pack['recipients'] as unknown[]),
      ...(pack['recipients'] as unknown[]),
    ];
  }),
  'names of the language’s own': changedPack((pack, random) => {
    pack[random.pick(['constructor', 'toString', 'prototype', 'hasOwnProperty'])] = {
      polluted: true,
    };
  }),
  'a prototype in JSON': signedBy((draft, random) => {
    const path = random.pick(['pack.json', STATEMENT]);
    setText(draft, path, textOf(draft, path).replace('{', '{"__proto__":{"polluted":true},'));
  }),
  'a prototype in a record': changedRecord(
    (record) => `${sorted(record).replace('{', '{"__proto__":{"polluted":true},')}\n`,
  ),
  'nodes that nobody knows': changedRecord((record, random) => {
    blocksOf(record).push(
      random.pick([
        { type: 'script', children: [] },
        { type: 'paragraph', children: [{ type: 'html', text: '<img src=x onerror=alert(1)>' }] },
        { type: 'image', src: 'https://example.invalid/', caption: [] },
        { type: 'paragraph', children: [{ type: 'text', text: 'x', marks: ['x'] }] },
        { type: 'heading', level: 9, children: [] },
        { type: 'table', rows: [] },
        null,
        [],
        'text',
      ]),
    );
    return null;
  }),
  'nodes of great depth': changedRecord((record, random) => {
    blocksOf(record).push('@@here@@');
    return `${sorted(record).replace('"@@here@@"', deep(1000 + random.below(40_000)))}\n`;
  }),
  'brackets of great depth': signedBy((draft, random) => {
    const path = random.pick(['pack.json', STATEMENT]);
    const depth = 10_000 + random.below(200_000);
    setText(draft, path, `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}\n`);
  }),
  'a page with a script': signedBy((draft, random) => {
    const path = `data/records/${draft.pack.contents[0]?.id ?? ''}/record.html`;
    const page = textOf(draft, path);
    setText(
      draft,
      path,
      page.replace(
        '</body>',
        random.pick(['<script>x</script></body>', '<img src=x></body>', ' </body>']),
      ),
    );
  }),
  'a statement of another form': signedBy((draft, random) => {
    const text = textOf(draft, STATEMENT);
    setText(
      draft,
      STATEMENT,
      random.pick([
        '',
        '{}\n',
        text.trimEnd(),
        ` ${text}`,
        text.replace('"note":""', `"note":"${'x'.repeat(5001)}"`),
        text.replace('"note":""', '"note":null'),
        text.replace('"formatVersion":1', '"formatVersion":2'),
        text.replace(
          '"caseload":[]',
          `"caseload":[{"period":"../x","sha256":"${'0'.repeat(64)}"}]`,
        ),
        text.replace(
          '"caseload":[]',
          `"caseload":[{"period":"2026","sha256":"${'0'.repeat(64)}"}]`,
        ),
      ]),
    );
  }),
  'a comment that pack.json does not bear out': ({ good, point, desk }, random) => {
    const draft = copyOf(good);
    draft.comment = random.pick([
      '',
      'x',
      draft.comment.replace(/sequence:\d+/u, 'sequence:99'),
      draft.comment.replace('submission', 'receipt'),
      `${draft.comment} x`,
    ]);
    sign(draft, point);
    return seal(desk, rawZip(zipEntries(draft)));
  },
  'a count that is not so': signedBy((draft, random) => {
    const text = textOf(draft, 'bag-info.txt');
    setText(
      draft,
      'bag-info.txt',
      text.replace(/Payload-Oxum: .*/u, random.pick(['Payload-Oxum: 1.1', 'Payload-Oxum: x', ''])),
    );
  }),
  'a bag of another version': signedBy((draft, random) => {
    setText(
      draft,
      'bagit.txt',
      random.pick([
        '',
        'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n',
        `\uFEFF${textOf(draft, 'bagit.txt')}`,
        textOf(draft, 'bagit.txt').replaceAll('\n', '\r\n'),
      ]),
    );
  }),
};
