import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { RegistryId } from '../../../shared/contract/registry.ts';
import {
  enrolOffice,
  openTempDesk,
  receiveRecord,
  type TempDesk,
} from '../../support/temp-desk.ts';
import { makeRandom } from '../../bench/random.ts';

const DAY = 86_400_000;

describe('the situation', () => {
  let desk: TempDesk;
  const ids: RegistryId[] = [];
  const fields = { level: null, provincial: '', demonstrationZone: '', contacts: [], notes: '' };
  before(async () => {
    desk = openTempDesk();
    for (const [name, region, batches] of [
      ['云汀市人民检察院', '320000', ['2024']],
      ['望舒区人民检察院', '320000', ['2022', '2024']],
      ['临溪县人民检察院', '330000', ['2024']],
      ['汐桥区人民检察院', '440000', []],
    ] as const) {
      const { id } = await desk.call('registry.create', {
        ...fields,
        name,
        region,
        batches: [...batches],
      });
      ids.push(id);
      enrolOffice(desk.db, `card-${ids.length}`, name);
      await desk.call('registry.link', { id, cardOfficeId: `card-${ids.length}` });
    }
    const send = (sender: string, daysAgo: number, state?: string, keywords?: string[]) =>
      receiveRecord(desk.db, {
        sender,
        at: desk.now - daysAgo * DAY,
        ...(state && { state }),
        ...(keywords && { keywords }),
      });
    send('card-1', 10, 'adopted', ['商标', '地理标志']);
    send('card-1', 40, 'received', ['商标']);
    send('card-2', 200, 'returned', ['商业秘密']);
    send('card-4', 5, 'accepted', ['商标', ' ']);
    send('stranger', 3);
    receiveRecord(desk.db, {
      sender: 'card-3',
      at: desk.now - 400 * DAY,
      library: 'guidance',
      keywords: ['通知'],
    });
  });
  after(() => desk.close());

  it('counts points, submissions, adoptions and the last pack of every region, also those with nothing', async () => {
    const { regions, outside, topics } = await desk.call('situation.overview', {});
    assert.equal(regions.length, 32);
    const of = (region: string) => regions.find((one) => one.region === region);
    assert.deepEqual(of('320000'), {
      region: '320000',
      points: 2,
      silent: 1,
      submissions: 3,
      adopted: 1,
      lastAt: desk.now - 10 * DAY,
      caseload: null,
    });
    assert.partialDeepStrictEqual(of('330000'), { points: 1, silent: 1, submissions: 0 });
    assert.partialDeepStrictEqual(of('440000'), { points: 0, silent: 0, submissions: 1 });
    assert.partialDeepStrictEqual(of('110000'), { points: 0, lastAt: null });
    assert.deepEqual(outside, { submissions: 1, adopted: 0 });
    assert.deepEqual(topics, [
      { keyword: '商标', count: 3 },
      { keyword: '商业秘密', count: 1 },
      { keyword: '地理标志', count: 1 },
    ]);
  });

  it('counts what came in the months asked for, with a nought for months in between', async () => {
    const all = await desk.call('situation.overview', {});
    assert.deepEqual(
      all.months.map(({ month, submissions }) => `${month} ${submissions}`),
      ['2026-05 1', '2026-06 0', '2026-07 0', '2026-08 0', '2026-09 0', '2026-10 1', '2026-11 3'],
    );
    const november = await desk.call('situation.overview', { from: '2026-11', to: '2026-11' });
    assert.deepEqual(november.topics, [
      { keyword: '商标', count: 2 },
      { keyword: '地理标志', count: 1 },
    ]);
    assert.equal(november.regions.find(({ region }) => region === '320000')?.submissions, 1);
  });

  it('opens every number as the list of what it counts', async () => {
    const records = async (question: object) =>
      (await desk.call('situation.records', question)).items.map(
        ({ office, state }) => `${office} ${state}`,
      );
    assert.deepEqual(await records({ region: '320000' }), [
      '云汀市人民检察院 adopted',
      '云汀市人民检察院 received',
      '望舒区人民检察院 returned',
    ]);
    assert.deepEqual(await records({ region: '320000', state: 'adopted' }), [
      '云汀市人民检察院 adopted',
    ]);
    assert.deepEqual(await records({ officeId: ids[3] }), ['汐桥区人民检察院 accepted']);
    assert.deepEqual(await records({ outside: true }), ['某院 received']);
    assert.equal((await records({ keyword: '商标' })).length, 3);
    assert.equal((await records({ keyword: '商标', from: '2026-11' })).length, 2);
    assert.equal((await records({ from: '2026-10', to: '2026-10' })).length, 1);
    const offices = async (question: object) =>
      (await desk.call('situation.offices', question)).items.map(({ name }) => name);
    assert.deepEqual(await offices({ only: 'points' }), [
      '望舒区人民检察院',
      '云汀市人民检察院',
      '临溪县人民检察院',
    ]);
    assert.deepEqual(await offices({ only: 'silent' }), ['望舒区人民检察院', '临溪县人民检察院']);
  });

  it('ranks nobody unless the settings say so', async () => {
    const offices = async () =>
      (await desk.call('situation.offices', { measure: 'submissions' })).items.map(
        ({ submissions }) => submissions,
      );
    assert.deepEqual(await offices(), [1, 2, 0, 1]);
    await desk.call('situation.changeSettings', { showsRanking: true });
    assert.deepEqual(await offices(), [2, 1, 1, 0]);
    assert.equal((await desk.call('situation.settings', {})).silentAfterDays, 90);
    await desk.call('situation.changeSettings', { showsRanking: false, silentAfterDays: 300 });
    assert.equal((await desk.call('situation.offices', { only: 'silent' })).total, 1);
    await desk.call('situation.changeSettings', { silentAfterDays: 90 });
  });

  it('takes the figures of a region from its provincial office, or adds up the others', async () => {
    const set = (officeId: RegistryId | undefined, count: number) =>
      officeId !== undefined &&
      desk.call('caseload.set', {
        officeId,
        period: '2026-Q3',
        figures: [
          { kind: 'civil', count },
          { kind: 'proposals', count: 99 },
        ],
      });
    await set(ids[0], 3);
    await set(ids[1], 4);
    const caseload = async (kind?: string) =>
      (await desk.call('situation.overview', kind === undefined ? {} : { kind })).regions.find(
        ({ region }) => region === '320000',
      )?.caseload;
    assert.equal(await caseload(), 7);
    assert.equal(await caseload('proposals'), 198);
    const { id } = await desk.call('registry.create', {
      ...fields,
      batches: [],
      name: '江岚省人民检察院',
      region: '320000',
      level: 'province',
    });
    assert.equal(await caseload(), 7);
    await set(id, 50);
    assert.equal(await caseload(), 50);
  });

  it('holds the counts that a count of everything gives, whatever happened to the records', () => {
    const { db } = desk;
    const random = makeRandom(7);
    const states = ['received', 'accepted', 'returned', 'adopted'];
    const keywords = ['商标', '著作权', '专利', '商业秘密', '地理标志'];
    for (let turn = 0; turn < 400; turn += 1) {
      const numbers = db
        .prepare('SELECT record_number FROM received_records')
        .pluck()
        .all() as number[];
      const number = random.pick(numbers);
      const step = random.below(10);
      if (step < 5) {
        const at = Date.UTC(2025, random.below(24), 1 + random.below(28), random.below(24));
        const chosen = keywords.filter(() => random.below(3) === 0);
        const library = random.below(8) === 0 ? 'guidance' : 'received';
        receiveRecord(db, {
          sender: `card-${random.below(5)}`,
          at,
          state: random.pick(states),
          keywords: chosen,
          library,
        });
      } else if (step < 7) {
        db.prepare('UPDATE received_records SET state = ? WHERE record_number = ?').run(
          random.pick(states),
          number,
        );
      } else if (step < 8) {
        db.prepare('UPDATE records SET keywords = ? WHERE number = ?').run(
          JSON.stringify([random.pick(keywords)]),
          number,
        );
      } else if (step < 9) {
        db.prepare(
          'UPDATE received_records SET received_at = received_at + ? WHERE record_number = ?',
        ).run(40 * DAY, number);
      } else db.prepare('DELETE FROM records WHERE number = ?').run(number);
    }
    const month = "strftime('%Y-%m', received_at / 1000, 'unixepoch', '+8 hours')";
    const same = (kept: string, counted: string) =>
      assert.deepEqual(db.prepare(kept).all(), db.prepare(counted).all());
    same(
      'SELECT sender_id, month, state, count FROM received_counts ORDER BY 1, 2, 3',
      `SELECT sender_id, ${month} AS month, state, count(*) AS count FROM received_records WHERE library = 'received' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    );
    const topics = `FROM received_records JOIN records ON number = record_number, json_each(keywords)
      WHERE library = 'received' AND trim(value) <> ''`;
    same(
      "SELECT month, keyword, count FROM topic_counts WHERE month <> '' ORDER BY 1, 2",
      `SELECT ${month} AS month, value AS keyword, count(*) AS count ${topics} GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    same(
      "SELECT keyword, count FROM topic_counts WHERE month = '' ORDER BY 1",
      `SELECT value AS keyword, count(*) AS count ${topics} GROUP BY 1 ORDER BY 1`,
    );
  });
});
