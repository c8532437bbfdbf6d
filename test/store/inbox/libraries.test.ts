import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { inboxHandlers } from '../../../electron/store/inbox/handlers.ts';
import { paletteHandlers } from '../../../electron/store/palette/handlers.ts';
import { recordsHandlers } from '../../../electron/store/records/handlers.ts';
import { revisionsHandlers } from '../../../electron/store/revisions/handlers.ts';
import { searchHandlers } from '../../../electron/store/search/handlers.ts';
import { similarHandlers } from '../../../electron/store/search/similar/handlers.ts';
import { contract } from '../../../shared/contract/index.ts';
import type { Library, RecordId } from '../../../shared/contract/records.ts';
import type { Statement } from '../../../shared/packs/statement.ts';
import { failsWith } from '../../support/failure.ts';
import { addRecord, enrolAt, openOffice, watchJob, type TestOffice } from '../../support/office.ts';
import { sendPack } from '../../support/send-pack.ts';

const takeIn = (at: TestOffice, file: string, below?: string) =>
  inboxHandlers['inbox.takeIn'](
    at.context,
    { file, ...(below === undefined ? {} : { below }) },
    watchJob(),
  );
const list = async (at: TestOffice, library: Library) => {
  const input = contract['records.list'].input.parse({ library });
  return (await recordsHandlers['records.list'](at.context, input)).items;
};
const titles = async (at: TestOffice, library: Library) =>
  (await list(at, library)).map(({ title }) => title);
const find = (at: TestOffice, query: string, library?: Library[]) =>
  searchHandlers['search.find'](
    at.context,
    contract['search.find'].input.parse({
      query,
      where: library === undefined ? [] : [{ list: 'library', codes: library }],
    }),
  );

describe('the libraries of what others sent', () => {
  const point = openOffice('云汀市人民检察院');
  const province = openOffice('江岚省人民检察院', { kind: 'province' });
  const desk = openOffice('最高人民检察院知识产权检察办公室', { kind: 'desk' });
  const clockOf = (office: TestOffice) => office.context.clock();
  let own: RecordId;
  let received: RecordId;
  let guidance: RecordId;
  before(async () => {
    await enrolAt(point, province);
    await enrolAt(province, point);
    await enrolAt(desk, province);
    await enrolAt(province, desk);
    own = (
      await recordsHandlers['records.create'](province.context, {
        kind: 'typical-case',
        title: '岑岭商标案（本院）',
      })
    ).id;
    await takeIn(
      province,
      await sendPack(point, province, [addRecord(point, { title: '岑岭云雾茶包装案' })]),
    );
    const statement: Statement = {
      format: 'jianzhi-statement',
      formatVersion: 1,
      kind: 'guidance',
      note: '请各院参照办理。',
      regarding: [{ officeId: province.id, recordId: own }],
      cards: [],
    };
    const sent = addRecord(desk, { title: '岑岭系列案指导意见' });
    await takeIn(province, await sendPack(desk, province, [sent], statement));
    received = (await list(province, 'received'))[0]?.id as RecordId;
    guidance = (await list(province, 'guidance'))[0]?.id as RecordId;
  });
  after(() => [point, province, desk].forEach((office) => office.close()));

  it('are lists of their own, and one’s own list shows neither', async () => {
    assert.deepEqual(await titles(province, 'own'), ['岑岭商标案（本院）']);
    assert.deepEqual(await titles(province, 'received'), ['岑岭云雾茶包装案']);
    assert.deepEqual(await titles(province, 'guidance'), ['岑岭系列案指导意见']);
    const [summary] = await list(province, 'received');
    assert.equal(summary?.senderName, point.name);
    assert.equal(summary.library, 'received');
  });

  it('are counted apart, with what nobody has opened', async () => {
    const counts = await recordsHandlers['records.counts'](province.context, {});
    assert.equal(counts.byKind['typical-case'], 1);
    assert.deepEqual(counts.received, { count: 1, unread: 1 });
    assert.deepEqual(counts.guidance, { count: 1, unread: 1 });
    await recordsHandlers['records.markRead'](province.context, { ids: [guidance], isRead: true });
    const after_ = await recordsHandlers['records.counts'](province.context, {});
    assert.deepEqual(after_.guidance, { count: 1, unread: 0 });
    const marks = await recordsHandlers['records.marks'](
      province.context,
      contract['records.marks'].input.parse({ lists: ['kind'], library: 'received' }),
    );
    assert.deepEqual(marks.marks, [{ list: 'kind', code: 'typical-case', count: 1 }]);
  });

  it('are searched with everything else, each hit with its library, and by themselves', async () => {
    const all = await find(province, '岑岭');
    assert.deepEqual(
      all.hits.map(({ library, senderName }) => `${library} ${senderName ?? ''}`).toSorted(),
      [`guidance ${desk.name}`, 'own ', `received ${point.name}`],
    );
    const some = async (library: Library[]) =>
      (await find(province, '岑岭', library)).hits.map((hit) => hit.id).toSorted();
    assert.deepEqual(await some(['received']), [received]);
    assert.deepEqual(await some(['guidance']), [guidance]);
    assert.deepEqual(await some(['own']), [own]);
    assert.deepEqual(await some(['own', 'guidance']), [own, guidance].toSorted());
    assert.deepEqual(
      (await find(province, '岑岭 库:指导')).hits.map(({ id }) => id),
      [guidance],
    );
    const { facets } = await searchHandlers['search.facets'](
      province.context,
      contract['search.facets'].input.parse({ query: '岑岭' }),
    );
    assert.deepEqual(
      facets
        .filter(({ list: of }) => of === 'library')
        .map(({ code, count }) => `${code} ${count}`)
        .toSorted(),
      ['guidance 1', 'own 1', 'received 1'],
    );
  });

  it('stay out of the palette, and out of what is similar unless asked for', async () => {
    const entries = await paletteHandlers['palette.entries'](
      province.context,
      contract['palette.entries'].input.parse({ names: [] }),
    );
    assert.deepEqual(
      entries.records.map(({ id }) => id),
      [own],
    );
    const similar = async (withOthers: boolean) =>
      (
        await similarHandlers['similar.toPassage'](province.context, {
          passage:
            '“岑岭”系地理标志证明商标。林某低价购入散装茶叶，冒用“岑岭”包装对外销售。包装一万二千套',
          limit: 10,
          withOthers,
        })
      ).items.map(({ library }) => library);
    assert.ok((await similar(true)).some((library) => library !== 'own'));
    assert.ok((await similar(false)).every((library) => library === 'own'));
  });

  it('say of each record from whom it came, in which pack, and what of one’s own guidance is about', async () => {
    const { provenance } = await recordsHandlers['records.get'](province.context, { id: guidance });
    assert.ok(provenance);
    assert.equal(provenance.senderName, desk.name);
    assert.equal(provenance.packKind, 'guidance');
    assert.equal(provenance.sequence, 1);
    assert.equal(provenance.note, '请各院参照办理。');
    assert.equal(provenance.receivedAt, clockOf(province));
    assert.deepEqual(provenance.regarding, [{ id: own, title: '岑岭商标案（本院）' }]);
    const mine = await recordsHandlers['records.get'](province.context, { id: own });
    assert.equal(mine.provenance, null);
  });

  it('are written in by nobody', async () => {
    const id = received;
    const tries: (() => unknown)[] = [
      () => recordsHandlers['records.trash'](province.context, { ids: [own, id] }),
      async () => {
        const record = await recordsHandlers['records.get'](province.context, { id });
        const fields = { ...record.fields, region: '110000' };
        return recordsHandlers['records.save'](province.context, { ...record, fields });
      },
      () => recordsHandlers['records.duplicate'](province.context, { id, title: '抄' }),
      () => revisionsHandlers['revisions.keep'](province.context, { recordId: id, name: '名' }),
    ];
    for (const one of tries) {
      await assert.rejects(async () => one(), failsWith('record-read-only'));
    }
    assert.deepEqual(await titles(province, 'own'), ['岑岭商标案（本院）']);
  });
});

describe('packs that somebody brings', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  const packs: string[] = [];
  const folder = join(desk.folder, '收到');
  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
    for (let number = 1; number <= 4; number += 1) {
      packs.push(await sendPack(point, desk, [addRecord(point)]));
    }
    mkdirSync(join(folder, '十一月'), { recursive: true });
    copyFileSync(packs[3] ?? '', join(folder, '十一月', '第四号.JZPACK'));
    writeFileSync(join(folder, '说明.txt'), '与经验包无关');
    symlinkSync(packs[0] ?? '', join(folder, '链接.jzpack'));
  });
  after(() => [point, desk].forEach((office) => office.close()));

  it('are found in and below a folder, without links and other files', async () => {
    const { items, total } = await inboxHandlers['inbox.find'](desk.context, {
      places: [packs[1] ?? '', folder],
    });
    assert.deepEqual(items, [
      { file: packs[1] },
      { file: folder, below: join('十一月', '第四号.JZPACK') },
    ]);
    assert.equal(total, 2);
  });

  it('are taken in from below that folder, and from nowhere beside it', async () => {
    for (const below of ['../1.jzpack', '链接.jzpack', packs[0] ?? '', '没有.jzpack', '十一月']) {
      await assert.rejects(takeIn(desk, folder, below), (error: { code?: string }) =>
        ['path-not-chosen', 'file-unreadable'].includes(error.code ?? ''),
      );
    }
    const taken = await takeIn(desk, folder, join('十一月', '第四号.JZPACK'));
    assert.deepEqual(taken.missing, [1, 2, 3]);
  });

  it('leave gaps that are shown until they are filled', async () => {
    const gaps = async () => (await inboxHandlers['inbox.gaps'](desk.context, {})).items;
    const named = async () =>
      (await gaps()).map(({ senderName, missing, count }) => ({ senderName, missing, count }));
    assert.deepEqual(await named(), [{ senderName: point.name, missing: [1, 2, 3], count: 3 }]);
    await takeIn(desk, packs[1] ?? '');
    assert.deepEqual(await named(), [{ senderName: point.name, missing: [1, 3], count: 2 }]);
    await takeIn(desk, packs[0] ?? '');
    await takeIn(desk, packs[2] ?? '');
    assert.deepEqual(await gaps(), []);
    const senders = await inboxHandlers['inbox.senders'](desk.context, {});
    assert.deepEqual(senders.items, [{ id: point.id, name: point.name }]);
  });
});
