import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { answersHandlers } from '../../../electron/store/answers/handlers.ts';
import { endorsementsHandlers } from '../../../electron/store/endorsements/handlers.ts';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { StatementOf } from '../../../shared/packs/statement.ts';
import { chainFor, endorseTo, waitingAt, type Chain } from '../../support/endorse.ts';
import { answerBy, heldAs, sendPack, statusOf, takePackIn } from '../../support/exchange.ts';
import { failsWith } from '../../support/failure.ts';
import { addRecord, enrolAt, type TestOffice, watchJob } from '../../support/office.ts';
import { backUp, confirmEpochs } from '../../support/restore.ts';
import { newKeysOf } from '../../support/own-keys.ts';

const withdrawal = (recordId: string, packId: string): StatementOf<'withdrawal'> => ({
  format: 'jianzhi-statement',
  formatVersion: 1,
  kind: 'withdrawal',
  note: '',
  records: [{ recordId, packId }],
});
const isHeld = (at: TestOffice, recordId: string) =>
  at.db.prepare('SELECT 1 FROM received_records WHERE record_id = ?').get(recordId) !== undefined;
const adopt = (at: TestOffice, recordId: string) =>
  answersHandlers['received.setState'](at.context, {
    ids: [heldAs(at, recordId)],
    to: 'adopted',
    note: '',
  });
const statesAt = async (at: TestOffice, recordId: string) =>
  (await answersHandlers['received.state'](at.context, { id: heldAs(at, recordId) })).changes.map(
    ({ after }) => after,
  );
/** Takes a pack in whose numbering is new, after somebody telephoned. */
async function takeNumbering(at: TestOffice, file: string): Promise<void> {
  await assert.rejects(takePackIn(at, file), failsWith('epoch-unconfirmed'));
  await confirmEpochs(at);
  await takePackIn(at, file);
}
let files = 0;
/** Forwards a pack once more, with the opinions that are given. */
async function endorseAgain({ province, desk }: Chain, packId: string) {
  files += 1;
  const file = join(province.folder, `again-${String(files)}.jzpack`);
  const input = { packId, to: desk.id, file, note: '' };
  await endorsementsHandlers['endorsements.write'](province.context, input, watchJob());
  return file;
}

describe('a restored provincial office that forgot', () => {
  it('what it forwarded takes the desk’s receipt, forwards again, and hears the word then', async (t) => {
    const chain = await chainFor(t);
    const { point, province, desk } = chain;
    const id = addRecord(point);
    const { packId } = await takePackIn(province, await sendPack(point, province, [id]));
    const restore = backUp(province);
    await takePackIn(desk, await endorseTo(chain, packId));
    await adopt(desk, id);
    const forgotten = await answerBy(desk);
    await restore();
    await takePackIn(province, forgotten);
    assert.deepEqual(await statesAt(province, id), ['received'], 'nobody knows what it was about');
    assert.deepEqual(
      (await waitingAt(province)).map((pack) => pack.packId),
      [packId],
      'it waits again',
    );
    await takeNumbering(desk, await endorseTo(chain, packId));
    assert.equal(desk.db.prepare('SELECT count(*) FROM received_records').pluck().get(), 1);
    assert.deepEqual(await statesAt(desk, id), ['adopted', 'received']);
    await takePackIn(province, await answerBy(desk));
    assert.deepEqual(await statesAt(province, id), ['adopted', 'endorsed', 'received']);
    await takePackIn(point, await answerBy(province));
    assert.equal(statusOf(point, id), 'adopted');
    await assert.rejects(answerBy(desk), failsWith('receipts-none-due'));
    await assert.rejects(answerBy(province), failsWith('receipts-none-due'));
  });

  it('what it forwarded is answered for both, in one receipt', async (t) => {
    const chain = await chainFor(t);
    const { point, province, desk } = chain;
    const id = addRecord(point);
    const { packId } = await takePackIn(province, await sendPack(point, province, [id]));
    const restore = backUp(province);
    await takePackIn(desk, await endorseTo(chain, packId));
    await restore();
    await takeNumbering(desk, await endorseTo(chain, packId));
    await adopt(desk, id);
    const { items } = await answersHandlers['receipts.due'](desk.context, {});
    assert.equal(items[0]?.answers.length, 2);
    await takePackIn(province, await answerBy(desk));
    await takePackIn(point, await answerBy(province));
    assert.equal(statusOf(point, id), 'adopted');
    assert.equal(desk.db.prepare('SELECT count(*) FROM received_records').pluck().get(), 1);
  });

  it('what it took in gets it again, and all comes out right', async (t) => {
    const chain = await chainFor(t);
    const { point, province, desk } = chain;
    const restore = backUp(province);
    const id = addRecord(point);
    const sent = await sendPack(point, province, [id]);
    const { packId } = await takePackIn(province, sent);
    await takePackIn(desk, await endorseTo(chain, packId));
    await takePackIn(point, await answerBy(province));
    await adopt(desk, id);
    const forgotten = await answerBy(desk);
    await restore();
    await takePackIn(province, forgotten);
    assert.equal(isHeld(province, id), false);
    assert.equal((await takePackIn(province, sent)).state, 'taken');
    await takeNumbering(desk, await endorseTo(chain, packId));
    await takePackIn(province, await answerBy(desk));
    await takeNumbering(point, await answerBy(province));
    assert.equal(statusOf(point, id), 'adopted');
  });

  it('what it told hears it again, and tells it again, which changes nothing', async (t) => {
    const chain = await chainFor(t);
    const { point, province, desk } = chain;
    const id = addRecord(point);
    const { packId } = await takePackIn(province, await sendPack(point, province, [id]));
    await takePackIn(desk, await endorseTo(chain, packId));
    const restore = backUp(province);
    await adopt(desk, id);
    const word = await answerBy(desk);
    await takePackIn(province, word);
    await takePackIn(point, await answerBy(province));
    const before = point.db.prepare('SELECT * FROM onward_words').all();
    await restore();
    assert.equal((await takePackIn(province, word)).state, 'taken');
    await takeNumbering(point, await answerBy(province));
    assert.equal(statusOf(point, id), 'adopted');
    assert.deepEqual(point.db.prepare('SELECT * FROM onward_words').all(), before);
  });

  it('what it forwarded forwards the withdrawal all the same', async (t) => {
    for (const isTakenIn of [true, false]) {
      const chain = await chainFor(t);
      const { point, province, desk } = chain;
      const id = addRecord(point);
      const empty = backUp(province);
      const { packId } = await takePackIn(province, await sendPack(point, province, [id]));
      const restore = isTakenIn ? backUp(province) : empty;
      await takePackIn(desk, await endorseTo(chain, packId));
      await restore();
      const sent = await sendPack(point, province, [], withdrawal(id, packId));
      const back = await takePackIn(province, sent);
      assert.deepEqual(
        (await waitingAt(province)).map((pack) => pack.packId),
        [back.packId],
        'else the desk would keep what its sender took back',
      );
      await takeNumbering(desk, await endorseTo(chain, back.packId));
      assert.equal(isHeld(desk, id), false);
    }
  });
});

describe('a point that restored a backup from before it took something back', () => {
  it('sends it once more: the old withdrawal has nothing to forward after that', async (t) => {
    const chain = await chainFor(t);
    const { point, province, desk } = chain;
    const id = addRecord(point);
    const { packId } = await takePackIn(province, await sendPack(point, province, [id]));
    const restore = backUp(point);
    await takePackIn(province, await sendPack(point, province, [], withdrawal(id, packId)));
    assert.deepEqual(await waitingAt(province), [], 'nothing of it went further');
    await restore();
    await takeNumbering(province, await sendPack(point, province, [id]));
    const [again, ...others] = await waitingAt(province);
    assert.ok(again);
    assert.deepEqual(others, []);
    await takePackIn(desk, await endorseTo(chain, again.packId));
    assert.deepEqual(
      await waitingAt(province),
      [],
      'the desk, which saw nothing older, would take it for the newer word',
    );
    assert.ok(isHeld(desk, id));
  });
});

describe('a pack that a provincial office forwards twice', () => {
  for (const isReversed of [false, true]) {
    it(`is one record, one word of the desk and one of the point${isReversed ? ', whichever comes first' : ''}`, async (t) => {
      const chain = await chainFor(t);
      const { point, province, desk } = chain;
      const id = addRecord(point);
      const { packId } = await takePackIn(province, await sendPack(point, province, [id]));
      const both = [await endorseTo(chain, packId), await endorseAgain(chain, packId)];
      for (const file of isReversed ? both.toReversed() : both) await takePackIn(desk, file);
      await adopt(desk, id);
      await takePackIn(province, await answerBy(desk));
      assert.deepEqual(await statesAt(desk, id), ['adopted', 'received']);
      const states = await statesAt(province, id);
      assert.deepEqual(states, ['adopted', 'endorsed', 'endorsed', 'received']);
      const waiting = { state: 'waiting' as const, offset: 0, limit: 9 };
      const { items } = await packsHandlers['packs.list'](province.context, waiting);
      assert.deepEqual(items, [], 'both are answered for');
      await takePackIn(point, await answerBy(province));
      assert.equal(statusOf(point, id), 'adopted');
      for (const at of [desk, province]) {
        await assert.rejects(answerBy(at), failsWith('receipts-none-due'));
      }
    });
  }
});

describe('what was lost with a stolen key', () => {
  it('a withdrawal is written once more, and not a third time', async (t) => {
    const chain = await chainFor(t);
    const { point, desk } = chain;
    const id = addRecord(point) as RecordId;
    await takePackIn(desk, await sendPack(point, desk, [id]));
    await takePackIn(point, await answerBy(desk));
    const withdraw = async () => {
      files += 1;
      const file = join(point.folder, `back-${String(files)}.jzpack`);
      const input = { recordIds: [id], to: desk.id, file, note: '' };
      await packsHandlers['packs.withdraw'](point.context, input, watchJob());
      return file;
    };
    const where = async () =>
      (await packsHandlers['packs.where'](point.context, { recordId: id })).items.map(
        ({ isAgain }) => isAgain,
      );
    assert.deepEqual(await where(), [false]);
    const lost = await withdraw();
    assert.deepEqual(await where(), [], 'it can be sent again as it is');
    await assert.rejects(withdraw(), failsWith('record-not-sent'));
    newKeysOf(point.context);
    await enrolAt(desk, point);
    await assert.rejects(takePackIn(desk, lost), failsWith('pack-key-revoked'));
    assert.deepEqual(await where(), [true]);
    const again = await withdraw();
    assert.deepEqual(await where(), []);
    await takePackIn(desk, again);
    assert.equal(isHeld(desk, id), false);
    await takePackIn(point, await answerBy(desk));
    newKeysOf(point.context);
    assert.deepEqual(await where(), [], 'it was answered for');
    await assert.rejects(withdraw(), failsWith('record-not-sent'));
  });

  it('a withdrawal whose copy went with a restored backup is written once more', async (t) => {
    const chain = await chainFor(t);
    const { point, desk } = chain;
    const id = addRecord(point) as RecordId;
    const { packId } = await takePackIn(desk, await sendPack(point, desk, [id]));
    await sendPack(point, desk, [], withdrawal(id, packId));
    await backUp(point)();
    const file = join(point.folder, 'back.jzpack');
    const input = { recordIds: [id], to: desk.id, file, note: '' };
    await packsHandlers['packs.withdraw'](point.context, input, watchJob());
    await takeNumbering(desk, file);
    assert.equal(isHeld(desk, id), false);
  });

  it('an endorsement is written once more, of a withdrawal too', async (t) => {
    const chain = await chainFor(t);
    const { point, province, desk } = chain;
    const id = addRecord(point);
    const { packId } = await takePackIn(province, await sendPack(point, province, [id]));
    const lost = await endorseTo(chain, packId);
    const change = async () => {
      newKeysOf(province.context);
      for (const at of [point, desk]) await enrolAt(at, province);
    };
    await change();
    await assert.rejects(takePackIn(desk, lost), failsWith('pack-key-revoked'));
    // The original names a card of the province from before: it is addressed to the office all the same.
    await takePackIn(desk, await endorseAgain(chain, packId));
    assert.ok(isHeld(desk, id));
    const back = await takePackIn(
      province,
      await sendPack(point, province, [], withdrawal(id, packId)),
    );
    await endorseTo(chain, back.packId);
    await change();
    await takePackIn(desk, await endorseAgain(chain, back.packId));
    assert.equal(isHeld(desk, id), false);
  });
});

describe('the desk’s word about a text that a correction overtook at the province', () => {
  it('moves nothing, also where the point’s numbers of texts began anew; its remarks go back', async (t) => {
    const chain = await chainFor(t);
    const { point, province, desk } = chain;
    const id = addRecord(point);
    point.db.prepare('UPDATE records SET revision = 5 WHERE id = ?').run(id);
    const restore = backUp(point);
    const first = await sendPack(point, province, [id]);
    await takePackIn(desk, await endorseTo(chain, (await takePackIn(province, first)).packId));
    await answersHandlers['received.comment'](desk.context, {
      recordId: heldAs(desk, id),
      id: '0193aaaa-0000-4000-8000-000000000001',
      section: 'facts',
      passage: '包装一万二千套',
      before: '',
      after: '',
      replacement: null,
      text: '请核对套数。',
    });
    await answersHandlers['received.setState'](desk.context, {
      ids: [heldAs(desk, id)],
      to: 'returned',
      note: '数量前后不一。',
    });
    const word = await answerBy(desk);
    await restore();
    point.db
      .prepare("UPDATE records SET title = '改', revision = 3, saves = saves + 1 WHERE id = ?")
      .run(id);
    await takeNumbering(province, await sendPack(point, province, [id]));
    await takePackIn(province, word);
    const { standing, comments } = await answersHandlers['received.state'](province.context, {
      id: heldAs(province, id),
    });
    assert.equal(standing?.state, 'received');
    assert.deepEqual(
      comments.map(({ text }) => text),
      ['请核对套数。'],
    );
    const [waiting] = await waitingAt(province);
    assert.equal(waiting?.records[0]?.title, '改');
    assert.deepEqual(
      comments.map(({ revision }) => revision > (waiting.records[0]?.revision ?? 9)),
      [true],
      'the older text has the higher number',
    );
    await endorseTo(chain, waiting.packId);
    await takePackIn(point, await answerBy(province));
    const threads = point.db.prepare('SELECT count(*) FROM comment_threads').pluck().get();
    assert.equal(threads, 1);
    assert.equal(statusOf(point, id), 'received');
  });

  it('counts when the text came again in another pack, unchanged', async (t) => {
    const chain = await chainFor(t);
    const { point, province, desk } = chain;
    const id = addRecord(point);
    const first = await sendPack(point, province, [id]);
    await takePackIn(desk, await endorseTo(chain, (await takePackIn(province, first)).packId));
    await adopt(desk, id);
    await takePackIn(province, await sendPack(point, province, [id]));
    await takePackIn(province, await answerBy(desk));
    await takePackIn(point, await answerBy(province));
    assert.equal(statusOf(point, id), 'adopted');
  });
});
