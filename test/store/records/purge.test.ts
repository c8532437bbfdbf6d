import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { find } from '../../../electron/store/search/find.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { search } from '../../../shared/contract/search.ts';
import { failsWith } from '../../support/failure.ts';
import { openTempRecords, recordingControl, type TempRecords } from '../../support/temp-records.ts';

let temp: TempRecords;
beforeEach(() => (temp = openTempRecords()));
afterEach(() => temp.close());

const trash = (...ids: RecordId[]) => temp.handlers['records.trash'](temp.context, { ids });
const purge = (...ids: RecordId[]) => temp.handlers['records.purge'](temp.context, { ids });
const count = (table: string) => temp.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
const found = () => find(temp.db, search['search.find'].input.parse({ query: '林某' })).hits.length;

describe('purging', () => {
  it('destroys the record, its index entries and its marks, and empties the journal', async () => {
    const [kept, gone] = [temp.create(), temp.create()];
    await temp.handlers['records.tag'](temp.context, { ids: [gone], add: ['茶'], remove: [] });
    await trash(gone);
    assert.deepEqual(await purge(gone), { purged: 1 });
    assert.throws(
      () => temp.handlers['records.get'](temp.context, { id: gone }),
      failsWith('record-not-found'),
    );
    assert.deepEqual(
      [count('records'), count('record_marks'), count('search_entries'), found()],
      [1, 0, 1, 1],
    );
    assert.deepEqual(temp.db.prepare('SELECT action, subject, detail FROM audit').all(), [
      { action: 'record-purged', subject: gone, detail: '{}' },
    ]);
    const journal = `${temp.db.name}-wal`;
    assert.equal(existsSync(journal) ? statSync(journal).size : 0, 0);
    assert.equal((await temp.handlers['records.get'](temp.context, { id: kept })).id, kept);
  });

  it('touches nothing when one of them is not in the trash', async () => {
    const [there, here] = [temp.create(), temp.create()];
    await trash(there);
    assert.throws(() => purge(there, here), failsWith('record-not-in-trash'));
    assert.deepEqual([count('records'), count('audit')], [2, 0]);
  });
});

describe('emptying the trash', () => {
  const fill = async (some: number) => {
    const ids = Array.from({ length: some }, () => temp.create());
    await trash(...ids);
  };

  it('destroys what lies there and nothing else, and says how far it is', async () => {
    const kept = temp.create();
    await fill(120);
    const control = recordingControl();
    const emptied = await temp.handlers['records.emptyTrash'](temp.context, {}, control);
    assert.deepEqual(emptied, { purged: 120 });
    assert.deepEqual(temp.db.prepare('SELECT id FROM records').pluck().all(), [kept]);
    assert.deepEqual(
      control.reports.map(({ done, total }) => [done, total]),
      [
        [0, 120],
        [50, 120],
        [100, 120],
      ],
    );
  });

  it('stops when told to, and leaves the rest in the trash', async () => {
    await fill(120);
    const control = recordingControl(({ done }, cancel) => {
      if (done === 50) cancel();
    });
    await assert.rejects(
      temp.handlers['records.emptyTrash'](temp.context, {}, control),
      failsWith('cancelled'),
    );
    assert.equal(count('records'), 70);
  });

  it('spares what is taken out of the trash meanwhile', async () => {
    await fill(60);
    const last = temp.db
      .prepare('SELECT id FROM records ORDER BY number DESC LIMIT 1')
      .pluck()
      .get() as RecordId;
    const control = recordingControl(({ done }) => {
      if (done === 50) void temp.handlers['records.restore'](temp.context, { ids: [last] });
    });
    const emptied = await temp.handlers['records.emptyTrash'](temp.context, {}, control);
    assert.deepEqual(emptied, { purged: 59 });
    assert.equal(count('records'), 1);
  });
});
