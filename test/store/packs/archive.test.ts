import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { workspaceOf } from '../../../electron/store/context.ts';
import { verifyPack } from '../../../electron/store/packs/verify-pack.ts';
import type { FailureCode } from '../../../shared/errors.ts';
import { failsWith } from '../../support/failure.ts';
import {
  draftPack,
  localHeader,
  rawZip,
  sealTo,
  zipEntries,
  type Draft,
  type RawEntry,
} from '../../support/forge.ts';
import { enrolAt, openOffice, watchJob } from '../../support/office.ts';

/** Every zip here is a good bag from an enrolled office but for the one thing named. */
describe('the archive in a pack', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  let draft: Draft;
  let good: RawEntry[];

  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
    draft = await draftPack(point, desk);
  });
  beforeEach(() => {
    good = zipEntries(draft);
  });
  after(() => {
    point.close();
    desk.close();
  });

  async function verify(zip: Uint8Array) {
    const { db, info } = workspaceOf(desk.context);
    return verifyPack(db, info, await sealTo(desk, zip), watchJob());
  }
  const refuses = async (zip: Uint8Array, code: FailureCode = 'pack-archive-unsafe') =>
    assert.rejects(verify(zip), failsWith(code));
  const refusesAlso = (entry: Partial<RawEntry>, code?: FailureCode) =>
    refuses(
      rawZip([...good, { name: `${draft.folder}/x`, bytes: Buffer.from('x'), ...entry }]),
      code,
    );
  const refusesLast = (change: Partial<RawEntry>) => {
    const last = good.at(-1);
    assert.ok(last);
    return refuses(rawZip([...good.slice(0, -1), { ...last, ...change }]));
  };
  const inside = (name: string) => ({ name: `${draft.folder}/${name}` });

  it('is accepted stored and deflated, with folders listed', async () => {
    assert.equal((await verify(rawZip(good))).packId, draft.folder);
    const deflated = good.map((entry) => ({ ...entry, deflate: true }));
    const folder = { name: `${draft.folder}/`, bytes: Buffer.alloc(0), mode: 0o40755 };
    assert.equal((await verify(rawZip([folder, ...deflated]))).packId, draft.folder);
  });

  for (const name of [
    '../../evil',
    'data/../../evil',
    './x',
    'data//x',
    'CON',
    'data/aux.txt',
    'data/com1.tar.gz',
    'data/x.',
    'data/x ',
    'data/x:stream',
    'data\\x',
    'data/\u0000x',
    'data/\u202Etxt.exe',
    'data/question?',
  ]) {
    it(`is refused with the name ${JSON.stringify(name)}`, () => refusesAlso(inside(name)));
  }

  for (const name of ['/etc/passwd', 'C:/x', 'C:\\x', '\\\\server\\share\\x', '', '//server/x']) {
    it(`is refused with the outright name ${JSON.stringify(name)}`, () => refusesAlso({ name }));
  }

  it('is refused with a name that is no UTF-8, or is not said to be', async () => {
    await refusesAlso({ name: Buffer.from([...Buffer.from(`${draft.folder}/`), 0xff]) });
    await refusesAlso({ ...inside('data/附件.txt'), flags: 0 });
  });

  it('is refused with two entries of one name', () => refusesAlso(inside('pack.json')));
  it('is refused with names equal but for case', () => refusesAlso(inside('PACK.json')));
  it('is refused with names equal but for Unicode form', async () => {
    const [composed, apart] = ['data/caf\u00e9', 'data/cafe\u0301'].map((name) => ({
      ...inside(name),
      bytes: Buffer.from('x'),
    }));
    assert.ok(composed && apart);
    await refuses(rawZip([...good, composed]), 'pack-file-unlisted');
    await refuses(rawZip([...good, composed, apart]));
  });
  it('is refused with a file where another needs a folder', () =>
    refusesAlso(inside('pack.json/x')));

  it('is refused with a link, a device or a pipe', async () => {
    for (const mode of [0o120777, 0o020666, 0o060666, 0o010666]) await refusesAlso({ mode });
  });
  it('is refused with a folder that has content', () =>
    refusesAlso({ ...inside('data/x/'), mode: 0o40755 }));

  it('is refused with a second name for an entry, which some programs would take', async () => {
    const name = Buffer.from('other');
    const field = Buffer.concat([
      Buffer.from([0x75, 0x70, 5 + name.length, 0, 1, 0, 0, 0, 0]),
      name,
    ]);
    await refusesLast({ extra: field });
    await refusesLast({ localExtra: field });
  });
  it('is refused with extra fields that would fill the memory', async () => {
    const field = Buffer.alloc(2000);
    field.writeUInt16LE(0x5455, 0);
    field.writeUInt16LE(1996, 2);
    await refusesLast({ extra: field });
    await refusesLast({ localExtra: field });
  });
  it('is refused with a comment, also as long as a zip64 end would be', async () => {
    for (const length of [1, 76]) await refuses(rawZip(good, { comment: 'x'.repeat(length) }));
  });

  it('is refused when a local header disagrees with the directory', async () => {
    await refusesLast({ localName: `${draft.folder}/data/other` });
    await refusesLast({ localCrc: 1 });
    await refusesLast({ localSize: 1 });
    await refusesLast({ localMethod: 8 });
    await refusesLast({ localFlags: 0 });
  });
  it('is refused when the sizes are promised for later and do not come', () =>
    refusesLast({ flags: 0x808, localCrc: 0, localSize: 0 }));
  it('is refused when a checksum is wrong, in both places alike', () => refusesLast({ crc: 1 }));
  it('is refused when an entry is encrypted or packed in an unknown way', async () => {
    await refusesAlso({ flags: 0x801 });
    await refusesAlso({ method: 12 });
  });

  it('is refused with bytes that no entry owns', async () => {
    await refusesLast({ gap: Buffer.from('hidden') });
    await refuses(rawZip(good, { after: Buffer.from('hidden') }));
    const [first, ...rest] = good;
    assert.ok(first);
    await refuses(rawZip([{ ...first, gap: Buffer.from('#!/bin/sh\n') }, ...rest]));
    await refuses(rawZip(good, { comment: 'a comment' }));
  });
  it('is refused with an entry hidden inside the data of another', async () => {
    const hidden = { ...inside('data/hidden'), bytes: Buffer.from('hidden') };
    const shell = Buffer.concat([localHeader(hidden, hidden.bytes.length), hidden.bytes]);
    const outer = { ...inside('data/outer'), bytes: shell };
    const before = rawZip(good).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    const offset = before + 30 + outer.name.length;
    await refuses(rawZip([...good, outer, { ...hidden, offset }]));
  });

  it('is refused when it unpacks to far more than it is', async () => {
    const bytes = Buffer.alloc(4 * 1024 ** 2);
    await refusesAlso({ ...inside('data/bomb'), bytes, deflate: true }, 'pack-too-large');
  });
  it('is refused when it claims to unpack to more than is taken', () =>
    refusesAlso({ ...inside('data/x'), deflate: true, size: 0xfffffff0 }, 'pack-too-large'));
  it('is refused when an entry unpacks to other than it claims', async () => {
    const json = good.find(({ name }) => String(name).endsWith('record.json'));
    assert.ok(json);
    for (const size of [json.bytes.length - 1, json.bytes.length + 1]) {
      const liar = { ...json, deflate: true, size };
      await refuses(rawZip(good.map((entry) => (entry === json ? liar : entry))));
    }
  });
  it('is refused with more than 20,000 entries', async () => {
    const many = Array.from({ length: 20_001 }, (_, index) => ({
      ...inside(`data/${index}`),
      bytes: Buffer.alloc(0),
    }));
    await refuses(rawZip([...good, ...many]), 'pack-too-large');
  });
  it('is refused with more than 8 MB of tag files', async () => {
    const bytes = Buffer.alloc(9 * 1024 ** 2, 'x');
    await refusesAlso({ ...inside('note.txt'), bytes }, 'pack-too-large');
  });

  it('is refused when it is no zip, or has a second top folder', async () => {
    await refuses(Buffer.from('no zip'), 'pack-structure-invalid');
    await refuses(Buffer.alloc(0), 'pack-structure-invalid');
    await refusesAlso({ name: 'elsewhere/x' }, 'pack-structure-invalid');
    await refusesAlso({ name: 'x' }, 'pack-structure-invalid');
  });
});
