import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { answersHandlers } from '../../../electron/store/answers/handlers.ts';
import { inboxHandlers } from '../../../electron/store/inbox/handlers.ts';
import { endorseTo, openChain } from '../../support/endorse.ts';
import { answerBy, heldAs, sendPack, takePackIn } from '../../support/exchange.ts';
import { failsWith } from '../../support/failure.ts';
import { addRecord, type TestOffice } from '../../support/office.ts';

/** Orders of arrival that only a province between the ends brings about, first seen in the trial of eighty (test/store/trial.test.ts). */
describe('through a province', () => {
  const chain = openChain();
  const { point, province, desk } = chain;

  async function forwarded(): Promise<string> {
    const id = addRecord(point);
    const { packId } = await takePackIn(province, await sendPack(point, province, [id]));
    await takePackIn(desk, await endorseTo(chain, packId));
    return id;
  }
  async function say(id: string, to: 'returned' | 'adopted', text: string): Promise<string> {
    const recordId = heldAs(desk, id);
    const passage = '冒用“岑岭”包装';
    const place = { section: 'facts', passage, before: '购入散装茶叶，', after: '对外销售。' };
    await answersHandlers['received.comment'](desk.context, {
      recordId,
      id: randomUUID(),
      ...place,
      replacement: null,
      text,
    });
    await answersHandlers['received.setState'](desk.context, { ids: [recordId], to, note: '' });
    return answerBy(desk);
  }
  const remarksAt = (office: TestOffice, id: string) =>
    office.db
      .prepare(
        `SELECT comment_entries.text FROM comment_entries JOIN comment_threads ON comment_threads.id = thread_id
         JOIN records ON records.number = record_number WHERE records.id = ? ORDER BY comment_entries.text`,
      )
      .pluck()
      .all(id);

  it('a remark of the desk that comes late goes on to the point all the same', async () => {
    const id = await forwarded();
    const receipts = [await say(id, 'returned', '其一'), await say(id, 'returned', '其二')];
    for (const file of receipts.toReversed()) await takePackIn(province, file);
    await takePackIn(point, await answerBy(province));
    assert.deepEqual(remarksAt(point, id), ['其一', '其二']);
  });

  it('a remark of the desk on what it has adopted goes on to the point all the same', async () => {
    const id = await forwarded();
    await takePackIn(province, await say(id, 'adopted', '其一'));
    await takePackIn(point, await answerBy(province));
    const recordId = heldAs(desk, id);
    const place = { section: 'facts', passage: '礼盒', before: '其中', after: '三千套' };
    const remark = { recordId, id: randomUUID(), ...place, replacement: null, text: '其二' };
    await answersHandlers['received.comment'](desk.context, remark);
    await takePackIn(province, await answerBy(desk));
    await takePackIn(point, await answerBy(province));
    assert.deepEqual(remarksAt(point, id), ['其一', '其二']);
  });
});

describe('through a province, after a restored backup', () => {
  const chain = openChain();
  const { point, province, desk } = chain;

  it('a record is taken back though something written after a restored backup came before it', async () => {
    const id = addRecord(point);
    const { packId } = await takePackIn(province, await sendPack(point, province, [id]));
    const first = await endorseTo(chain, packId);
    point.db.prepare('INSERT INTO epochs (epoch, started_at) VALUES (?, 0)').run('c3'.repeat(16));
    // Of the numbering before nothing has come to the desk directly.
    const direct = await sendPack(point, desk, [addRecord(point)]);
    await takePackIn(desk, direct);
    await takePackIn(desk, first);
    const withdrawal = await sendPack(point, province, [], {
      format: 'jianzhi-statement',
      formatVersion: 1,
      kind: 'withdrawal',
      note: '',
      records: [{ recordId: id, packId }],
    });
    await assert.rejects(takePackIn(province, withdrawal), failsWith('epoch-unconfirmed'));
    const { items } = await inboxHandlers['inbox.heldEpochs'](province.context, {});
    for (const { channel, epoch } of items)
      await inboxHandlers['inbox.confirmEpoch'](province.context, { channel, epoch });
    const taken = await takePackIn(province, withdrawal);
    await takePackIn(desk, await endorseTo(chain, taken.packId));
    const held = desk.db.prepare('SELECT 1 FROM received_records WHERE record_id = ?').get(id);
    assert.equal(held, undefined);
  });
});
