import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { importSources } from '../../../electron/store/sources/import-sources.ts';
import { recordingControl } from '../../support/temp-records.ts';
import { openTempSources, sourceItem } from '../../support/temp-sources.ts';

/** As other programs write it: members in any order, ids that are text or numbers, names in parts. */
const library = [
  {
    id: 'lin2024',
    type: 'article-journal',
    title: '损失数额的认定 “秘点”',
    author: [{ family: '林', given: '某' }],
    issued: { 'date-parts': [[2024, 3]] },
    note: 'line\nline',
    volume: 12,
  },
  {
    type: 'book',
    id: 7,
    title: 'Trade & <i>secret</i>',
    ISBN: '978-7-9999-0001-1',
    language: 'en',
  },
  {
    id: 'x/3',
    type: 'webpage',
    title: '说明',
    URL: 'https://example.invalid/?a=1',
    accessed: { raw: '2025' },
  },
];

describe('CSL-JSON', () => {
  const store = openTempSources();
  after(() => store.close());
  const file = (name: string) => path.join(store.folder, name);
  const write = (name: string, text: string | Buffer) => {
    writeFileSync(file(name), text);
    return file(name);
  };
  const take = (name: string, text: string | Buffer) =>
    store.call('sources.import', { file: write(name, text) });

  it('goes out byte for byte as it came in', async () => {
    const text = `${JSON.stringify(library, null, 2)}\n`;
    const report = await take('in.json', text);
    assert.deepEqual(report, { imported: 3, known: 0, skipped: [], notKept: [] });
    const out = await store.call('sources.export', { ids: [], file: file('out.json') });
    assert.equal(out.exported, 3);
    assert.equal(readFileSync(file('out.json'), 'utf8'), text);
  });

  it('is recognised when it comes again, be it in another order or in other words', async () => {
    const [article, book] = library;
    const again = [book, { ...article, id: 'other', title: '损失数额的认定“秘点”' }];
    const report = await take('again.json', `\ufeff${JSON.stringify(again)}`);
    assert.deepEqual([report.imported, report.known], [0, 2]);
    const twice = sourceItem({ title: '一个文件里的两次' });
    const both = await take('twice.json', JSON.stringify([twice, { ...twice, id: 'b' }]));
    assert.deepEqual([both.imported, both.known], [1, 1]);
  });

  it('says what it did not take and what it did not keep', async () => {
    const report = await take(
      'odd.json',
      JSON.stringify([
        { type: 'book', title: '好的', custom: {}, author: [{ literal: '林某', ORCID: '0' }] },
        { type: 'leaflet', title: '坏的' },
        { type: 'book' },
        '不是条目',
      ]),
    );
    assert.deepEqual(report, {
      imported: 1,
      known: 0,
      skipped: [
        { place: 2, code: 'source-invalid', member: 'type' },
        { place: 3, code: 'source-has-no-title', member: 'title' },
        { place: 4, code: 'source-invalid', member: '' },
      ],
      notKept: [{ place: 1, title: '好的', members: ['custom', 'author.ORCID'] }],
    });
  });

  it('gives an item without an id, or with one that is taken, an id of its own', async () => {
    const ids = [
      await store.add(sourceItem({ id: 'same', title: '甲' })),
      await store.add(sourceItem({ id: 'same', title: '乙' })),
      await store.add(sourceItem({ title: '丙' })),
    ];
    await store.call('sources.export', { ids, file: file('ids.json') });
    const items = JSON.parse(readFileSync(file('ids.json'), 'utf8')) as { id: unknown }[];
    assert.deepEqual(
      items.map(({ id }) => id),
      ['same', ids[1], ids[2]],
    );
    const audit = store.db
      .prepare("SELECT detail FROM audit WHERE action = 'sources-exported'")
      .all();
    assert.deepEqual(audit, [{ detail: '{"count":3}' }, { detail: '{"count":3}' }]);
  });

  for (const [name, content] of [
    ['no JSON', '@book{lin2024, title = {题}}'],
    ['nothing', ''],
    ['an empty list', '[]'],
    ['JSON of another kind', '"text"'],
    ['bytes', Buffer.from([0, 255, 254, 1])],
  ] as const) {
    it(`refuses a file with ${name} and takes nothing`, async () => {
      await assert.rejects(take('bad.json', content), { code: 'source-file-unknown' });
    });
  }

  it('refuses what is too large, what is not there, and to write over a file', async () => {
    const many = JSON.stringify(Array(20_001).fill({ type: 'book', title: 'x' }));
    await assert.rejects(take('many.json', many), { code: 'source-file-too-large' });
    await assert.rejects(store.call('sources.import', { file: file('none.json') }), {
      code: 'file-unreadable',
    });
    const trail = () => store.db.prepare('SELECT count(*) FROM audit').pluck().get();
    const before = trail();
    await assert.rejects(store.call('sources.export', { ids: [], file: file('in.json') }), {
      code: 'file-exists',
    });
    assert.equal(trail(), before);
  });

  it('can be stopped, while it reads before anything is taken; and goes on where it was', async () => {
    const count = () => store.db.prepare('SELECT count(*) FROM sources').pluck().get() as number;
    const before = count();
    const many = Array.from({ length: 500 }, (_, at) => ({
      type: 'book',
      title: `第${at}本`,
      author: [{ literal: '林某' }],
      issued: { 'date-parts': [[2020]] },
    }));
    const taking = write('stopped.json', JSON.stringify(many));
    const stopAt = (stop: string) => {
      const control = recordingControl(({ done, phase }, cancel) => {
        if (phase === stop && done > 0) cancel();
      });
      return importSources(store.db, store.context.clock, { file: taking }, control);
    };
    await assert.rejects(stopAt('reading'), { code: 'cancelled' });
    assert.equal(count(), before);
    await assert.rejects(stopAt('storing'), { code: 'cancelled' });
    const taken = count() - before;
    assert.ok(taken > 0 && taken < 500);
    const report = await store.call('sources.import', { file: taking });
    assert.deepEqual([report.imported, report.known], [500 - taken, taken]);
  });
});
