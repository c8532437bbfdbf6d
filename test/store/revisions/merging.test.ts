import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { revisionsHandlers } from '../../../electron/store/revisions/handlers.ts';
import { mergeHistories } from '../../../electron/store/revisions/merge-histories.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
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

const merge = (into: RecordId, from: RecordId) =>
  mergeHistories(temp.db, { into, from }, temp.context.clock);
async function written(title: string, texts: string[]): Promise<RecordId> {
  const id = temp.create('typical-case', title);
  for (const text of texts) {
    await made.write(id, text);
    await made.leave(id);
  }
  return id;
}
const labels = async (id: RecordId) =>
  Promise.all(
    (await made.history(id)).map(
      async ({ id: revision, number, origin }) =>
        `${origin?.title ?? '本件'} ${String(number)} ${textOf((await made.content(revision)).document)}`,
    ),
  );

describe('joining two histories', () => {
  it('makes all revisions of both readable at one record, marked with where they come from', async () => {
    const a = await written('甲', ['甲一。', '甲二。']);
    const b = await written('乙', ['乙一。', '乙二。']);
    await made.write(b, '乙三，没有离开过。');
    merge(a, b);
    assert.deepEqual((await labels(a)).toSorted(), [
      '乙 1 乙一。',
      '乙 2 乙二。',
      '乙 3 乙三，没有离开过。',
      '本件 1 甲一。',
      '本件 2 甲二。',
    ]);
    assert.equal(await made.now(a), '甲二。');
    assert.deepEqual([await made.history(b), await made.now(b)], [[], '乙三，没有离开过。']);
    const [audit] = temp.db
      .prepare(`SELECT subject FROM audit WHERE action = 'histories-joined'`)
      .all();
    assert.deepEqual(audit, { subject: a });
  });

  it('outlives the record that was joined, and lets both be compared, restored and written on', async () => {
    const a = await written('甲', ['林某销售假冒茶叶。']);
    const b = await written('乙', ['林某销售大量假冒茶叶。']);
    merge(a, b);
    await temp.handlers['records.trash'](temp.context, { ids: [b] });
    await temp.handlers['records.purge'](temp.context, { ids: [b] });
    const foreign = (await made.history(a)).find(({ origin }) => origin !== null);
    assert.ok(foreign !== undefined);
    const compared = await revisionsHandlers['revisions.compare'](temp.context, {
      recordId: a,
      before: 'now',
      after: foreign.id,
      isWhole: false,
    });
    assert.deepEqual([compared.added, compared.removed], [3, 1]);
    await made.write(a, '又写了一句。');
    await made.leave(a);
    await revisionsHandlers['revisions.restore'](temp.context, { recordId: a, id: foreign.id });
    assert.equal(await made.now(a), '林某销售大量假冒茶叶。');
    assert.deepEqual(
      (await made.history(a)).filter(({ origin }) => origin === null).map(({ number }) => number),
      [3, 2, 1],
    );
  });

  it('goes on to a third record with everything, and each is found by the number it bore', async () => {
    const [a, b, c] = [
      await written('甲', ['甲一。']),
      await written('乙', ['乙一。']),
      await written('丙', ['丙一。']),
    ];
    merge(b, c);
    merge(a, b);
    assert.deepEqual((await labels(a)).toSorted(), ['丙 1 丙一。', '乙 1 乙一。', '本件 1 甲一。']);
    const found = await revisionsHandlers['revisions.find'](temp.context, {
      recordId: c,
      number: 1,
    });
    assert.deepEqual([found.recordId, found.revision.origin?.title], [a, '丙']);
    assert.throws(
      () => revisionsHandlers['revisions.find'](temp.context, { recordId: c, number: 2 }),
      failsWith('revision-not-found'),
    );
    // What was joined counts on from where it was: no number means two texts.
    await made.write(b, '乙又写。');
    await made.leave(b);
    assert.deepEqual(
      (await made.history(b)).map(({ number }) => number),
      [3, 2],
    );
  });

  it('takes the attachments along, under names that are free', async () => {
    const [a, b] = [await written('甲', ['甲。']), await written('乙', ['乙。'])];
    await temp.attach(a, temp.file('清单.txt', '甲的'));
    await temp.attach(b, temp.file('清单.txt', '乙的'));
    merge(a, b);
    assert.deepEqual(
      temp
        .list(a)
        .map(({ name }) => name)
        .toSorted(),
      ['清单 (2).txt', '清单.txt'],
    );
    assert.deepEqual(temp.list(b), []);
  });

  it('is all or nothing', async () => {
    const a = await written('甲', ['甲。']);
    const gone = '01930000-0000-7000-8000-000000000000' as RecordId;
    assert.throws(() => merge(a, gone), failsWith('record-not-found'));
    assert.throws(() => merge(a, a), RangeError);
    assert.equal((await made.history(a)).length, 1);
  });
});
