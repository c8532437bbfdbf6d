import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { answersHandlers } from '../../../electron/store/answers/handlers.ts';
import { answerBy, heldAs, sendPack, takePackIn } from '../../support/exchange.ts';
import { addRecord, enrolAt, openOffice, someTime } from '../../support/office.ts';

const DAY = 86_400_000;

describe('what waits to be done', () => {
  let now = someTime;
  const clock = () => now;
  const point = openOffice('云汀市人民检察院', { clock });
  const silent = openOffice('临溪县人民检察院', { clock });
  const desk = openOffice('江岚省人民检察院', { kind: 'desk', clock });
  before(async () => {
    for (const office of [point, silent]) {
      await enrolAt(office, desk);
      await enrolAt(desk, office);
    }
  });
  after(() => [point, silent, desk].forEach((office) => office.close()));
  const notices = async () => answersHandlers['answers.notices'](desk.context, {});
  const states = async (due?: 'overdue' | 'soon' | 'untold') =>
    answersHandlers['received.states'](desk.context, {
      offset: 0,
      limit: 10,
      ...(due === undefined ? {} : { due }),
    });

  it('is counted: what is owed, due this week, overdue, and who is silent', async () => {
    const ids = [addRecord(point), addRecord(point)];
    for (const id of ids) await takePackIn(desk, await sendPack(point, desk, [id]));
    assert.deepEqual(
      { ...(await notices()), silent: [] },
      {
        owedOffices: 1,
        owedPacks: 2,
        overdue: 0,
        soon: 0,
        returned: 0,
        unreadGuidance: 0,
        unreadMessages: 0,
        unanswered: 0,
        toEndorse: 0,
        alarms: 0,
        silent: [],
      },
    );
    await answerBy(desk);
    now += 25 * DAY;
    assert.equal((await notices()).soon, 2);
    await answersHandlers['received.setState'](desk.context, {
      ids: [heldAs(desk, ids[0] ?? '')],
      to: 'accepted',
      note: '',
    });
    assert.equal((await notices()).owedPacks, 1);
    now += 66 * DAY;
    const { overdue, soon, silent: offices } = await notices();
    assert.deepEqual([overdue, soon], [1, 0]);
    assert.deepEqual(
      offices.map(({ officeName, lastAt, days }) => [officeName, lastAt, days]),
      [
        [silent.name, null, 91],
        [point.name, someTime, 91],
      ],
    );
    assert.deepEqual(
      (await states('overdue')).items.map(({ recordId, dueAt }) => [recordId, dueAt]),
      [[ids[1], someTime + 30 * DAY]],
    );
    assert.deepEqual(
      (await states('untold')).items.map(({ recordId }) => recordId),
      [ids[0]],
    );
  });

  it('follows the deadlines that are set, office by office', async () => {
    await answersHandlers['received.setDeadlines'](desk.context, {
      received: 30,
      accepted: null,
      offices: { [point.id]: 365 },
    });
    const { items } = await states();
    assert.deepEqual(
      items.map(({ state, dueAt }) => [state, dueAt]),
      [
        ['received', someTime + 365 * DAY],
        ['accepted', null],
      ],
    );
    await answersHandlers['received.setDeadlines'](desk.context, {
      received: null,
      accepted: 1,
      offices: {},
    });
    assert.deepEqual(
      (await states()).items.map(({ dueAt }) => dueAt),
      [someTime + 26 * DAY, null],
    );
  });
});
