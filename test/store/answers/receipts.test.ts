import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { answersHandlers } from '../../../electron/store/answers/handlers.ts';
import { commentsHandlers } from '../../../electron/store/comments/handlers.ts';
import { recordsHandlers } from '../../../electron/store/records/handlers.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { ReceivedState } from '../../../shared/contract/situation.ts';
import { markedRuns } from '../../../shared/comments/marks-in-document.ts';
import type { ReceiptOutcome, StatementOf } from '../../../shared/packs/statement.ts';
import { answerBy, heldAs, sendPack, statusOf, takePackIn } from '../../support/exchange.ts';
import { failsWith } from '../../support/failure.ts';
import { addRecord, enrolAt, openOffice, watchJob, type TestOffice } from '../../support/office.ts';

const set = (at: TestOffice, ids: RecordId[], to: ReceivedState, note = '') =>
  answersHandlers['received.setState'](at.context, { ids, to, note });
const remark = (
  at: TestOffice,
  recordId: RecordId,
  passage: string,
  text: string,
  around = ['', ''],
) =>
  answersHandlers['received.comment'](at.context, {
    recordId,
    id: randomUUID(),
    section: 'facts',
    passage,
    before: around[0] ?? '',
    after: around[1] ?? '',
    replacement: null,
    text,
  });
const standing = async (at: TestOffice, id: RecordId) =>
  answersHandlers['received.state'](at.context, { id });
const answersOf = (at: TestOffice, id: string) =>
  answersHandlers['answers.ofRecord'](at.context, { id: id as RecordId });
const correction = (recordId: string, packId: string): StatementOf<'correction'> => ({
  format: 'jianzhi-statement',
  formatVersion: 1,
  kind: 'correction',
  note: '',
  replaces: [{ recordId, packId, revision: 1 }],
});

function twoOffices() {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
  });
  after(() => [point, desk].forEach((office) => office.close()));
  return { point, desk };
}

describe('a record goes to the desk, comes back with a remark, is corrected and adopted', () => {
  const { point, desk } = twoOffices();
  let id: string;
  let held: RecordId;
  let first: string;

  it('is received, and the receipt says so', async () => {
    id = addRecord(point, { title: '岑岭云雾茶包装案' });
    first = (await takePackIn(desk, await sendPack(point, desk, [id]))).packId;
    held = heldAs(desk, id);
    assert.equal(statusOf(point, id), 'submitted');
    await takePackIn(point, await answerBy(desk));
    assert.equal(statusOf(point, id), 'received');
    await assert.rejects(answerBy(desk), failsWith('receipts-none-due'));
  });

  it('does not send a remark before something is said about the record', async () => {
    await remark(desk, held, '包装一万二千套', '请核对套数。');
    await assert.rejects(answerBy(desk), failsWith('receipts-none-due'));
    assert.equal((await standing(desk, held)).standing?.drafts, 1);
  });

  it('comes back: the status, the note, and the remark at its passage', async () => {
    await set(desk, [held], 'returned', '数量前后不一，请核对后再报。');
    await takePackIn(point, await answerBy(desk));
    assert.equal(statusOf(point, id), 'returned');
    const { items } = await answersOf(point, id);
    assert.deepEqual(
      items.map(({ outcome, note, comments }) => [outcome, note, comments]),
      [
        ['returned', '数量前后不一，请核对后再报。', 1],
        ['received', '', 0],
      ],
    );
    const { threads } = await commentsHandlers['comments.list'](point.context, {
      recordId: id as RecordId,
    });
    assert.deepEqual(
      threads.map(({ passage, entries, author }) => [passage, entries[0]?.text, author.name]),
      [['包装一万二千套', '请核对套数。', '江岚省人民检察院']],
    );
    const { document } = await recordsHandlers['records.get'](point.context, {
      id: id as RecordId,
    });
    const marked = markedRuns(document).flatMap(({ text, marks }) =>
      marks.map(({ start, end }) => text.slice(start, end)),
    );
    assert.deepEqual(marked, ['包装一万二千套']);
    assert.equal((await standing(desk, held)).comments[0]?.isSent, true);
  });

  it('cannot be told otherwise until a correction comes', async () => {
    assert.throws(() => set(desk, [held], 'adopted'), failsWith('received-state-told'));
    point.db
      .prepare(
        "UPDATE records SET title = '岑岭云雾茶包装案（改）', saves = saves + 1 WHERE id = ?",
      )
      .run(id);
    await takePackIn(desk, await sendPack(point, desk, [id], correction(id, first)));
    assert.equal(statusOf(point, id), 'submitted');
    assert.equal((await standing(desk, held)).standing?.state, 'received');
    await set(desk, [held], 'adopted');
    await takePackIn(point, await answerBy(desk));
    assert.equal(statusOf(point, id), 'adopted');
    assert.throws(() => set(desk, [held], 'returned'), failsWith('received-state-told'));
  });
});

describe('receipts', () => {
  const { point, desk } = twoOffices();

  it('answer for every pack at once, and are shown before they are written', async () => {
    const ids = [addRecord(point), addRecord(point), addRecord(point)];
    for (const id of ids) await takePackIn(desk, await sendPack(point, desk, [id]));
    await set(
      desk,
      ids.slice(0, 2).map((id) => heldAs(desk, id)),
      'accepted',
      '拟用。',
    );
    const { items } = await answersHandlers['receipts.due'](desk.context, {});
    assert.deepEqual(
      items.map(({ officeName, isEnrolled, answers }) => [
        officeName,
        isEnrolled,
        answers.map(({ isFirst, records }) => [
          isFirst,
          records.map(({ outcome, note }) => `${outcome} ${note}`),
        ]),
      ]),
      [
        [
          point.name,
          true,
          [
            [true, ['accepted 拟用。']],
            [true, ['accepted 拟用。']],
            [true, ['received ']],
          ],
        ],
      ],
    );
    await takePackIn(point, await answerBy(desk));
    assert.deepEqual(
      ids.map((id) => statusOf(point, id)),
      ['received', 'received', 'received'],
    );
    assert.deepEqual((await answersHandlers['receipts.due'](desk.context, {})).items, []);
  });

  it('are given out again as the same bytes', async () => {
    const { packId } = await takePackIn(desk, await sendPack(point, desk, [addRecord(point)]));
    const file = await answerBy(desk);
    const again = await answersHandlers['receipts.again'](
      desk.context,
      { packId, folder: desk.folder },
      watchJob(),
    );
    assert.notEqual(again.file, file);
    assert.deepEqual(readFileSync(again.file), readFileSync(file));
    await takePackIn(point, file);
    assert.equal((await takePackIn(point, again.file)).state, 'again');
  });

  it('that come late or twice move nothing back, and their remarks are not lost', async () => {
    const id = addRecord(point);
    await takePackIn(desk, await sendPack(point, desk, [id]));
    const held = heldAs(desk, id);
    const early = await answerBy(desk);
    await remark(desk, held, '其中礼盒三千套', '好。');
    await set(desk, [held], 'accepted');
    const middle = await answerBy(desk);
    await set(desk, [held], 'adopted');
    const last = await answerBy(desk);
    await takePackIn(point, last);
    assert.equal(statusOf(point, id), 'adopted');
    await takePackIn(point, early);
    await takePackIn(point, middle);
    await takePackIn(point, last);
    assert.equal(statusOf(point, id), 'adopted');
    const { items } = await answersOf(point, id);
    assert.deepEqual(
      items.map(({ outcome, isLate }) => [outcome, isLate]),
      [
        ['adopted', false],
        ['accepted', true],
        ['received', true],
      ],
    );
    const { threads } = await commentsHandlers['comments.list'](point.context, {
      recordId: id as RecordId,
    });
    assert.equal(threads.length, 1);
  });

  it('about an earlier pack say nothing of what left since', async () => {
    const id = addRecord(point);
    const { packId } = await takePackIn(desk, await sendPack(point, desk, [id]));
    await set(desk, [heldAs(desk, id)], 'returned', '请补充。');
    const about = await answerBy(desk);
    point.db.prepare("UPDATE records SET title = '改', saves = saves + 1 WHERE id = ?").run(id);
    await sendPack(point, desk, [id], correction(id, packId));
    await takePackIn(point, about);
    assert.equal(statusOf(point, id), 'submitted');
    assert.equal((await answersOf(point, id)).items[0]?.outcome, 'returned');
  });

  it('hold nothing that must not leave', async () => {
    const id = addRecord(point);
    await takePackIn(desk, await sendPack(point, desk, [id]));
    const held = heldAs(desk, id);
    const number = '13812345678';
    assert.throws(
      () => set(desk, [held], 'returned', `请电 ${number}。`),
      failsWith('answer-reveals'),
    );
    assert.throws(
      () => set(desk, [held], 'returned', '机密★10年'),
      failsWith('state-secret-marked'),
    );
    assert.throws(() => remark(desk, held, '三千套', `问 ${number}`), failsWith('answer-reveals'));
    await set(desk, [held], 'returned', '请补充。');
    // However it got there.
    desk.db
      .prepare(`UPDATE received_changes SET note = '请电 ${number}。' WHERE note = '请补充。'`)
      .run();
    await assert.rejects(answerBy(desk), failsWith('preflight-open'));
  });
});

describe('a receipt that answers for what this office did not send', () => {
  const { point, desk } = twoOffices();
  const stranger = openOffice('临溪县人民检察院', { kind: 'desk' });
  after(() => stranger.close());
  const receiptOf = (
    packId: string,
    hash: string,
    recordId?: string,
    outcome: ReceiptOutcome = 'adopted',
  ): StatementOf<'receipt'> => ({
    format: 'jianzhi-statement',
    formatVersion: 1,
    kind: 'receipt',
    note: '',
    answers: [
      {
        packId,
        hash,
        audit: null,
        records:
          recordId === undefined
            ? []
            : [{ recordId, revision: 1, outcome, note: '', comments: [] }],
      },
    ],
    seen: [],
  });

  it('is refused as a whole: another’s pack, another content, another office, another record', async () => {
    await enrolAt(point, stranger);
    await enrolAt(stranger, point);
    const id = addRecord(point);
    const other = addRecord(point);
    await sendPack(point, desk, [id]);
    const { pack_id: packId, hash } = point.db
      .prepare('SELECT pack_id, hash FROM packs_written')
      .get() as {
      pack_id: string;
      hash: string;
    };
    const wrong: [TestOffice, StatementOf<'receipt'>][] = [
      [desk, receiptOf(randomUUID(), hash)],
      [desk, receiptOf(packId, 'ab'.repeat(32))],
      [stranger, receiptOf(packId, hash, id)],
      [desk, receiptOf(packId, hash, other)],
    ];
    for (const [from, statement] of wrong) {
      const file = await sendPack(from, point, [], statement);
      await assert.rejects(takePackIn(point, file), failsWith('receipt-not-mine'));
    }
    assert.equal(statusOf(point, id), 'submitted');
    assert.equal(point.db.prepare('SELECT count(*) FROM answers_taken').pluck().get(), 0);
    const right = await sendPack(desk, point, [], receiptOf(packId, hash, id));
    await takePackIn(point, right);
    assert.equal(statusOf(point, id), 'adopted');
  });

  it('counts in the order of the channel: an earlier word that comes later moves nothing', async () => {
    const id = addRecord(point);
    await sendPack(point, desk, [id]);
    const { pack_id: packId, hash } = point.db
      .prepare('SELECT pack_id, hash FROM packs_written ORDER BY number DESC')
      .get() as { pack_id: string; hash: string };
    const earlier = await sendPack(desk, point, [], receiptOf(packId, hash, id, 'returned'));
    const later = await sendPack(desk, point, [], receiptOf(packId, hash, id, 'received'));
    await takePackIn(point, later);
    await takePackIn(point, earlier);
    assert.equal(statusOf(point, id), 'received');
  });
});

describe('what the other office heard', () => {
  const { point, desk } = twoOffices();

  it('is held against the audit trail: one that was rewritten since is told loudly', async () => {
    await takePackIn(desk, await sendPack(point, desk, [addRecord(point)]));
    await takePackIn(point, await answerBy(desk));
    assert.deepEqual((await answersHandlers['answers.alarms'](point.context, {})).items, []);
    await takePackIn(desk, await sendPack(point, desk, [addRecord(point)]));
    const triggers = point.db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'")
      .pluck()
      .all() as string[];
    for (const name of triggers) point.db.exec(`DROP TRIGGER ${name}`);
    point.db.prepare('DELETE FROM audit WHERE number > 1').run();
    await takePackIn(point, await answerBy(desk));
    const { items } = await answersHandlers['answers.alarms'](point.context, {});
    assert.deepEqual(
      items.map(({ kind, officeName }) => [kind, officeName]),
      [['trail', desk.name]],
    );
    assert.equal(
      point.db
        .prepare("SELECT count(*) FROM audit WHERE action = 'trail-contradicted'")
        .pluck()
        .get(),
      1,
    );
    await answersHandlers['answers.dismissAlarm'](point.context, { id: items[0]?.id ?? 0 });
    assert.deepEqual((await answersHandlers['answers.alarms'](point.context, {})).items, []);
  });

  it('tells which packs were passed over', async () => {
    await sendPack(point, desk, [addRecord(point)]);
    await takePackIn(desk, await sendPack(point, desk, [addRecord(point)]));
    await sendPack(point, desk, [addRecord(point)]);
    await takePackIn(point, await answerBy(desk));
    const { items } = await answersHandlers['answers.unanswered'](point.context, {
      offset: 0,
      limit: 9,
    });
    assert.deepEqual(
      items.map(({ sequence, state }) => [sequence, state]),
      [
        [3, 'passed-over'],
        [5, 'on-its-way'],
      ],
    );
  });

  it('tells when it has another pack under one of our numbers', async () => {
    await takePackIn(desk, await sendPack(point, desk, [addRecord(point)]));
    const file = await answerBy(desk);
    point.db.prepare('UPDATE channels_seen SET sequence = 1').run();
    point.db.prepare('UPDATE packs_written SET sequence = 99 WHERE sequence = 6').run();
    await takePackIn(point, file);
    const { items } = await answersHandlers['answers.alarms'](point.context, {});
    assert.deepEqual(
      items.map(({ kind }) => kind),
      ['channel'],
    );
  });
});
