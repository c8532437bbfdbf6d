import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { Decrypter } from 'age-encryption';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import { findOffice } from '../../../electron/store/points/offices.ts';
import { currentKeys } from '../../../electron/store/points/own-keys.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import { failsWith } from '../../support/failure.ts';
import { draftPack } from '../../support/forge.ts';
import {
  addRecord,
  enrolAt,
  openOffice,
  someTime,
  teaCase,
  watchJob,
} from '../../support/office.ts';

describe('exporting a pack', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  const other = openOffice('望舒区人民检察院', { kind: 'province' });
  const out = join(point.folder, 'out');
  let record = '';
  let count = 0;

  before(async () => {
    mkdirSync(out);
    await enrolAt(point, desk);
    await enrolAt(point, other);
    await enrolAt(desk, point);
    record = addRecord(point);
  });
  after(() => {
    for (const office of [point, desk, other]) office.close();
  });
  afterEach(() => {
    assert.deepEqual(
      readdirSync(out).filter((name) => !name.endsWith('.jzpack')),
      [],
      'a temporary file was left behind',
    );
    const ours = readdirSync(point.folder).filter((name) => name !== 'sent');
    assert.deepEqual(ours.toSorted(), ['out', 'workspace.db']);
  });

  const newFile = () => join(out, `${(count += 1)}.jzpack`);
  const send = (
    options: { ids?: string[]; to?: string; file?: string } = {},
    control = watchJob(),
  ) =>
    packsHandlers['packs.export'](
      point.context,
      {
        recordIds: (options.ids ?? [record]).map((id) => RecordId.parse(id)),
        to: options.to ?? desk.id,
        file: options.file ?? newFile(),
      },
      control,
    );
  const sentSoFar = async () =>
    (await packsHandlers['packs.list'](point.context, { offset: 0, limit: 1 })).total;

  const bagBytes = async (createdAt = someTime): Promise<Buffer> =>
    (await draftPack(point, desk, { recordIds: [record], attachmentIds: [], createdAt })).zip;

  it('makes the same bag from the same records, keys and time, whatever the time zone', async () => {
    const zone = process.env['TZ'];
    const bags: Buffer[] = [];
    const hours: number[] = [];
    for (const other of ['Asia/Shanghai', 'Pacific/Kiritimati', 'America/St_Johns']) {
      process.env['TZ'] = other;
      hours.push(new Date(someTime).getHours());
      bags.push(await bagBytes());
    }
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    assert.equal(new Set(hours).size, 3, 'the zones took effect');
    assert.equal(new Set(bags.map((bag) => bag.toString('base64'))).size, 1);
  });

  it('makes another bag at another time', async () => {
    assert.notDeepEqual(await bagBytes(someTime + 1), await bagBytes());
  });

  it('writes what it would write again, and answers what a receiver will find', async () => {
    const expected = await bagBytes();
    const exported = await send();
    const decrypter = new Decrypter();
    decrypter.addIdentity(currentKeys(desk.db).ageIdentity);
    const plain = await decrypter.decrypt(readFileSync(exported.file));
    assert.deepEqual(Buffer.from(plain), expected);
    const found = await packsHandlers['packs.verify'](
      desk.context,
      { file: exported.file },
      watchJob(),
    );
    const audit = found.audit === null ? null : { ...found.audit, isInTrail: true };
    assert.deepEqual(
      { ...found, role: 'sender', senderEnrolledAt: null, audit },
      exported.verification,
    );
    assert.equal(exported.sizeInBytes, readFileSync(exported.file).length);
  });

  it('takes the office by name or fingerprint too', async () => {
    const office = findOffice(point.db, desk.id);
    assert.ok(office);
    for (const to of [desk.name, office.fingerprint, office.fingerprint.replaceAll(' ', '')]) {
      assert.equal((await send({ to })).verification.recipientNames[0], desk.name);
    }
  });

  it('numbers the packs of a channel and chains them by hash', async () => {
    const first = await send();
    const second = await send();
    const elsewhere = await send({ to: other.id });
    assert.equal(second.verification.sequence, first.verification.sequence + 1);
    assert.equal(elsewhere.verification.sequence, 1);
    const noted = point.db
      .prepare('SELECT previous_hash FROM packs_written WHERE pack_id = ?')
      .pluck();
    assert.equal(noted.get(second.packId), first.verification.hash);
    assert.equal(noted.get(elsewhere.packId), null);
  });

  it('gives two exports at once two numbers', async () => {
    const both = await Promise.all([send(), send()]);
    const [a, b] = both.map(({ verification }) => verification.sequence);
    assert.equal((a ?? 0) + 1, b);
  });

  it('lists what was sent, newest first, and writes it into the audit trail without a title', async () => {
    const { packId, file } = await send();
    const { items } = await packsHandlers['packs.list'](point.context, { offset: 0, limit: 1 });
    assert.equal(items[0]?.packId, packId);
    assert.ok(file.endsWith(items[0]?.fileName ?? '?'));
    assert.equal(items[0]?.contents[0]?.id, record);
    const trail = point.db.prepare('SELECT action, subject, detail FROM audit').all();
    assert.ok(JSON.stringify(trail).includes(packId));
    assert.ok(!JSON.stringify(trail).includes('林某'));
  });

  it('carries the chosen records once each, in the order chosen, and nothing else of the house', async () => {
    const second = addRecord(point, { title: '望舒区商业秘密案' });
    const first = addRecord(point, { title: '林某、周某某假冒注册商标案' });
    addRecord(point, { title: '没有选的一件' });
    const { verification } = await send({ ids: [second, first, second] });
    assert.deepEqual(
      verification.contents.map(({ id }) => id),
      [second, first],
    );
    const bag = await bagBytes();
    for (const secret of ['内部讨论稿', 'source', point.folder, String(someTime), '没有选的']) {
      assert.ok(!bag.includes(secret), secret);
    }
    assert.ok(bag.includes('林某'), 'the bag is readable, so the search above means something');
  });

  it('keeps the page’s text safe from what a title says', async () => {
    const id = addRecord(point, { title: '</title><script>alert(1)</script>' });
    assert.equal((await send({ ids: [id] })).verification.contents[0]?.id, id);
  });

  it('fails with the code of what is wrong, and takes no number', async () => {
    const before = await sentSoFar();
    const gone = addRecord(point, { trashedAt: someTime });
    const newer = { ...teaCase(), version: 3 } as unknown as ReturnType<typeof teaCase>;
    await assert.rejects(send({ to: 'nobody' }), failsWith('recipient-not-enrolled'));
    await assert.rejects(send({ ids: [desk.id] }), failsWith('record-not-found'));
    await assert.rejects(send({ ids: [addRecord(point), gone] }), failsWith('record-in-trash'));
    await assert.rejects(
      send({ ids: [addRecord(point, { document: newer })] }),
      failsWith('document-newer'),
    );
    await assert.rejects(
      send({ file: join(out, 'no', 'such', 'folder.jzpack') }),
      failsWith('file-not-writable'),
    );
    assert.equal(await sentSoFar(), before);
  });

  it('never writes over a file, also not over one that appears meanwhile', async () => {
    const file = newFile();
    writeFileSync(file, 'mine');
    await assert.rejects(send({ file }), failsWith('file-exists'));
    const late = newFile();
    const { verification } = await send();
    const control = watchJob((phase) => {
      if (phase === 'verifying') writeFileSync(late, 'mine');
    });
    await assert.rejects(send({ file: late }, control), failsWith('file-exists'));
    assert.equal(readFileSync(late, 'utf8'), 'mine');
    const next = await send();
    assert.equal(next.verification.sequence, verification.sequence + 1);
    const previous = point.db
      .prepare('SELECT previous_hash FROM packs_written WHERE pack_id = ?')
      .pluck();
    assert.equal(previous.get(next.packId), verification.hash);
  });

  const phases = ['gathering', 'signing', 'encrypting', 'decrypting', 'hashing', 'verifying'];
  for (const phase of phases) {
    it(`stops when asked to while ${phase}, and leaves nothing behind`, async () => {
      const before = await sentSoFar();
      const files = readdirSync(out);
      await assert.rejects(send({}, watchJob(phase)), failsWith('cancelled'));
      assert.deepEqual(readdirSync(out), files);
      assert.equal(await sentSoFar(), before);
    });
  }

  it('reports every phase', async () => {
    const control = watchJob();
    await send({}, control);
    assert.deepEqual(
      control.phases.filter((phase) => phase !== 'unpacking' && phase !== 'checking'),
      phases,
    );
  });

  it('keeps what it decrypts out of sight: the quarantine on the disk is no plain text', async (t) => {
    if (process.platform !== 'linux') return t.skip('reads /proc');
    const { file } = await send();
    const seen: Buffer[] = [];
    let named: string[] = [];
    const control = watchJob((phase) => {
      if (phase !== 'unpacking') return;
      seen.push(...quarantines());
      named = readdirSync(desk.folder);
    });
    await packsHandlers['packs.verify'](desk.context, { file }, control);
    assert.equal(seen.length, 1);
    assert.deepEqual(named, ['workspace.db'], 'it has no name even while it is in use');
    assert.ok((seen[0]?.length ?? 0) > 5000);
    for (const word of ['林某', 'BagIt', 'record.json', 'PK\u0003\u0004']) {
      assert.ok(!seen[0]?.includes(word), word);
    }
    assert.deepEqual(quarantines(), []);
    assert.deepEqual(readdirSync(desk.folder), ['workspace.db']);
  });
});

/** The bytes of every open quarantine of this process; they have no name, so they are found by their descriptors. */
function quarantines(): Buffer[] {
  return readdirSync('/proc/self/fd')
    .filter((descriptor) => linkOf(descriptor).includes('.quarantine-'))
    .map((descriptor) => readFileSync(`/proc/self/fd/${descriptor}`));
}

function linkOf(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return '';
  }
}
