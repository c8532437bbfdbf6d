import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { attachmentsHandlers } from '../../../electron/store/attachments/handlers.ts';
import { revisionsHandlers } from '../../../electron/store/revisions/handlers.ts';
import { find } from '../../../electron/store/search/find.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { RevisionId, RevisionOrNow } from '../../../shared/contract/revisions.ts';
import { search } from '../../../shared/contract/search.ts';
import { failsWith } from '../../support/failure.ts';
import { openTempAttachments, type TempAttachments } from '../../support/temp-attachments.ts';
import { historyIn, textOf, type TempHistory } from '../../support/temp-history.ts';

let temp: TempAttachments;
let made: TempHistory;
beforeEach(() => {
  temp = openTempAttachments();
  made = historyIn(temp);
});
afterEach(() => temp.close());

const restore = (recordId: RecordId, id: RevisionId) =>
  revisionsHandlers['revisions.restore'](temp.context, { recordId, id });
const compare = (recordId: RecordId, before: RevisionOrNow, after: RevisionOrNow) =>
  revisionsHandlers['revisions.compare'](temp.context, { recordId, before, after, isWhole: false });
const found = (query: string) =>
  find(temp.db, search['search.find'].input.parse({ query })).hits.map(({ id }) => id);
async function idOf(recordId: RecordId, number: number): Promise<RevisionId> {
  const all = await made.history(recordId);
  const revision = all.find((one) => one.number === number && one.origin === null);
  if (revision === undefined) throw new Error(`there is no revision ${String(number)}`);
  return revision.id;
}

describe('restoring a revision', () => {
  it('makes a new one of it, keeps what stood there, and is found by search', async () => {
    const id = temp.create();
    await made.write(id, '岑岭茶叶。', { title: '旧题' });
    made.keep(id, '一稿');
    await made.write(id, '汐桥机电。', { title: '新题' });
    const { number } = await restore(id, await idOf(id, 1));
    assert.equal(number, 3);
    assert.deepEqual(
      (await made.history(id)).map((revision) => [
        revision.number,
        revision.reason,
        revision.restoredFrom,
      ]),
      [
        [3, 'restored', 1],
        [2, 'before-restore', null],
        [1, 'asked', null],
      ],
    );
    const record = await temp.handlers['records.get'](temp.context, { id });
    assert.deepEqual(
      [record.title, textOf(record.document), record.revision],
      ['旧题', '岑岭茶叶。', 3],
    );
    assert.deepEqual([found('岑岭茶叶'), found('汐桥机电')], [[id], []]);
    assert.equal(textOf((await made.content(await idOf(id, 2))).document), '汐桥机电。');
  });

  it('is undone by restoring what stood there', async () => {
    const id = temp.create();
    await made.write(id, '一。');
    await made.leave(id);
    await made.write(id, '二。');
    const { before } = await restore(id, await idOf(id, 1));
    assert.equal(await made.now(id), '一。');
    await restore(id, before);
    assert.equal(await made.now(id), '二。');
    assert.deepEqual(
      (await made.history(id)).map(({ reason }) => reason),
      ['restored', 'restored', 'before-restore', 'left'],
    );
  });

  it('refuses what stands there already, precedents and the trash, and a window that is behind', async () => {
    const id = temp.create();
    await made.write(id, '一。');
    made.keep(id);
    const first = await idOf(id, 1);
    const { saves } = await temp.handlers['records.get'](temp.context, { id });
    assert.throws(() => restore(id, first), failsWith('revision-unchanged'));
    await made.write(id, '二。');
    await restore(id, first);
    const { title, keywords, caseNumbers, document } = await temp.handlers['records.get'](
      temp.context,
      { id },
    );
    assert.throws(
      () =>
        temp.handlers['records.save'](temp.context, {
          id,
          saves,
          title,
          keywords,
          caseNumbers,
          document,
        }),
      failsWith('record-changed-elsewhere'),
    );
    await temp.handlers['records.trash'](temp.context, { ids: [id] });
    assert.throws(() => restore(id, first), failsWith('record-in-trash'));
  });

  it('refuses a revision of another record, as comparing does', async () => {
    const [one, other] = [temp.create(), temp.create()];
    await made.write(one, '一。');
    made.keep(one);
    const foreign = await idOf(one, 1);
    assert.throws(() => restore(other, foreign), failsWith('revision-not-found'));
    assert.throws(() => compare(other, foreign, 'now'), failsWith('revision-not-found'));
  });
});

describe('comparing revisions', () => {
  it('shows what changed between any two, or since one', async () => {
    const id = temp.create();
    for (const text of ['公司制定了制度。', '公司制订了制度。', '公司制订了新制度。']) {
      await made.write(id, text);
      await made.leave(id);
    }
    const [one, two] = [await idOf(id, 1), await idOf(id, 2)];
    const changed = async (before: RevisionOrNow, after: RevisionOrNow) =>
      (await compare(id, before, after)).lines
        .flatMap((line) => ('cells' in line ? line.cells.flat() : []))
        .filter(({ op }) => op !== 'same')
        .map(({ op, text }) => `${op} ${text}`);
    assert.deepEqual(await changed(one, two), ['removed 制定', 'added 制订']);
    assert.deepEqual(await changed(two, 'now'), ['added 新']);
    assert.deepEqual(await changed('now', one), ['removed 制订了新', 'added 制定了']);
  });

  it('reads what an earlier program kept', async () => {
    const id = temp.create();
    await made.write(id, '旧版文档。');
    temp.db.exec(`UPDATE records SET document = replace(document, '"version":2', '"version":1')`);
    made.keep(id);
    const content = await made.content(await idOf(id, 1));
    assert.deepEqual([content.document.version, textOf(content.document)], [2, '旧版文档。']);
    await temp.handlers['records.save'](temp.context, {
      ...(await temp.handlers['records.get'](temp.context, { id })),
    });
    await made.leave(id);
    assert.equal((await made.history(id)).length, 1);
  });
});

describe('attachments that a kept revision shows', () => {
  const picture = (attachmentId: string) => ({
    version: 2 as const,
    sections: [
      {
        id: 'facts',
        heading: '基本案情',
        blocks: [
          {
            type: 'image' as const,
            attachmentId,
            caption: [{ type: 'text' as const, text: '现场' }],
          },
        ],
      },
    ],
  });

  it('are not deleted for good while the history needs them, and come back when it is restored', async () => {
    const id = temp.create();
    const attachment = await temp.attach(id, temp.file('现场.png', 'bytes'));
    const other = await temp.attach(id, temp.file('无关.txt', 'other'));
    await made.write(id, picture(attachment.id));
    await made.leave(id);
    await made.write(id, '不用图片了。');
    await attachmentsHandlers['attachments.remove'](temp.context, {
      ids: [attachment.id, other.id],
    });
    const purge = (one: typeof attachment) =>
      attachmentsHandlers['attachments.purge'](temp.context, { ids: [one.id] });
    assert.throws(() => purge(attachment), failsWith('attachment-in-history'));
    await purge(other);
    await restore(id, await idOf(id, 1));
    assert.deepEqual(
      temp.list(id).map(({ name }) => name),
      ['现场.png'],
    );
  });

  it('go with the record', async () => {
    const id = temp.create();
    const attachment = await temp.attach(id, temp.file('图.png', 'bytes'));
    await made.write(id, picture(attachment.id));
    await made.leave(id);
    await temp.handlers['records.trash'](temp.context, { ids: [id] });
    await temp.handlers['records.purge'](temp.context, { ids: [id] });
    assert.equal(temp.count('record_attachments'), 0);
    assert.equal(temp.db.prepare('SELECT count(*) FROM revision_attachments').pluck().get(), 0);
  });
});
