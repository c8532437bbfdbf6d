import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answersHandlers } from '../../../electron/store/answers/handlers.ts';
import { endorsementsHandlers } from '../../../electron/store/endorsements/handlers.ts';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import type { OnwardWord } from '../../../shared/contract/packs.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { Onward, StatementOf } from '../../../shared/packs/statement.ts';
import { endorseTo, openChain } from '../../support/endorse.ts';
import { answerBy, heldAs, sendPack, statusOf, takePackIn } from '../../support/exchange.ts';
import { failsWith } from '../../support/failure.ts';
import { addRecord, someTime, type TestOffice, watchJob } from '../../support/office.ts';

const DAY_IN_MS = 86_400_000;
const withdrawal = (recordId: string, packId: string): StatementOf<'withdrawal'> => ({
  format: 'jianzhi-statement',
  formatVersion: 1,
  kind: 'withdrawal',
  note: '',
  records: [{ recordId, packId }],
});

/** What a point knows of a record further on, by kind of pack, newest first. */
async function onwardAt(point: TestOffice, recordId: string): Promise<[string, OnwardWord[]][]> {
  const page = { recordId: recordId as RecordId, offset: 0, limit: 20 };
  const { items } = await packsHandlers['packs.list'](point.context, page);
  return items.map(({ kind, contents, withdrawn }) => [
    kind,
    [...contents, ...withdrawn].find(({ id }) => id === recordId)?.onward ?? [],
  ]);
}

describe('that a forwarded record came to the desk, and was purged there', () => {
  let now = someTime;
  const chain = openChain({ clock: () => now });
  const { point, province, desk } = chain;
  const arrive = async (id: string) =>
    (await takePackIn(province, await sendPack(point, province, [id]))).packId;
  const inDays = (days: number) => (now = someTime + days * DAY_IN_MS);
  const set = (id: string, to: 'returned' | 'accepted') =>
    answersHandlers['received.setState'](desk.context, { ids: [heldAs(desk, id)], to, note: '' });
  const noneOwed = (at: TestOffice) =>
    assert.rejects(answerBy(at), failsWith('receipts-none-due'), `${at.name} owes nothing`);

  it('is told to the point, each with its day', async () => {
    const id = addRecord(point, { title: '岑岭茶叶假冒商标案' });
    const packId = await arrive(id);
    await takePackIn(desk, await endorseTo(chain, packId));
    await takePackIn(point, await answerBy(province));
    assert.deepEqual(await onwardAt(point, id), [['submission', []]]);
    inDays(3);
    await takePackIn(province, await answerBy(desk));
    const { items } = await answersHandlers['receipts.due'](province.context, {});
    const received = { officeName: desk.name, receivedAt: now, purgedAt: null };
    assert.deepEqual(
      items[0]?.answers.map(({ isFirst, records, onward }) => [isFirst, records, onward]),
      [[false, [], [{ ...received, recordId: id, title: '岑岭茶叶假冒商标案' }]]],
    );
    const answer = await answerBy(province);
    inDays(4);
    await takePackIn(point, answer);
    assert.deepEqual(await onwardAt(point, id), [['submission', [received]]]);
    assert.equal(statusOf(point, id), 'received');
    const page = { which: 'endorsed' as const, offset: 0, limit: 9 };
    const went = await endorsementsHandlers['endorsements.packs'](province.context, page);
    assert.deepEqual(went.items[0]?.records[0]?.onward, [received]);

    const sent = await sendPack(point, province, [], withdrawal(id, packId));
    const back = await takePackIn(province, sent);
    await takePackIn(desk, await endorseTo(chain, back.packId));
    inDays(6);
    await takePackIn(province, await answerBy(desk));
    await takePackIn(point, await answerBy(province));
    const purged = { officeName: desk.name, receivedAt: null, purgedAt: now };
    assert.deepEqual(await onwardAt(point, id), [
      ['withdrawal', [purged]],
      ['submission', [received]],
    ]);
    await noneOwed(province);
    await noneOwed(desk);
  });

  it('comes to the same when receipts come late, doubled and in another order', async () => {
    inDays(10);
    const id = addRecord(point);
    await takePackIn(desk, await endorseTo(chain, await arrive(id)));
    await takePackIn(point, await answerBy(province));
    const first = await answerBy(desk);
    const firstDay = now;
    inDays(12);
    await set(id, 'returned');
    const second = await answerBy(desk);
    await takePackIn(province, second);
    const later = await answerBy(province);
    const word = (receivedAt: number) => [
      ['submission', [{ officeName: desk.name, receivedAt, purgedAt: null }]],
    ];
    await takePackIn(province, first);
    await takePackIn(province, second);
    const earlier = await answerBy(province);
    await takePackIn(point, earlier);
    assert.deepEqual(await onwardAt(point, id), word(firstDay));
    assert.equal(statusOf(point, id), 'received');
    await takePackIn(point, later);
    assert.deepEqual(await onwardAt(point, id), word(firstDay), 'the first day stands');
    assert.equal(statusOf(point, id), 'returned', 'the receipt before said nothing of its state');
    for (const file of [earlier, later]) {
      assert.equal((await takePackIn(point, file)).state, 'again');
    }
    assert.deepEqual(await onwardAt(point, id), word(firstDay));
    await noneOwed(province);
  });

  it('is the answer where the withdrawal was quicker than what it takes back', async () => {
    inDays(20);
    const id = addRecord(point);
    const packId = await arrive(id);
    const forwarded = await endorseTo(chain, packId);
    const back = await takePackIn(
      province,
      await sendPack(point, province, [], withdrawal(id, packId)),
    );
    await takePackIn(desk, await endorseTo(chain, back.packId));
    await takePackIn(desk, forwarded);
    await takePackIn(province, await answerBy(desk));
    await takePackIn(point, await answerBy(province));
    const purged = [{ officeName: desk.name, receivedAt: null, purgedAt: now }];
    assert.deepEqual(await onwardAt(point, id), [
      ['withdrawal', purged],
      ['submission', purged],
    ]);
  });

  it('is told of a pack that a newer text has overtaken, and moves nothing', async () => {
    inDays(30);
    const id = addRecord(point);
    await takePackIn(desk, await endorseTo(chain, await arrive(id)));
    point.db.prepare("UPDATE records SET title = '改', saves = saves + 1 WHERE id = ?").run(id);
    await arrive(id);
    await takePackIn(point, await answerBy(province));
    await set(id, 'accepted');
    await takePackIn(province, await answerBy(desk));
    await takePackIn(point, await answerBy(province));
    assert.deepEqual(
      (await onwardAt(point, id)).map(([, words]) => words.map(({ receivedAt }) => receivedAt)),
      [[], [now]],
    );
    assert.equal(statusOf(point, id), 'received');
  });

  it('is believed only of records that the pack named, and said once', async () => {
    const id = addRecord(point);
    const packId = await arrive(id);
    await takePackIn(point, await answerBy(province));
    const hash = point.db
      .prepare('SELECT hash FROM packs_written WHERE pack_id = ?')
      .pluck()
      .get(packId) as string;
    const at = new Date(now).toISOString();
    const word = (recordId: string): Onward => ({
      recordId,
      officeId: desk.id,
      officeName: desk.name,
      received: at,
      purged: null,
    });
    const receipt = (onward: Onward[]): StatementOf<'receipt'> => ({
      format: 'jianzhi-statement',
      formatVersion: 1,
      kind: 'receipt',
      note: '',
      answers: [{ packId, hash, audit: null, records: [], onward }],
      seen: [],
    });
    const others = receipt([word(desk.id)]);
    const file = await sendPack(province, point, [], others);
    await assert.rejects(takePackIn(point, file), failsWith('receipt-not-mine'));
    await assert.rejects(
      sendPack(province, point, [], receipt([word(id), word(id)])),
      failsWith('pack-statement-invalid'),
    );
    assert.deepEqual(await onwardAt(point, id), [['submission', []]]);
  });

  it('waits for the next receipt when this one could not be written', async () => {
    const id = addRecord(point);
    await takePackIn(desk, await endorseTo(chain, await arrive(id)));
    await takePackIn(province, await answerBy(desk));
    const control = watchJob();
    const folder = `${province.folder}/nowhere`;
    await assert.rejects(answersHandlers['receipts.write'](province.context, { folder }, control));
    await takePackIn(point, await answerBy(province));
    assert.equal((await onwardAt(point, id))[0]?.[1].length, 1);
  });
});
