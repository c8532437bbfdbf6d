import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { LONG_WRITING, PAUSE } from '../../../electron/store/revisions/keep-before-save.ts';
import { keepUnkept } from '../../../electron/store/revisions/keep-unkept.ts';
import { revisionsHandlers } from '../../../electron/store/revisions/handlers.ts';
import { insertRecord } from '../../../electron/store/records/insert-record.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { revisions } from '../../../shared/contract/revisions.ts';
import { historyIn, textOf, type TempHistory } from '../../support/temp-history.ts';
import { failsWith } from '../../support/failure.ts';
import { documentOf, openTempRecords, type TempRecords } from '../../support/temp-records.ts';

const MINUTE = 60_000;
let temp: TempRecords;
let now: number;
let made: TempHistory;
beforeEach(() => {
  temp = openTempRecords();
  now = Date.UTC(2026, 10, 22, 9, 0, 0);
  temp.context.clock = () => now;
  made = historyIn(temp);
});
afterEach(() => temp.close());

const texts = async (id: RecordId) =>
  Promise.all(
    (await made.history(id)).map(async (revision) => [
      revision.reason,
      textOf((await made.content(revision.id)).document),
    ]),
  );
const revisionNumber = async (id: RecordId) =>
  (await temp.handlers['records.get'](temp.context, { id })).revision;
const write: TempHistory['write'] = (...all) => made.write(...all);
const history: TempHistory['history'] = (id) => made.history(id);
const leave: TempHistory['leave'] = (id) => made.leave(id);
const keep: TempHistory['keep'] = (id, name) => made.keep(id, name);

describe('history keeps', () => {
  it('nothing of writing without a pause, however often it is saved', async () => {
    const id = temp.create();
    for (let step = 1; step <= 60; step += 1) {
      now += 400;
      await write(id, '林某'.repeat(step));
    }
    assert.deepEqual(await history(id), []);
    assert.equal(await revisionNumber(id), 0);
  });

  it('what was written before a pause, when somebody writes on', async () => {
    const id = temp.create();
    await write(id, '第一稿。');
    const writtenAt = now;
    now += PAUSE;
    await write(id, '第一稿。第二天接着写。');
    assert.deepEqual(await texts(id), [['pause', '第一稿。']]);
    const [revision] = await history(id);
    assert.deepEqual([revision?.number, revision?.writtenAt, revision?.added], [1, writtenAt, 4]);
    assert.equal(await revisionNumber(id), 1);
  });

  it('what stands there after half an hour of writing without a pause', async () => {
    const id = temp.create();
    await write(id, '开头。');
    now += PAUSE;
    for (let minute = 0; minute <= LONG_WRITING / MINUTE; minute += 1) {
      await write(id, `开头。${'写'.repeat(minute)}`);
      now += MINUTE;
    }
    assert.deepEqual(
      (await history(id)).map(({ reason }) => reason),
      ['writing', 'pause'],
    );
  });

  it('an imported text as it came, before it is changed for the first time', async () => {
    const id = insertRecord(
      temp.db,
      {
        kind: 'typical-case',
        title: '导入的案例',
        keywords: [],
        caseNumbers: [],
        document: documentOf({ facts: '原文。' }),
        source: { name: '案例.docx', hash: 'x' },
      },
      now,
    );
    await write(id, '原文改过。');
    assert.deepEqual(await texts(id), [['first', '原文。']]);
  });

  it('what was changed, when the record is left, and nothing if nothing was', async () => {
    const id = temp.create();
    await leave(id);
    await write(id, '离开前的文字。');
    await leave(id);
    await leave(id);
    assert.deepEqual(await texts(id), [['left', '离开前的文字。']]);
  });

  it('what a crash left unkept, and what is open when the workspace is left', async () => {
    const [one, other, untouched] = [temp.create(), temp.create(), temp.create()];
    await write(one, '甲。');
    await write(other, '乙。');
    keepUnkept(temp.db);
    keepUnkept(temp.db);
    assert.deepEqual(
      [await texts(one), await texts(other)],
      [[['left', '甲。']], [['left', '乙。']]],
    );
    assert.deepEqual(await history(untouched), []);
  });

  it('what somebody asks for, under a name, and the same text once', async () => {
    const id = temp.create();
    await write(id, '送审稿全文。');
    assert.deepEqual(keep(id, '送审稿'), { number: 1, isNew: true });
    assert.throws(() => keep(id, '另一个名字'), failsWith('revision-unchanged'));
    await write(id, '改一改。');
    await write(id, '送审稿全文。');
    await leave(id);
    const [only, ...others] = await history(id);
    assert.deepEqual([only?.name, only?.reason, others], ['送审稿', 'asked', []]);
  });

  it('a name for the text that it kept already without one', async () => {
    const id = temp.create();
    await write(id, '全文。');
    await leave(id);
    assert.throws(() => keep(id), failsWith('revision-unchanged'));
    assert.deepEqual(keep(id, '定稿'), { number: 1, isNew: false });
    const [revision] = await history(id);
    assert.deepEqual([revision?.name, revision?.reason], ['定稿', 'left']);
    await revisionsHandlers['revisions.rename'](temp.context, {
      id: revision?.id ?? (0 as never),
      name: null,
    });
    assert.equal((await history(id))[0]?.name, null);
  });

  it('title, keywords, case numbers and fields too, and how much was changed', async () => {
    const id = temp.create();
    await write(id, '林某销售假冒的茶叶。');
    await leave(id);
    await write(id, '林某销售大量假冒茶叶。', { title: '新的题目' });
    await leave(id);
    const [latest] = await history(id);
    const content = await made.content(latest?.id ?? (0 as never));
    assert.equal(content.title, '新的题目');
    assert.ok((latest?.added ?? 0) >= 6 && (latest?.removed ?? 0) > 10);
    assert.equal(latest?.characters, 11);
  });

  it('nothing of precedents and of what lies in the trash on demand', async () => {
    const id = temp.create();
    await write(id, '全文。');
    await temp.handlers['records.trash'](temp.context, { ids: [id] });
    assert.throws(() => keep(id, '名'), failsWith('record-in-trash'));
  });
});

describe('a history', () => {
  it('is listed page by page, newest first', async () => {
    const id = temp.create();
    for (let step = 1; step <= 7; step += 1) {
      now += MINUTE;
      await write(id, `第${String(step)}稿。`);
      await leave(id);
    }
    const input = revisions['revisions.list'].input.parse({ recordId: id, offset: 2, limit: 3 });
    const page = await revisionsHandlers['revisions.list'](temp.context, input);
    assert.deepEqual([page.items.map(({ number }) => number), page.total], [[5, 4, 3], 7]);
  });

  it('stays in the trash, goes when the record is destroyed, and is not copied with it', async () => {
    const id = temp.create();
    await write(id, '全文。');
    await leave(id);
    const copy = await temp.handlers['records.duplicate'](temp.context, { id, title: '副本' });
    assert.deepEqual([await history(copy.id), await revisionNumber(copy.id)], [[], 0]);
    await temp.handlers['records.trash'](temp.context, { ids: [id] });
    assert.equal((await history(id)).length, 1);
    await temp.handlers['records.purge'](temp.context, { ids: [id] });
    await assert.rejects(history(id), failsWith('record-not-found'));
    for (const table of [
      'revisions',
      'revision_attachments',
      'revision_origins',
      'revision_packs',
    ]) {
      assert.equal(temp.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), 0, table);
    }
  });
});
