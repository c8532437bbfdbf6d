import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countDue, DAY_IN_MS } from '../../../electron/store/answers/deadlines.ts';
import { standingNumbered } from '../../../electron/store/answers/list-standing.ts';
import { answersHandlers } from '../../../electron/store/answers/handlers.ts';
import { auditHandlers } from '../../../electron/store/audit/handlers.ts';
import { recordNumber } from '../../../electron/store/parties/party-row.ts';
import type { StatementOf } from '../../../shared/packs/statement.ts';
import { endorsementsHandlers } from '../../../electron/store/endorsements/handlers.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { ShownState } from '../../../shared/contract/situation.ts';
import { endorseTo, give, openChain } from '../../support/endorse.ts';
import { heldAs, sendPack, takePackIn } from '../../support/exchange.ts';
import { failsWith } from '../../support/failure.ts';
import { addRecord } from '../../support/office.ts';

describe('a record that a provincial office forwarded', () => {
  const chain = openChain();
  const { point, province } = chain;
  const stateOf = async (id: RecordId) =>
    answersHandlers['received.state'](province.context, { id });
  const listed = async (state: ShownState) =>
    (
      await answersHandlers['received.states'](province.context, { state, offset: 0, limit: 9 })
    ).items.map(({ id, state: shown }) => [id, shown]);

  it('is called forwarded in the inspector, the list, its filter and the page', async () => {
    const id = addRecord(point);
    const { packId } = await takePackIn(province, await sendPack(point, province, [id]));
    const held = heldAs(province, id);
    await endorseTo(chain, packId);
    const { standing, changes, next } = await stateOf(held);
    assert.equal(standing?.state, 'endorsed');
    assert.deepEqual(
      changes.map(({ after }) => after),
      ['endorsed', 'received'],
    );
    assert.equal(next.includes('accepted'), false, 'it is accepted with it');
    assert.deepEqual(await listed('endorsed'), [[held, 'endorsed']]);
    assert.deepEqual(await listed('accepted'), []);
    const page = { which: 'endorsed' as const, offset: 0, limit: 9 };
    const { items } = await endorsementsHandlers['endorsements.packs'](province.context, page);
    assert.equal(items[0]?.records[0]?.state, 'endorsed');
    const { items: due } = await answersHandlers['receipts.due'](province.context, {});
    assert.equal(due[0]?.answers[0]?.records[0]?.outcome, 'endorsed');
    await answersHandlers['received.setState'](province.context, {
      ids: [held],
      to: 'accepted',
      note: '本院同时采用。',
    });
    assert.deepEqual(
      (await stateOf(held)).changes.map(({ after }) => after),
      ['accepted', 'endorsed', 'received'],
      'said by itself it is called accepted',
    );
    assert.deepEqual(await listed('endorsed'), []);
  });

  it('is due nowhere at the provincial office any more, until another text of it comes', async () => {
    const far = Date.now() + 500 * DAY_IN_MS;
    const due = (id: RecordId) => [
      standingNumbered(province.db, recordNumber(province.db, id))?.dueAt === null,
      countDue(province.db, far, far).overdue,
    ];
    const id = addRecord(point);
    const sent = await takePackIn(province, await sendPack(point, province, [id]));
    const held = heldAs(province, id);
    assert.deepEqual(due(held), [false, 1]);
    await endorseTo(chain, sent.packId);
    assert.deepEqual(due(held), [true, 0]);
    const to = { ids: [held], to: 'accepted' as const, note: '本院同时采用。' };
    await answersHandlers['received.setState'](province.context, to);
    assert.deepEqual(due(held), [true, 0], 'it waits for the desk all the same');
    point.db
      .prepare('UPDATE records SET title = ?, revision = revision + 1 WHERE id = ?')
      .run('修订后的案例', id);
    const replaces = [{ recordId: id, packId: sent.packId, revision: 1 }];
    const correction: StatementOf<'correction'> = {
      format: 'jianzhi-statement',
      formatVersion: 1,
      kind: 'correction',
      note: '',
      replaces,
    };
    await takePackIn(province, await sendPack(point, province, [id], correction));
    assert.deepEqual(due(held), [false, 1]);
  });
});

describe('an opinion of a provincial office', () => {
  const chain = openChain();
  const { point, province } = chain;

  it('has a line in the audit trail, and each change of it one more, without its words', async () => {
    const id = addRecord(point);
    await takePackIn(province, await sendPack(point, province, [id]));
    const held = heldAs(province, id);
    await give(province, held, 'recommended', '岑岭案事实清楚。');
    await give(province, held, 'recommended', '岑岭案事实清楚。');
    await give(province, held, 'recommended', '岑岭案说理充分。');
    await give(province, held, 'not-recommended', '岑岭案说理充分。');
    await assert.rejects(
      give(province, held, 'recommended', '请拨13812345678。'),
      failsWith('answer-reveals'),
    );
    const none = { recordId: held, given: null };
    await endorsementsHandlers['endorsements.give'](province.context, none);
    await endorsementsHandlers['endorsements.give'](province.context, none);
    const { items } = await auditHandlers['audit.list'](province.context, {
      action: 'opinion-given',
      offset: 0,
      limit: 20,
    });
    assert.deepEqual(
      items.toReversed().map(({ subject, detail }) => [subject, detail]),
      [
        [held, { from: 'none', to: 'recommended', text: 'changed', revision: 1 }],
        [held, { from: 'recommended', to: 'recommended', text: 'changed', revision: 1 }],
        [held, { from: 'recommended', to: 'not-recommended', text: 'same', revision: 1 }],
        [held, { from: 'not-recommended', to: 'none', text: 'changed', revision: 1 }],
      ],
    );
    assert.equal(JSON.stringify(items).includes('岑岭案'), false);
  });
});
