import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { workspaceOf } from '../../../electron/store/context.ts';
import { attachmentsHandlers } from '../../../electron/store/attachments/handlers.ts';
import { inboxHandlers } from '../../../electron/store/inbox/handlers.ts';
import { takers, type Taker } from '../../../electron/store/inbox/takers.ts';
import { writePack, type PackToWrite } from '../../../electron/store/packs/export-pack.ts';
import { findOffice } from '../../../electron/store/points/offices.ts';
import { recordsHandlers } from '../../../electron/store/records/handlers.ts';
import type { AttachmentId } from '../../../shared/contract/attachments.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { plainSubmission, type Statement } from '../../../shared/packs/statement.ts';
import { decideAll } from '../../support/decide.ts';
import { failsWith } from '../../support/failure.ts';
import { addRecord, enrolAt, openOffice, watchJob, type TestOffice } from '../../support/office.ts';

let files = 0;

async function send(
  from: TestOffice,
  to: TestOffice,
  recordIds: string[],
  {
    attachmentIds = [],
    statement = plainSubmission(''),
  }: { attachmentIds?: AttachmentId[]; statement?: Statement } = {},
): Promise<string> {
  const { db, info } = workspaceOf(from.context);
  const office = findOffice(db, to.id);
  assert.ok(office);
  await decideAll(from, { recordIds, attachmentIds });
  files += 1;
  const file = join(from.folder, `${String(files)}.jzpack`);
  const pack: PackToWrite = {
    recordIds,
    attachmentIds,
    statement,
    extra: [],
    offices: [office],
    file,
  };
  await writePack(db, from.context.clock, info, pack, watchJob());
  return file;
}

const takeIn = (at: TestOffice, file: string) =>
  inboxHandlers['inbox.takeIn'](at.context, { file }, watchJob());
const all = (at: TestOffice, sql: string) => at.db.prepare(sql).all();

describe('taking a pack in', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
  });
  after(() => [point, desk].forEach((office) => office.close()));

  it('stores its records as another office’s, to be found and read, but not written in', async () => {
    const id = addRecord(point, { title: '岑岭云雾茶包装案' });
    const taken = await takeIn(desk, await send(point, desk, [id]));
    assert.equal(taken.state, 'taken');
    assert.deepEqual(taken.missing, []);
    const [row] = all(
      desk,
      `SELECT records.id, title, status, sender_id, record_id, library, state FROM received_records
       JOIN records ON number = record_number`,
    ) as Record<string, unknown>[];
    assert.ok(row);
    assert.deepEqual(
      { ...row, id: null },
      {
        id: null,
        title: '岑岭云雾茶包装案',
        status: null,
        sender_id: point.id,
        record_id: id,
        library: 'received',
        state: 'received',
      },
    );
    assert.notEqual(row['id'], id, 'an id of the sender’s own choice would be one to fight over');
    const record = await recordsHandlers['records.get'](desk.context, {
      id: row['id'] as RecordId,
    });
    assert.deepEqual(
      record.document.sections.map(({ heading }) => heading),
      ['基本案情', '典型意义'],
    );
    const change = { id: record.id, saves: record.saves, title: '改', keywords: record.keywords };
    await assert.rejects(
      async () =>
        recordsHandlers['records.save'](desk.context, {
          ...change,
          caseNumbers: record.caseNumbers,
          document: record.document,
        }),
      failsWith('record-read-only'),
    );
  });

  it('answers again for the same pack, and changes nothing', async () => {
    const file = await send(point, desk, [addRecord(point)]);
    await takeIn(desk, file);
    const stood = JSON.stringify(all(desk, 'SELECT * FROM received_records'));
    const again = await takeIn(desk, file);
    assert.equal(again.state, 'again');
    assert.equal(JSON.stringify(all(desk, 'SELECT * FROM received_records')), stood);
  });

  it('brings its attachments, byte for byte under their names', async () => {
    const id = addRecord(point);
    const path = join(point.folder, '现场照片.bin');
    const bytes = Buffer.alloc(2_500_000, '茶');
    writeFileSync(path, bytes);
    const { added } = await attachmentsHandlers['attachments.add'](
      point.context,
      { recordId: id as RecordId, paths: [path] },
      watchJob(),
    );
    await takeIn(
      desk,
      await send(point, desk, [id], { attachmentIds: added.map((one) => one.id) }),
    );
    const [link] = all(
      desk,
      `SELECT name, hash FROM record_attachments JOIN received_records USING (record_number) WHERE record_id = '${id}'`,
    ) as { name: string; hash: string }[];
    assert.equal(link?.name, '现场照片.bin');
    const chunks = desk.db
      .prepare('SELECT bytes FROM attachment_chunks WHERE hash = ? ORDER BY position')
      .pluck()
      .all(link.hash) as Buffer[];
    assert.deepEqual(Buffer.concat(chunks), bytes);
  });

  it('lists what came, newest first', async () => {
    const { items, total } = await inboxHandlers['inbox.list'](desk.context, {
      offset: 0,
      limit: 1,
    });
    assert.equal(total, 3);
    assert.equal(items[0]?.senderName, point.name);
    assert.equal(items[0].sequence, 3);
  });

  it('refuses its own', async () => {
    await assert.rejects(
      takeIn(point, await send(point, desk, [addRecord(point)])),
      failsWith('pack-is-own'),
    );
  });
});

describe('a record that comes again', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  let id: string;
  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
    id = addRecord(point, { title: '第一稿' });
  });
  after(() => [point, desk].forEach((office) => office.close()));
  const rename = (title: string) =>
    point.db.prepare('UPDATE records SET title = ?, saves = saves + 1 WHERE id = ?').run(title, id);
  const standing = () =>
    all(
      desk,
      'SELECT title, received_records.revision FROM received_records JOIN records ON number = record_number',
    );

  it('takes the place of the text before, which stays in its history; what comes late changes nothing', async () => {
    await takeIn(desk, await send(point, desk, [id]));
    rename('第二稿');
    const second = await send(point, desk, [id]);
    rename('第三稿');
    const third = await send(point, desk, [id]);
    assert.deepEqual((await takeIn(desk, third)).missing, [2]);
    assert.deepEqual(standing(), [{ title: '第三稿', revision: 3 }]);
    assert.deepEqual((await takeIn(desk, second)).missing, []);
    assert.deepEqual(standing(), [{ title: '第三稿', revision: 3 }]);
    const kept = all(desk, 'SELECT number FROM revisions');
    assert.equal(kept.length, 1);
  });

  it('of one revision, sent twice, stands as it was sent last, whichever came first', async () => {
    point.db.prepare("UPDATE records SET title = '甲' WHERE id = ?").run(id);
    const earlier = await send(point, desk, [id]);
    point.db.prepare("UPDATE records SET title = '乙' WHERE id = ?").run(id);
    await takeIn(desk, await send(point, desk, [id]));
    await takeIn(desk, earlier);
    assert.deepEqual(
      standing().map((one) => (one as { title: string }).title),
      ['乙'],
    );
  });

  it('of a restored backup counts, though its revision is an earlier one, and the old numbering comes late', async () => {
    const stale = await send(point, desk, [id]);
    point.db.prepare('INSERT INTO epochs (epoch, started_at) VALUES (?, 0)').run('cd'.repeat(16));
    point.db.prepare("UPDATE records SET title = '备份' WHERE id = ?").run(id);
    point.db.exec('DELETE FROM revision_packs; DELETE FROM revisions');
    point.db.prepare('UPDATE records SET revision = 0 WHERE id = ?').run(id);
    const restored = await send(point, desk, [id]);
    await assert.rejects(takeIn(desk, restored), failsWith('epoch-unconfirmed'));
    const [held] = (await inboxHandlers['inbox.heldEpochs'](desk.context, {})).items;
    assert.ok(held);
    await inboxHandlers['inbox.confirmEpoch'](desk.context, held);
    await takeIn(desk, restored);
    assert.deepEqual(standing(), [{ title: '备份', revision: 1 }]);
    await takeIn(desk, stale);
    assert.deepEqual(standing(), [{ title: '备份', revision: 1 }]);
  });
});

describe('the order of packs', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  const newEpoch = (epoch: string) =>
    point.db.prepare('INSERT INTO epochs (epoch, started_at) VALUES (?, 0)').run(epoch);
  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
    await takeIn(desk, await send(point, desk, [addRecord(point)]));
  });
  after(() => [point, desk].forEach((office) => office.close()));

  it('holds a new numbering until somebody has telephoned', async () => {
    newEpoch('ab'.repeat(16));
    const file = await send(point, desk, [addRecord(point)]);
    const { place } = await inboxHandlers['inbox.look'](desk.context, { file }, watchJob());
    assert.equal(place.code, 'epoch-unconfirmed');
    assert.equal((await inboxHandlers['inbox.heldEpochs'](desk.context, {})).items.length, 1);
    for (let times = 0; times < 2; times += 1) {
      await assert.rejects(takeIn(desk, file), failsWith('epoch-unconfirmed'));
    }
    const { items } = await inboxHandlers['inbox.heldEpochs'](desk.context, {});
    assert.deepEqual(
      items.map(({ senderName, epoch }) => [senderName, epoch]),
      [[point.name, 'ab'.repeat(16)]],
    );
    const [held] = items;
    assert.ok(held);
    await inboxHandlers['inbox.confirmEpoch'](desk.context, held);
    assert.equal((await takeIn(desk, file)).sequence, 1);
    assert.throws(
      () => inboxHandlers['inbox.confirmEpoch'](desk.context, held),
      failsWith('epoch-not-held'),
    );
  });

  it('refuses another pack under a number that was taken', async () => {
    const file = await send(point, desk, [addRecord(point)]);
    point.db.exec(
      'DELETE FROM packs_written WHERE number = (SELECT max(number) FROM packs_written)',
    );
    point.db.exec(
      "UPDATE channels SET sequence = 1, previous_hash = (SELECT hash FROM packs_written ORDER BY number DESC LIMIT 1) WHERE epoch LIKE 'ab%'",
    );
    const other = await send(point, desk, [addRecord(point)]);
    await takeIn(desk, file);
    await assert.rejects(takeIn(desk, other), failsWith('pack-number-taken'));
  });

  it('refuses a pack that names another before it', async () => {
    point.db.exec(`UPDATE channels SET previous_hash = '${'0'.repeat(64)}' WHERE epoch LIKE 'ab%'`);
    await assert.rejects(
      takeIn(desk, await send(point, desk, [addRecord(point)])),
      failsWith('pack-chain-broken'),
    );
  });
});

describe('a pack that cannot be stored', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  const mutable = takers as Record<'submission', Taker>;
  const real = takers.submission;
  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
  });
  after(() => {
    mutable.submission = real;
    [point, desk].forEach((office) => office.close());
  });

  it('leaves nothing behind, whatever went wrong and when', async () => {
    const file = await send(point, desk, [addRecord(point), addRecord(point)]);
    const tables = [
      'packs_received',
      'channel_epochs',
      'received_records',
      'records',
      'revisions',
      'record_attachments',
    ];
    const count = () =>
      JSON.stringify([
        readdirSync(desk.folder).toSorted(),
        tables.map((table) => desk.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
      ]);
    const stood = count();
    for (const failing of [() => undefined, (...taken: Parameters<Taker>) => real(...taken)]) {
      mutable.submission = (...taken) => {
        failing(...taken);
        throw new Error('the disk is gone');
      };
      await assert.rejects(takeIn(desk, file), /the disk is gone/);
      assert.equal(count(), stood);
    }
    mutable.submission = real;
    for (const phase of ['decrypting', 'unpacking', 'hashing', 'verifying', 'storing']) {
      const control = watchJob(phase);
      const stopped = inboxHandlers['inbox.takeIn'](desk.context, { file }, control);
      await assert.rejects(stopped, failsWith('cancelled'), phase);
      assert.ok(control.phases.includes(phase));
      assert.equal(count(), stood, phase);
    }
    assert.equal((await takeIn(desk, file)).state, 'taken');
    assert.notEqual(count(), stood);
  });
});
