import { canonicalJson, type JsonValue } from '../../shared/canonical-json.ts';
import { STATEMENT } from '../../shared/packs/statement.ts';
import { bagInfoText, sha256 } from '../../electron/store/packs/bag.ts';
import { trustedCommentOf, type PackJson } from '../../electron/store/packs/pack-json.ts';
import type { Random } from '../bench/random.ts';
import { rawZip, setText, sign, textOf, zipEntries, type Draft } from './forge.ts';
import { copyOf, seal, sorted, type Attack } from './hostile-packs.ts';
import type { Scene } from './hostile-scene.ts';
import type { TestOffice } from './office.ts';

// Attacks of enrolled offices by what their packs say: statements, records for a colleague, figures, endorsements. All of it is signed.

type Json = Record<string, JsonValue>;
export type DraftKind = Exclude<keyof Scene['drafts'], symbol>;

/** Signs and seals a draft after it was changed, with everything that repeats what it says. */
function signAnew(draft: Draft, scene: Scene, by: TestOffice = scene.point): Promise<Uint8Array> {
  const payload = [...draft.files].filter(([path]) => path.startsWith('data/'));
  const bytes = payload.reduce((sum, [, file]) => sum + file.length, 0);
  const pack = JSON.parse(textOf(draft, 'pack.json')) as PackJson;
  setText(draft, 'bag-info.txt', bagInfoText(pack, bytes, payload.length));
  draft.comment = trustedCommentOf(pack).replaceAll(/[\r\n]/gu, ' ');
  sign(draft, by);
  return seal(scene.desk, rawZip(zipEntries(draft)));
}

/** `change` answers the new text, or changes what it was given and answers null. */
const changed =
  (
    path: (draft: Draft) => string,
    kinds: readonly DraftKind[],
    change: (json: Json, random: Random, scene: Scene) => string | null,
  ): Attack =>
  (scene, random) => {
    const draft = copyOf(scene.drafts[random.pick(kinds)]);
    const file = path(draft);
    const json = JSON.parse(textOf(draft, file)) as Json;
    const text = change(json, random, scene) ?? `${sorted(json)}\n`;
    setText(draft, file, text);
    return signAnew(draft, scene);
  };
const statement = (
  kinds: readonly DraftKind[],
  change: (json: Json, random: Random, scene: Scene) => string | null,
): Attack => changed(() => STATEMENT, kinds, change);
const all: readonly DraftKind[] = [
  'submission',
  'correction',
  'withdrawal',
  'receipt',
  'message',
  'office',
];
/** The list in which each kind names things. */
const lists: Partial<Record<DraftKind, string>> = {
  correction: 'replaces',
  withdrawal: 'records',
  receipt: 'answers',
  office: 'records',
};
const listed = Object.keys(lists) as DraftKind[];
const listOf = (json: Json): Json[] => json[lists[json['kind'] as DraftKind] ?? ''] as Json[];
const firstOf = (json: Json): Json => listOf(json)[0] ?? {};
const noId: readonly JsonValue[] = [
  '',
  '../x',
  'constructor',
  '__proto__',
  7,
  null,
  [],
  'A'.repeat(36),
];

/** A record for a colleague, changed, and named with its new hash. */
const officeRecord =
  (change: (record: Json, random: Random) => string | null): Attack =>
  (scene, random) => {
    const draft = copyOf(scene.drafts.office);
    const said = JSON.parse(textOf(draft, STATEMENT)) as Json;
    const named = firstOf(said);
    const path = `data/office/${named['recordId'] as string}.json`;
    const record = JSON.parse(textOf(draft, path)) as Json;
    setText(draft, path, change(record, random) ?? `${sorted(record)}\n`);
    named['sha256'] = sha256(draft.files.get(path) ?? Buffer.alloc(0));
    setText(draft, STATEMENT, `${canonicalJson(said)}\n`);
    return signAnew(draft, scene);
  };
const blocksOf = (record: Json): JsonValue[] => {
  const { sections } = (record['content'] as Json)['document'] as {
    sections: { blocks: JsonValue[] }[];
  };
  return sections[0]?.blocks ?? [];
};

/** Figures that go along with a submission. */
const figures =
  (
    make: (random: Random) => { period: string; csv: string; sha256?: string; path?: string },
  ): Attack =>
  (scene, random) => {
    const draft = copyOf(scene.drafts.submission);
    const { period, csv, sha256: hash = sha256(Buffer.from(csv)), path = period } = make(random);
    const said = JSON.parse(textOf(draft, STATEMENT)) as Json;
    said['caseload'] = [{ period, sha256: hash }];
    setText(draft, STATEMENT, `${canonicalJson(said)}\n`);
    if (path !== '') setText(draft, `data/caseload/${path}.csv`, csv);
    return signAnew(draft, scene);
  };

/** A bag as an endorsement of the provincial office around another bag. */
function endorse(scene: Scene, inner: Draft, senderId: string): Draft {
  const message = scene.drafts.message;
  const draft = copyOf(message);
  for (const path of draft.files.keys()) if (path.startsWith('data/')) draft.files.delete(path);
  for (const [path, bytes] of inner.files) draft.files.set(`data/original/${path}`, bytes);
  const said = {
    format: 'jianzhi-statement',
    formatVersion: 1,
    note: '',
    kind: 'endorsement',
    original: {
      packId: inner.folder,
      hash: sha256(inner.files.get('tagmanifest-sha256.txt') ?? Buffer.alloc(0)),
      senderId,
    },
    opinions: [
      { recordId: scene.good.pack.contents[0]?.id ?? '', opinion: 'recommended', text: '' },
    ],
  };
  setText(draft, STATEMENT, `${canonicalJson(said)}\n`);
  const { id, name } = scene.other;
  const pack = JSON.parse(textOf(draft, 'pack.json')) as Json;
  pack['kind'] = 'endorsement';
  pack['sender'] = { officeId: id, name, fingerprint: scene.fingerprints.other };
  pack['channel'] = `${id}/${scene.desk.id}`;
  setText(draft, 'pack.json', `${canonicalJson(pack)}\n`);
  draft.pack = pack as unknown as PackJson;
  const payload = [...draft.files].filter(([path]) => path.startsWith('data/'));
  setText(
    draft,
    'bag-info.txt',
    bagInfoText(
      draft.pack,
      payload.reduce((sum, [, { length }]) => sum + length, 0),
      payload.length,
    ),
  );
  draft.comment = trustedCommentOf(draft.pack);
  sign(draft, scene.other);
  return draft;
}

/** A pack.json whose attachment bears another name. */
const attachmentNamed = (names: readonly JsonValue[]): Attack =>
  changed(
    () => 'pack.json',
    ['submission'],
    (pack, random) => {
      const [content] = pack['contents'] as { attachments: Json[] }[];
      const [attachment] = content?.attachments ?? [];
      if (attachment === undefined) throw new Error('the submission has no attachment');
      attachment['name'] = random.pick(names);
      return null;
    },
  );

export const statementAttacks: Readonly<Record<string, Attack>> = {
  'a statement with a member too many': statement(all, (json, random) => {
    json[random.pick(['constructor', 'toString', 'x', 'kind2', 'hasOwnProperty'])] = random.pick([
      1,
      null,
      {},
    ]);
    return null;
  }),
  'a statement without a member': statement(all, (json, random) => {
    delete json[random.pick(Object.keys(json))];
    return null;
  }),
  'a statement in another spelling': statement(all, (json, random) => {
    const text = canonicalJson(json);
    return random.pick([
      text,
      `${text}\n\n`,
      `\uFEFF${text}\n`,
      `${JSON.stringify(json, null, 1)}\n`,
      `${text}\r\n`,
      `${text.replace('{', '{"kind":"x",')}\n`,
      `${text.replace('{', '{"__proto__":{"polluted":true},')}\n`,
    ]);
  }),
  'a statement of another kind of pack': (scene, random) => {
    const kind = random.pick(all);
    const draft = copyOf(scene.drafts[kind]);
    const foreign = random.pick(all.filter((one) => one !== kind));
    setText(draft, STATEMENT, textOf(scene.drafts[foreign], STATEMENT));
    return signAnew(draft, scene);
  },
  'the same thing twice': statement(listed, (json) => {
    const list = listOf(json);
    list.push(structuredClone(firstOf(json)));
    return null;
  }),
  'nothing at all': statement(listed, (json) => {
    listOf(json).length = 0;
    return null;
  }),
  'more than a list may hold': statement(listed, (json) => {
    const list = listOf(json);
    const [first] = list;
    for (let at = 0; at < 1001; at += 1) list.push({ ...first });
    return null;
  }),
  'ids that are none': statement(listed, (json, random) => {
    const first = firstOf(json);
    const names = Object.keys(first).filter((name) => name.endsWith('Id'));
    first[random.pick(names)] = random.pick(noId);
    return null;
  }),
  'a note of great length': statement(all, (json, random) => {
    json['note'] = random.pick(['x'.repeat(5001), '茶'.repeat(2_000_000), ['x'], null, 0]);
    return null;
  }),
  'a message of great length, or of none': statement(['message'], (json, random) => {
    json['text'] = random.pick(['', 'x'.repeat(20_001), null, {}]);
    return null;
  }),
  'a message about something that is no record': statement(['message'], (json, random) => {
    json['about'] = random.pick([
      {},
      { senderId: 'x', recordId: 'y' },
      [],
      'x',
      { senderId: null },
    ]);
    return null;
  }),
  'a receipt for a pack that went to somebody else': statement(
    ['receipt'],
    (json, _random, scene) => {
      const answer = firstOf(json);
      answer['packId'] = scene.elsewhere.packId;
      answer['hash'] = scene.elsewhere.hash;
      answer['records'] = [];
      return null;
    },
  ),
  'a receipt for a pack of another content': statement(['receipt'], (json) => {
    firstOf(json)['hash'] = '0'.repeat(64);
    return null;
  }),
  'a receipt for what was never sent': statement(['receipt'], (json) => {
    firstOf(json)['packId'] = '01930000-0000-7000-8000-000000000001';
    return null;
  }),
  'a receipt that speaks of other records': statement(['receipt'], (json, random) => {
    firstOf(json)['records'] = [
      {
        recordId: '01930000-0000-7000-8000-000000000002',
        revision: 1,
        outcome: random.pick(['adopted', 'returned', 'purged']),
        note: '',
        comments: [],
      },
    ];
    return null;
  }),
  'a receipt with an outcome that nobody knows': statement(['receipt'], (json, random) => {
    const outcome = random.pick(['', 'promoted', 'constructor', 1]);
    firstOf(json)['records'] = [
      {
        recordId: '01930000-0000-7000-8000-000000000002',
        revision: 1,
        outcome,
        note: '',
        comments: [],
      },
    ];
    return null;
  }),
  'a correction of other records than it brings': statement(['correction'], (json, random) => {
    const first = firstOf(json);
    if (random.below(2) === 0) first['recordId'] = '01930000-0000-7000-8000-000000000002';
    else first['revision'] = random.pick([9_999, 0, -1, 1.5, 2 ** 53]);
    return null;
  }),

  'a record from somebody who is no colleague': (scene) =>
    signAnew(copyOf(scene.drafts.office), scene),
  'a record for a colleague that is not the one named': statement(['office'], (json, random) => {
    const first = firstOf(json);
    first[random.pick(['sha256', 'recordId'])] = random.pick([
      '0'.repeat(64),
      '01930000-0000-7000-8000-000000000002',
    ]);
    return null;
  }),
  'a record for a colleague of great depth': officeRecord((record, random) => {
    blocksOf(record).push('@@here@@');
    const depth = 1000 + random.below(40_000);
    const deep = `${'{"type":"quote","children":['.repeat(depth)}${']}'.repeat(depth)}`;
    return `${canonicalJson(record).replace('"@@here@@"', deep)}\n`;
  }),
  'a record for a colleague with nodes that nobody knows': officeRecord((record, random) => {
    blocksOf(record).push(
      random.pick<JsonValue>([
        { type: 'script', children: [] },
        { type: 'paragraph', children: [{ type: 'html', text: '<img src=x onerror=alert(1)>' }] },
        { type: 'image', src: 'https://example.invalid/', caption: [] },
        null,
        [],
      ]),
    );
    return null;
  }),
  'a prototype in a record for a colleague': officeRecord(
    (record) => `${canonicalJson(record).replace('{', '{"__proto__":{"polluted":true},')}\n`,
  ),
  'a record for a colleague with another base': officeRecord((record) => {
    (record['base'] as Json)['sha256'] = '0'.repeat(64);
    return null;
  }),
  'a record for a colleague with files that are not there': officeRecord((record) => {
    record['attachments'] = [
      {
        id: '01930000-0000-7000-8000-000000000003',
        name: '清单.pdf',
        mediaType: 'application/pdf',
        addedAt: 0,
        sha256: '0'.repeat(64),
        sizeInBytes: 1,
      },
    ];
    return null;
  }),

  'figures that are not those signed for': figures(() => ({
    period: '2026-11',
    csv: '单位名称,审查起诉\n',
    sha256: '0'.repeat(64),
  })),
  'figures that are not there': figures(() => ({ period: '2026-11', csv: '', path: '' })),
  'figures of no period': figures((random) => ({
    period: random.pick(['../../x', '2026/11', 'CON', '二〇二六', '2026-11 ', '2026-99-zz-1']),
    csv: '单位名称,审查起诉\n云汀市人民检察院,1\n',
    path: '2026-11',
  })),
  'figures that are no table': figures((random) => ({
    period: '2026-11',
    csv: random.pick([
      '\0\0\0',
      '<html>',
      'x'.repeat(3_000_000),
      '"'.repeat(100_001),
      '=cmd|calc\n',
      '\uFEFF',
      ',,,\n'.repeat(50_000),
    ]),
  })),
  'figures and a second file that nobody named': (scene) => {
    const draft = copyOf(scene.drafts.submission);
    setText(draft, 'data/caseload/2026-10.csv', '单位名称,审查起诉\n');
    return signAnew(draft, scene);
  },

  'an endorsement in an endorsement': async (scene, random) => {
    let draft = copyOf(scene.good);
    const times = 2 + random.below(4);
    let sender = scene.point.id;
    for (let at = 0; at < times; at += 1) {
      draft = endorse(scene, draft, sender);
      sender = scene.other.id;
    }
    return seal(scene.desk, rawZip(zipEntries(draft)));
  },
  'an endorsement of a pack that was changed': async (scene, random) => {
    const inner = copyOf(scene.good);
    const path = random.pick(
      [...inner.files.keys()].filter((name) => name !== 'tagmanifest-sha256.txt'),
    );
    inner.files.set(
      path,
      Buffer.concat([inner.files.get(path) ?? Buffer.alloc(0), Buffer.from('x')]),
    );
    return seal(scene.desk, rawZip(zipEntries(endorse(scene, inner, scene.point.id))));
  },
  'an endorsement of what a stranger signed': async (scene) => {
    const inner = copyOf(scene.good);
    sign(inner, scene.stranger);
    return seal(scene.desk, rawZip(zipEntries(endorse(scene, inner, scene.point.id))));
  },
  'an endorsement of what somebody else sent': async (scene) =>
    seal(scene.desk, rawZip(zipEntries(endorse(scene, copyOf(scene.good), scene.stranger.id)))),
  'an endorsement of nothing': async (scene) => {
    const nothing = { ...copyOf(scene.good), files: new Map<string, Buffer>() };
    return seal(scene.desk, rawZip(zipEntries(endorse(scene, nothing, scene.point.id))));
  },

  'an attachment of a name that no disk should see': attachmentNamed([
    'CON',
    'nul.txt',
    'COM1',
    'x.',
    'x ',
    '../x',
    '/etc/x',
    'C:\\x',
    'a/b',
    'a\0b',
    'a\u202Eb',
    'x'.repeat(300),
    '茶'.repeat(100),
    '',
    7,
    null,
  ]),
  'an attachment whose name is not composed': attachmentNamed([
    'e\u0301.txt',
    '\u212B.txt',
    'か\u3099.txt',
    '\u1100\u1161.txt',
  ]),
};
