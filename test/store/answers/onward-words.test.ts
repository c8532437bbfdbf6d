import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import {
  noteOnward,
  onwardOf,
  takeOnward,
  untoldOnward,
} from '../../../electron/store/answers/onward-words.ts';
import type { PackJson } from '../../../electron/store/packs/pack-json.ts';
import { statementText, type Onward } from '../../../shared/packs/statement.ts';
import { openOffice, someTime } from '../../support/office.ts';

const [PACK, DESK, OTHER] = [1, 2, 3].map(
  (digit) => `01930000-0000-4000-8000-00000000000${String(digit)}`,
) as [string, string, string];
const [TEA, MOTOR] = [4, 5].map((digit) => `01930000-0000-4000-8000-00000000000${String(digit)}`);
const instant = (day: number) => new Date(someTime + day * 86_400_000).toISOString();

describe('words on what became of records further on', () => {
  const point = openOffice('云汀市人民检察院');
  const province = openOffice('江岚省人民检察院', { kind: 'province' });
  after(() => [point, province].forEach((office) => office.close()));
  const day = fc.option(fc.integer({ min: 0, max: 9 }).map(instant));
  const words = fc.array(
    fc
      .record({
        recordId: fc.constantFrom(TEA ?? '', MOTOR ?? ''),
        officeId: fc.constantFrom(DESK, OTHER),
        officeName: fc.constant('知识产权检察厅'),
        received: day,
        purged: day,
      })
      .filter(({ received, purged }) => received !== null || purged !== null),
    { maxLength: 12 },
  );
  const heardBy = (all: readonly Onward[]) => {
    point.db.exec('DELETE FROM onward_words');
    for (const word of all) takeOnward(point.db, PACK, [word]);
    return [...onwardOf(point.db, PACK)];
  };

  it('come to the same in whatever order they come, and however often', () => {
    fc.assert(
      fc.property(
        words.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
          ),
        ),
        ([all, doubled]) => assert.deepEqual(heardBy(doubled), heardBy(all)),
      ),
    );
  });

  it('are to be told once more only where an earlier day, or another word, is heard', () => {
    const { db } = province;
    const statement = statementText({
      format: 'jianzhi-statement',
      formatVersion: 1,
      kind: 'endorsement',
      note: '',
      original: { packId: PACK, hash: '0'.repeat(64), senderId: OTHER },
      opinions: [{ recordId: TEA ?? '', opinion: 'recommended', text: '' }],
    });
    const hear = (outcome: 'received' | 'adopted' | 'purged', at: number) => {
      const sender = { officeId: DESK, name: '知识产权检察厅' };
      const pack = { sender, createdAt: instant(at) } as PackJson;
      noteOnward(db, pack, statement, { recordId: TEA ?? '', outcome });
      const untold = untoldOnward(db, PACK).map(({ received, purged }) => [received, purged]);
      db.exec('UPDATE onward_words SET is_told = 1');
      return untold;
    };
    assert.deepEqual(hear('received', 5), [[instant(5), null]]);
    assert.deepEqual(hear('received', 5), []);
    assert.deepEqual(hear('adopted', 7), []);
    assert.deepEqual(hear('received', 3), [[instant(3), null]]);
    assert.deepEqual(hear('purged', 8), [[instant(3), instant(8)]]);
    assert.deepEqual(hear('purged', 9), []);
    assert.deepEqual(hear('received', 6), []);
  });
});
