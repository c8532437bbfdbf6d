import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import { sentFolder } from '../../../electron/store/workspace/layout.ts';
import { changeStatus } from '../../../electron/store/records/change-status.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import { decideAll } from '../../support/decide.ts';
import { answerBy, statusOf, takePackIn } from '../../support/exchange.ts';
import { failsWith } from '../../support/failure.ts';
import { addRecord, enrolAt, openOffice, watchJob } from '../../support/office.ts';
import { newKeysOf } from '../../support/own-keys.ts';

describe('what went before', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  const other = openOffice('望舒区人民检察院', { kind: 'desk' });
  before(async () => {
    for (const office of [desk, other]) {
      await enrolAt(point, office);
      await enrolAt(office, point);
    }
  });
  after(() => [point, desk, other].forEach((office) => office.close()));
  let files = 0;
  const target = () => join(point.folder, `${String((files += 1))}.jzpack`);
  const send = async (recordIds: RecordId[], to = desk) => {
    await decideAll(point, { recordIds });
    const input = { recordIds, to: to.id, file: target(), note: '请查收。' };
    return packsHandlers['packs.export'](point.context, input, watchJob());
  };
  const withdraw = (recordIds: RecordId[], note = '') =>
    packsHandlers['packs.withdraw'](
      point.context,
      { recordIds, to: desk.id, file: target(), note },
      watchJob(),
    );
  const resend = (packId: string, file = target()) =>
    packsHandlers['packs.resend'](point.context, { packId, file }, watchJob());
  const list = (asked: object = {}) =>
    packsHandlers['packs.list'](point.context, { offset: 0, limit: 10, ...asked });
  const earlier = (recordIds: RecordId[], to = desk) =>
    packsHandlers['packs.earlier'](point.context, { recordIds, officeId: to.id });
  const add = () => RecordId.parse(addRecord(point));

  it('goes again as a correction that names the pack and the text it replaces; to another office it is new', async () => {
    const id = add();
    const first = await send([id]);
    assert.equal(first.verification.kind, 'submission');
    await takePackIn(desk, first.file);
    const second = await send([id]);
    const { statement } = second.verification;
    assert.deepEqual(statement?.kind === 'correction' && statement.replaces, [
      { recordId: id, packId: first.packId, revision: first.verification.contents[0]?.revision },
    ]);
    assert.equal(statement?.note, '请查收。');
    await takePackIn(desk, second.file);
    assert.equal((await send([id], other)).verification.kind, 'submission');
    const known = await earlier([id]);
    assert.equal(known.items[0]?.packId, second.packId);
  });

  it('is not mixed with what is new: two packs, or none', async () => {
    const [old, fresh] = [add(), add()];
    await send([old]);
    const before_ = readdirSync(point.folder).length;
    await assert.rejects(send([old, fresh]), failsWith('pack-mixes-corrections'));
    assert.equal(readdirSync(point.folder).length, before_);
    assert.equal(statusOf(point, fresh), 'draft');
  });

  it('is taken back once, by its pack, with a reason that reveals nothing; then it is as if it never went', async () => {
    const id = add();
    await assert.rejects(withdraw([id]), failsWith('record-not-sent'));
    const sent = await send([id]);
    await takePackIn(desk, sent.file);
    await assert.rejects(withdraw([id], '联系电话 13912345678'), failsWith('answer-reveals'));
    const { verification, file, packId } = await withdraw([id], '当事人申诉，暂不使用。');
    assert.deepEqual(
      verification.statement?.kind === 'withdrawal' && verification.statement.records,
      [{ recordId: id, packId: sent.packId }],
    );
    await assert.rejects(withdraw([id]), failsWith('record-not-sent'));
    await takePackIn(desk, file);
    await takePackIn(point, await answerBy(desk));
    const found = (await list({ recordId: id })).items;
    assert.deepEqual(
      found.map(({ kind, answer }) => [kind, answer]),
      [
        ['withdrawal', 'answered'],
        ['submission', 'answered'],
      ],
    );
    const [last] = found;
    assert.deepEqual([last?.packId, last?.withdrawn[0]?.outcome], [packId, 'purged']);
    assert.ok(last?.withdrawn[0]?.title !== '');
    assert.equal((await send([id])).verification.kind, 'submission');
  });

  it('goes once more as the same bytes, which the receiver answers as before', async () => {
    const id = add();
    const sent = await send([id]);
    await takePackIn(desk, sent.file);
    const bytes = readFileSync(sent.file);
    rmSync(sent.file);
    const { file } = await resend(sent.packId);
    assert.ok(readFileSync(file).equals(bytes));
    assert.equal((await takePackIn(desk, file)).state, 'again');
    const actions = point.db.prepare("SELECT count(*) FROM audit WHERE action = 'pack-resent'");
    assert.equal(actions.pluck().get(), 1);
  });

  it('does not go again when its bytes are not what was written, and nothing is left behind', async () => {
    const { packId } = await send([add()]);
    const kept = join(sentFolder(point.context.open?.info.folder ?? ''), `${packId}.jzpack`);
    appendFileSync(kept, 'x');
    const target_ = target();
    await assert.rejects(resend(packId, target_));
    assert.ok(!readdirSync(point.folder).some((name) => target_.endsWith(name)));
    rmSync(kept);
    assert.equal((await list({ limit: 1 })).items[0]?.isKept, false);
    await assert.rejects(resend(packId), failsWith('pack-not-kept'));
    await assert.rejects(
      resend('01930000-0000-7000-8000-000000000001'),
      failsWith('pack-not-found'),
    );
  });

  it('does not go again when the keys were changed since: it is written anew, and taken', async () => {
    const id = add();
    const sent = await send([id]);
    const isOfFormerKey = async () =>
      (await list({ limit: 50 })).items.find(({ packId }) => packId === sent.packId)?.isOfFormerKey;
    assert.equal(await isOfFormerKey(), false);
    newKeysOf(point.context);
    await enrolAt(desk, point);
    const target_ = target();
    await assert.rejects(resend(sent.packId, target_), failsWith('pack-of-former-key'));
    assert.equal(existsSync(target_), false);
    assert.equal(await isOfFormerKey(), true);
    await assert.rejects(takePackIn(desk, sent.file), failsWith('pack-key-revoked'));
    const anew = await send([id]);
    assert.equal((await takePackIn(desk, anew.file)).state, 'taken');
    await resend(anew.packId);
  });

  it('is listed by what it waits for and what was said of each record', async () => {
    const id = add();
    const sent = await send([id]);
    const waiting = await list({ state: 'waiting' });
    assert.ok(waiting.items.some(({ packId }) => packId === sent.packId));
    await takePackIn(desk, sent.file);
    await takePackIn(point, await answerBy(desk));
    changeStatus(point.db, Date.now, { id, to: 'returned', who: 'profile' });
    const [only] = (await list({ recordId: id })).items;
    assert.deepEqual(
      [only?.answer, only?.contents[0]?.outcome, only?.note, only?.isKept],
      ['answered', 'received', '请查收。', true],
    );
    const answered = await list({ state: 'answered' });
    assert.ok(answered.items.some(({ packId }) => packId === sent.packId));
  });
});
