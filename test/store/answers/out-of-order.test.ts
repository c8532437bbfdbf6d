import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { answersHandlers } from '../../../electron/store/answers/handlers.ts';
import { inboxHandlers } from '../../../electron/store/inbox/handlers.ts';
import { Failure } from '../../../shared/errors.ts';
import type { StatementOf } from '../../../shared/packs/statement.ts';
import { answerBy, heldAs, sendPack, statusOf, takePackIn } from '../../support/exchange.ts';
import { failsWith } from '../../support/failure.ts';
import { addRecord, enrolAt, openOffice, someTime, type TestOffice } from '../../support/office.ts';

const DAY_IN_MS = 86_400_000;
const withdrawal = (recordId: string): StatementOf<'withdrawal'> => ({
  format: 'jianzhi-statement',
  formatVersion: 1,
  kind: 'withdrawal',
  note: '',
  records: [{ recordId, packId: '01930000-0000-7000-8000-000000000001' }],
});

/** What the mail, a restored backup or a wrong clock brings about, first seen in the trial of eighty (test/store/trial.test.ts). */
describe('whatever arrives in whatever order', () => {
  let now = someTime;
  const clock = () => now;
  let point: TestOffice;
  let desk: TestOffice;
  before(async () => {
    point = openOffice('云汀市人民检察院', { clock });
    desk = openOffice('江岚省人民检察院', { kind: 'desk', clock });
    await enrolAt(point, desk);
    await enrolAt(desk, point);
  });
  after(() => [point, desk].forEach((office) => office.close()));

  const isHeld = (id: string) =>
    desk.db.prepare('SELECT 1 FROM received_records WHERE record_id = ?').get(id) !== undefined;
  const set = (id: string, to: 'returned' | 'adopted') =>
    answersHandlers['received.setState'](desk.context, { ids: [heldAs(desk, id)], to, note: '' });
  const restore = (office: TestOffice, epoch: string) =>
    office.db.prepare('INSERT INTO epochs (epoch, started_at) VALUES (?, 0)').run(epoch.repeat(16));
  async function confirmAll(at: TestOffice): Promise<void> {
    const { items } = await inboxHandlers['inbox.heldEpochs'](at.context, {});
    for (const { channel, epoch } of items)
      await inboxHandlers['inbox.confirmEpoch'](at.context, { channel, epoch });
  }
  async function takeHeld(at: TestOffice, file: string): Promise<void> {
    await assert.rejects(takePackIn(at, file), failsWith('epoch-unconfirmed'));
    await confirmAll(at);
    await takePackIn(at, file);
  }

  it('a withdrawal that comes late leaves the record that was sent after it', async () => {
    const id = addRecord(point);
    const [first, back, again] = [
      await sendPack(point, desk, [id]),
      await sendPack(point, desk, [], withdrawal(id)),
      await sendPack(point, desk, [id]),
    ];
    for (const file of [again, back, first]) await takePackIn(desk, file);
    assert.ok(isHeld(id));
  });

  it('of two withdrawals the later one counts, whichever comes first', async () => {
    const id = addRecord(point);
    const files = [];
    files.push(await sendPack(point, desk, [], withdrawal(id)));
    const between = await sendPack(point, desk, [id]);
    files.push(await sendPack(point, desk, [], withdrawal(id)));
    for (const file of files.toReversed()) await takePackIn(desk, file);
    await takePackIn(desk, between);
    assert.ok(!isHeld(id));
  });

  it('a text that is sent once more unchanged is answered for with the word that was spoken before', async () => {
    const id = addRecord(point);
    await takePackIn(desk, await sendPack(point, desk, [id]));
    await set(id, 'adopted');
    // The receipt is lost, and the point sends it again in another pack.
    await answerBy(desk);
    await takePackIn(desk, await sendPack(point, desk, [id]));
    await takePackIn(point, await answerBy(desk));
    assert.equal(statusOf(point, id), 'adopted');
  });

  it('a wrong clock does not make the later word of a restored desk the earlier one', async () => {
    const id = addRecord(point);
    await takePackIn(desk, await sendPack(point, desk, [id]));
    const old = await answerBy(desk);
    restore(desk, 'a1');
    now -= 700 * DAY_IN_MS;
    await set(id, 'returned');
    await takeHeld(point, await answerBy(desk));
    assert.equal(statusOf(point, id), 'returned');
    point.db.prepare("UPDATE records SET status = 'submitted' WHERE id = ?").run(id);
    await takePackIn(point, old);
    assert.equal(statusOf(point, id), 'submitted', 'the old word comes too late');
  });

  it('a word about the newer text counts, though a later one about the older text came before it', async () => {
    const id = addRecord(point);
    const older = await sendPack(point, desk, [id]);
    point.db.prepare("UPDATE records SET title = '改', saves = saves + 1 WHERE id = ?").run(id);
    await takePackIn(desk, await sendPack(point, desk, [id]));
    const aboutNewer = await answerBy(desk);
    await takePackIn(desk, older);
    await takePackIn(point, await answerBy(desk));
    assert.equal(statusOf(point, id), 'submitted');
    await takePackIn(point, aboutNewer);
    assert.equal(statusOf(point, id), 'received');
  });

  it('a receipt tells by itself that a backup was restored here; then it counts for the packs that are remembered', async () => {
    const [kept, forgotten] = [addRecord(point), addRecord(point)];
    await takePackIn(desk, await sendPack(point, desk, [kept]));
    const file = await sendPack(point, desk, [forgotten]);
    const { packId } = await takePackIn(desk, file);
    const receipt = await answerBy(desk);
    const number = point.db
      .prepare('DELETE FROM packs_written WHERE pack_id = ? RETURNING sequence')
      .pluck()
      .get(packId);
    await assert.rejects(takePackIn(point, receipt), (error: unknown) => {
      assert.ok(error instanceof Failure);
      assert.equal(error.code, 'packs-forgotten');
      assert.deepEqual(error.detail, { from: number, to: number });
      return true;
    });
    assert.equal(statusOf(point, kept), 'submitted');
    restore(point, 'b2');
    await takePackIn(point, receipt);
    assert.equal(statusOf(point, kept), 'received');
    const { items } = await answersHandlers['answers.alarms'](point.context, {});
    assert.deepEqual(
      items.map((alarm) => [alarm.kind, alarm.number]),
      [['channel', number]],
    );
  });

  it('a number of a channel between others makes nothing pass that is not of this workspace', async () => {
    const sent = await sendPack(point, desk, [addRecord(point)]);
    await takeHeld(desk, sent);
    const { packId } = await takePackIn(desk, sent);
    // The desk claims to have seen what went to somebody else, and answers a pack that was never here.
    const answers = desk.db.prepare('SELECT statement FROM packs_written');
    await answerBy(desk);
    const statement = JSON.parse(String(answers.pluck().all().at(-1)));
    assert.equal(statement.answers[0].packId, packId);
    statement.answers[0].packId = '01930000-0000-7000-8000-00000000abcd';
    statement.seen = statement.seen.map((one: object) => ({
      ...one,
      channel: `${point.id}/${point.id}`,
      sequence: 900,
    }));
    const forged = await sendPack(desk, point, [], statement);
    await assert.rejects(takePackIn(point, forged), failsWith('receipt-not-mine'));
  });
});
