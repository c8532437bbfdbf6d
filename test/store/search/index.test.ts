import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { checkIndex, isIndexSound } from '../../../electron/store/search/check-index.ts';
import { indexRecord, unindexRecord } from '../../../electron/store/search/index-record.ts';
import { rebuildIndex } from '../../../electron/store/search/rebuild-index.ts';
import { tidyIndex } from '../../../electron/store/search/tidy-index.ts';
import { Failure } from '../../../shared/errors.ts';
import { openSearchLibrary, recordOf, type SearchLibrary } from '../../support/search-library.ts';
import { recordingControl } from '../../support/temp-records.ts';

let library: SearchLibrary;
let numbers: number[];
beforeEach(() => {
  library = openSearchLibrary();
  numbers = library.db.transaction(() =>
    Array.from({ length: 50 }, (_, index) => {
      const text = `销售轮胎${index}只，价值若干。`.repeat(5);
      return library.add({ title: `第${index}案`, sections: [['案情', text]] });
    }),
  )();
});
afterEach(() => library.close());

const differing = async () => (await checkIndex(library.db, recordingControl())).differing;
const rebuild = () => rebuildIndex(library.db, recordingControl());
const entryOf = (number = 0) =>
  library.db.prepare('SELECT entry FROM search_entries WHERE record = ?').pluck().get(number);

describe('the check of the index', () => {
  it('finds nothing different after records were added, edited, trashed, restored and deleted', async () => {
    const [first = 0, second = 0, third = 0, fourth = 0] = numbers;
    library.edit(first, { title: '新' });
    library.trash(second);
    library.trash(third);
    library.restore(third);
    library.remove(fourth);
    assert.deepEqual(await checkIndex(library.db, recordingControl()), {
      records: 49,
      differing: 0,
    });
  });

  it('finds nothing different in a record with halves of characters in all its texts', async () => {
    const half = '商标\uD83D案';
    library.add({ title: half, keywords: [half], sections: [[half, half]] });
    assert.equal(await differing(), 0);
  });

  const damages: Readonly<Record<string, (number: number) => void>> = {
    'a record that was never indexed': (number) => unindexRecord(library.db, number),
    'a title changed behind its back': (number) =>
      library.db.prepare("UPDATE records SET title = '换' WHERE number = ?").run(number),
    'text missing from the index': (number) =>
      library.db.prepare('DELETE FROM search_body WHERE rowid = ?').run(entryOf(number)),
    'a title missing from the index': (number) =>
      library.db.prepare('DELETE FROM search_meta WHERE rowid = ?').run(entryOf(number)),
    'other text under the entry': (number) => {
      const entry = entryOf(number);
      library.db.prepare('DELETE FROM search_body WHERE rowid = ?').run(entry);
      library.db.prepare("INSERT INTO search_body (rowid, text) VALUES (?, '别 的')").run(entry);
    },
    'a year that it does not count': (number) =>
      library.db.prepare("UPDATE search_entries SET facets = '[]' WHERE record = ?").run(number),
    'an entry about no record': () =>
      library.db
        .prepare(
          "INSERT INTO search_entries (record, kind, is_trashed, digest) VALUES (999, 'x', 0, x'00')",
        )
        .run(),
    'text of no entry': () =>
      library.db.prepare("INSERT INTO search_body (rowid, text) VALUES (99999, '甲')").run(),
    'an index made by other rules': (number) =>
      library.db.prepare("UPDATE search_entries SET digest = x'00' WHERE record = ?").run(number),
    'a trashed record that it holds for live': (number) => {
      library.trash(number);
      library.db.prepare('UPDATE search_entries SET is_trashed = 0 WHERE record = ?').run(number);
    },
  };
  for (const [what, damage] of Object.entries(damages)) {
    it(`sees ${what}, and a rebuild mends it`, async () => {
      damage(numbers[7] ?? 0);
      assert.equal(await differing(), 1);
      await rebuild();
      assert.equal(await differing(), 0);
      assert.ok(library.numbersFor('轮胎').length >= 49);
    });
  }

  it('sees every record when the structure itself is destroyed, and a rebuild mends it', async () => {
    library.db.unsafeMode(true);
    library.db.exec("UPDATE search_body_data SET block = x'00000000' WHERE id > 10");
    assert.equal(await differing(), 50);
    await rebuild();
    assert.equal(await differing(), 0);
    assert.equal(library.numbersFor('轮胎').length, 50);
  });

  it('at a quick look sees a missing entry, a foreign one, and an index made by other rules', () => {
    assert.ok(isIndexSound(library.db));
    unindexRecord(library.db, numbers[7] ?? 0);
    assert.ok(!isIndexSound(library.db));
    library.remove(numbers[7] ?? 0);
    assert.ok(isIndexSound(library.db));
    library.db.exec("UPDATE search_entries SET digest = x'00'");
    assert.ok(!isIndexSound(library.db));
  });

  it('can be stopped', async () => {
    const control = recordingControl((_progress, cancel) => cancel());
    await assert.rejects(checkIndex(library.db, control), isCancelled);
  });
});

describe('a rebuild', () => {
  it('keeps the order of change and leaves trashed records unfound', async () => {
    const [first = 0, second = 0] = numbers;
    library.edit(first, { sections: [['x', '轮胎']] });
    library.trash(second);
    const before = library.find('轮胎', { limit: 500 }).hits.map(({ id }) => id);
    await rebuild();
    assert.deepEqual(
      library.find('轮胎', { limit: 500 }).hits.map(({ id }) => id),
      before,
    );
    assert.equal(before.length, 49);
  });

  it('reports its progress and, stopped, calls no total exact until it is done again', async () => {
    const control = recordingControl(({ done }, cancel) => done > 0 && cancel());
    await assert.rejects(rebuildIndex(library.db, control), isCancelled);
    assert.equal(control.reports[0]?.total, 50);
    const partly = library.find('轮胎');
    assert.ok(partly.total > 0 && partly.total < 50);
    assert.equal(partly.isExact, false);
    await rebuild();
    assert.equal(library.find('轮胎').isExact, true);
    assert.equal(library.find('轮胎').total, 50);
  });

  it('lets work go on in between, and indexes nothing twice', async () => {
    const [first = 0] = numbers;
    const last = numbers.at(-1) ?? 0;
    const control = recordingControl(({ done }) => {
      if (done !== 20) return;
      library.edit(last, { title: '新轮胎' });
      library.edit(first, { title: '新轮胎' });
      library.remove(numbers[30] ?? 0);
    });
    await rebuildIndex(library.db, control);
    assert.equal(await differing(), 0);
    assert.deepEqual(library.numbersFor('新轮胎'), [first, last]);
  });
});

describe('tidying', () => {
  it('merges what many changes have left, changes no answer, and comes to an end', () => {
    for (let round = 0; round < 10; round += 1) {
      for (const number of numbers)
        library.edit(number, { title: '案', sections: [['x', `轮胎${round}`]] });
    }
    const segments = library.db
      .prepare('SELECT count(DISTINCT segid) FROM search_body_idx')
      .pluck();
    const before = segments.get() as number;
    let rounds = 0;
    while (tidyIndex(library.db) && rounds < 1000) rounds += 1;
    assert.ok(rounds < 1000);
    assert.ok((segments.get() as number) <= before);
    assert.equal(library.numbersFor('轮胎9').length, 50);
    assert.equal(library.numbersFor('轮胎8').length, 0);
  });
});

describe('an entry of the index', () => {
  it('is made after the record, or not at all', () => {
    assert.throws(() => indexRecord(library.db, { number: 999, ...recordOf({}) }));
  });

  it('comes and goes with the transaction that changes the record', () => {
    const [first = 0] = numbers;
    const change = library.db.transaction(() => {
      library.edit(first, { title: '不要的轮胎' });
      throw new Error('stop');
    });
    assert.throws(change, /stop/);
    assert.deepEqual(library.numbersFor('不要的轮胎'), []);
    assert.deepEqual(library.numbersFor('第0案'), [first]);
  });

  it('may be taken out twice', () => {
    const [first = 0] = numbers;
    unindexRecord(library.db, first);
    unindexRecord(library.db, first);
    assert.deepEqual(library.numbersFor('第0案'), []);
  });
});

const isCancelled = (error: unknown) => error instanceof Failure && error.code === 'cancelled';
