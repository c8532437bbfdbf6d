import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createAnswer, type StoreHandlers } from '../../../electron/store/answer.ts';
import { recordsHandlers } from '../../../electron/store/records/handlers.ts';
import type { CallInput } from '../../../shared/contract/index.ts';
import { records, type RecordId, type RecordKind } from '../../../shared/contract/records.ts';
import { search } from '../../../shared/contract/search.ts';
import type { DocumentTree } from '../../../shared/document/tree.ts';
import { templates } from '../../../shared/templates/index.ts';
import { find } from '../../../electron/store/search/find.ts';
import { failsWith as fails } from '../../support/failure.ts';
import { documentOf, openTempRecords, type TempRecords } from '../../support/temp-records.ts';

const unknownId = '01930000-0000-7000-8000-000000000000' as RecordId;
let temp: TempRecords;
beforeEach(() => (temp = openTempRecords()));
afterEach(() => temp.close());

const found = (query: string) =>
  find(temp.db, search['search.find'].input.parse({ query })).hits.map(({ id }) => id);

async function list(input: CallInput<'records.list'> = {}) {
  const page = await temp.handlers['records.list'](
    temp.context,
    records['records.list'].input.parse(input),
  );
  return records['records.list'].output.parse(page);
}
const get = async (id: RecordId) =>
  records['records.get'].output.parse(await temp.handlers['records.get'](temp.context, { id }));
const save = (
  id: RecordId,
  saves: number,
  change: { title?: string; document?: DocumentTree } = {},
) =>
  temp.handlers['records.save'](temp.context, {
    id,
    saves,
    title: change.title ?? '何某甲侵犯著作权案',
    keywords: ['侵犯著作权罪', '综合履职'],
    caseNumbers: ['（2025）岚0102刑初47号'],
    document: change.document ?? documentOf({ facts: '何某甲搭建听书网站。', significance: '' }),
  });

describe('records', () => {
  it('creates a record of each editable kind with the sections of its template, all empty', async () => {
    for (const [kind, template] of Object.entries(templates)) {
      if (template.isReadOnly) continue;
      const record = await get(temp.create(kind as RecordKind, '标题'));
      assert.deepEqual(
        record.document.sections.map(({ id, heading }) => ({ id, heading })),
        template.sections.map(({ id, heading }) => ({ id, heading })),
      );
      assert.equal(record.characters, 0);
      assert.equal(record.saves, 1);
    }
  });

  it('gives ids that are UUIDs of version 7 and carry the time of the clock', () => {
    const id = temp.create();
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const time = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    assert.equal(new Date(time).toISOString(), '2026-11-22T09:00:01.000Z');
  });

  it('refuses to create a precedent', () => {
    assert.throws(() => temp.create('precedent'), fails('record-read-only'));
  });

  it('answers what was saved, with length, opening and one save more', async () => {
    const id = temp.create();
    const saved = await save(id, 1);
    const record = await get(id);
    assert.equal(saved.saves, 2);
    assert.equal(record.saves, 2);
    assert.equal(record.changedAt, saved.savedAt);
    assert.equal(record.characters, 10);
    assert.equal(record.opening, '何某甲搭建听书网站。');
    assert.deepEqual(record.keywords, ['侵犯著作权罪', '综合履职']);
    assert.deepEqual(record.caseNumbers, ['（2025）岚0102刑初47号']);
    assert.deepEqual(
      record.document,
      documentOf({ facts: '何某甲搭建听书网站。', significance: '' }),
    );
  });

  it('cuts the opening at 120 code points without breaking a character', async () => {
    const id = temp.create();
    await save(id, 1, { document: documentOf({ facts: '𠮷'.repeat(300) }) });
    assert.equal((await get(id)).opening, '𠮷'.repeat(120));
  });

  it('refuses a save that was made to an earlier save, and keeps the later text', async () => {
    const id = temp.create();
    await save(id, 1, { document: documentOf({ facts: '先到的文字' }) });
    assert.throws(
      () => save(id, 1, { document: documentOf({ facts: '后到的文字' }) }),
      fails('record-changed-elsewhere'),
    );
    assert.equal((await get(id)).opening, '先到的文字');
  });

  it('refuses documents with unknown nodes, repeated sections or a later version', () => {
    const id = temp.create();
    const withBlock = (block: unknown) =>
      ({ version: 2, sections: [{ id: 'facts', heading: '', blocks: [block] }] }) as DocumentTree;
    const refused = [
      withBlock({ type: 'html', value: '<b>x</b>' }),
      withBlock({
        type: 'paragraph',
        children: [{ type: 'text', text: 'x', href: 'javascript:0' }],
      }),
      {
        version: 2,
        sections: ['facts', 'facts'].map((name) => ({ id: name, heading: '', blocks: [] })),
      } as DocumentTree,
      '<p>x</p>' as unknown as DocumentTree,
    ];
    for (const document of refused) {
      assert.throws(
        () => save(id, 1, { document: document as DocumentTree }),
        fails('document-invalid'),
      );
    }
    assert.throws(
      () => save(id, 1, { document: { version: 3, sections: [] } as unknown as DocumentTree }),
      fails('document-newer'),
    );
  });

  it('refuses to hand out a stored document that is damaged or newer', () => {
    const id = temp.create();
    const store = temp.db.prepare('UPDATE records SET document = ?');
    store.run('{"version":1,"sections":[');
    assert.throws(
      () => temp.handlers['records.get'](temp.context, { id }),
      fails('document-invalid'),
    );
    store.run('{"version":7,"sections":[]}');
    assert.throws(
      () => temp.handlers['records.get'](temp.context, { id }),
      fails('document-newer'),
    );
  });

  it('lists the newest change first, in pages, by kind', async () => {
    const first = temp.create('typical-case', '甲');
    const second = temp.create('good-practice', '乙');
    const third = temp.create('typical-case', '丙');
    await save(first, 1, { title: '甲改' });
    assert.deepEqual(
      (await list()).items.map(({ title }) => title),
      ['甲改', '丙', '乙'],
    );
    const page = await list({ limit: 1, offset: 1 });
    assert.deepEqual([page.total, page.items.map(({ id }) => id)], [3, [third]]);
    const practices = await list({ kinds: ['good-practice', 'research-note'] });
    assert.deepEqual(
      practices.items.map(({ id }) => id),
      [second],
    );
  });

  it('counts every kind and the trash', async () => {
    temp.create('typical-case');
    const gone = temp.create('typical-case');
    temp.create('work-report');
    await temp.handlers['records.trash'](temp.context, { ids: [gone] });
    const counts = records['records.counts'].output.parse(
      await temp.handlers['records.counts'](temp.context, {}),
    );
    assert.equal(counts.trashed, 1);
    assert.equal(counts.byKind['typical-case'], 1);
    assert.equal(counts.byKind['work-report'], 1);
    assert.equal(counts.byKind['information-brief'], 0);
  });

  it('moves to the trash and back without changing the count of saves or the text', async () => {
    const id = temp.create();
    await save(id, 1);
    await temp.handlers['records.trash'](temp.context, { ids: [id] });
    assert.equal((await list()).total, 0);
    assert.deepEqual(
      (await list({ trashed: true })).items.map((item) => item.id),
      [id],
    );
    assert.throws(() => save(id, 2), fails('record-in-trash'));
    await temp.handlers['records.restore'](temp.context, { ids: [id] });
    const record = await get(id);
    assert.deepEqual([record.saves, record.trashedAt], [2, null]);
    assert.equal((await save(id, 2)).saves, 3);
  });

  it('trashes and restores all or none', async () => {
    const id = temp.create();
    const call = (name: 'records.trash' | 'records.restore', ids: RecordId[]) =>
      temp.handlers[name](temp.context, { ids });
    assert.throws(() => call('records.trash', [id, unknownId]), fails('record-not-found'));
    assert.equal((await get(id)).trashedAt, null);
    await call('records.trash', [id]);
    assert.throws(() => call('records.restore', [id, unknownId]), fails('record-not-found'));
    assert.notEqual((await get(id)).trashedAt, null);
  });

  it('finds what was saved as soon as it is saved, and no longer what was there before', async () => {
    const id = temp.create();
    await save(id, 1, { document: documentOf({ facts: '岑岭茶业' }) });
    assert.deepEqual(found('岑岭茶业'), [id]);
    await save(id, 2, { document: documentOf({ facts: '汐桥机电' }) });
    assert.deepEqual([found('岑岭茶业'), found('汐桥机电')], [[], [id]]);
    await temp.handlers['records.trash'](temp.context, { ids: [id] });
    assert.deepEqual(found('汐桥机电'), []);
    await temp.handlers['records.restore'](temp.context, { ids: [id] });
    assert.deepEqual(found('汐桥机电'), [id]);
  });

  it('leaves record and index as they were when the disk is full', async () => {
    const id = temp.create();
    await save(id, 1, { document: documentOf({ facts: '岑岭茶业' }) });
    const answer = createAnswer(temp.context, recordsHandlers as unknown as StoreHandlers);
    const pages = temp.db.pragma('page_count', { simple: true }) as number;
    temp.db.pragma(`max_page_count=${pages}`);
    const input = {
      ...(await get(id)),
      saves: 2,
      document: documentOf({
        facts: Array.from({ length: 30_000 }, (_, at) =>
          String.fromCodePoint(0x4e00 + (at % 20_000)),
        ).join(''),
      }),
    };
    const refused = await answer({ name: 'records.save', input });
    assert.deepEqual(refused.ok ? null : refused.failure.code, 'disk-full');
    assert.deepEqual([(await get(id)).saves, found('岑岭茶业')], [2, [id]]);
  });

  it('answers that a record is unknown', () => {
    assert.throws(
      () => temp.handlers['records.get'](temp.context, { id: unknownId }),
      fails('record-not-found'),
    );
    assert.throws(() => save(unknownId, 1), fails('record-not-found'));
  });

  it('answers that the workspace is closed', () => {
    const closed = { ...temp.context, open: null };
    assert.throws(() => temp.handlers['records.counts'](closed, {}), fails('workspace-closed'));
  });
});
