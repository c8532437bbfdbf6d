import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { messagesHandlers } from '../../../electron/store/messages/handlers.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { heldAs, sendPack, takePackIn } from '../../support/exchange.ts';
import { failsWith } from '../../support/failure.ts';
import { addRecord, enrolAt, openOffice, watchJob, type TestOffice } from '../../support/office.ts';

let files = 0;
type Said = { about?: RecordId; threadId?: string };
const say = (from: TestOffice, to: TestOffice, text: string, more: Said = {}) => {
  files += 1;
  const file = join(from.folder, `函${String(files)}.jzpack`);
  return messagesHandlers['messages.send'](
    from.context,
    { to: to.id, text, file, ...more },
    watchJob(),
  );
};
const threads = (at: TestOffice, about?: RecordId) =>
  messagesHandlers['messages.threads'](at.context, {
    offset: 0,
    limit: 10,
    ...(about === undefined ? {} : { about }),
  });

describe('messages', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  let id: RecordId;
  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
    id = addRecord(point, { title: '岑岭云雾茶包装案' }) as RecordId;
    await takePackIn(desk, await sendPack(point, desk, [id]));
  });
  after(() => [point, desk].forEach((office) => office.close()));

  it('ask about a record, are answered in their thread, and stand at the record on both sides', async () => {
    const held = heldAs(desk, id);
    const question = await say(desk, point, '请说明包装数量的来源。', { about: held });
    await takePackIn(point, question.file);
    const at = (await threads(point, id)).items;
    assert.deepEqual(
      at.map(({ about, text, unread, isOwn }) => [about?.id, about?.title, text, unread, isOwn]),
      [[id, '岑岭云雾茶包装案', '请说明包装数量的来源。', 1, false]],
    );
    const threadId = question.threadId;
    await messagesHandlers['messages.markRead'](point.context, { officeId: desk.id, threadId });
    assert.equal((await messagesHandlers['messages.unread'](point.context, {})).count, 0);
    const answer = await say(point, desk, '来源于扣押清单。', { threadId });
    await takePackIn(desk, answer.file);
    const { thread, items } = await messagesHandlers['messages.thread'](desk.context, {
      officeId: point.id,
      threadId,
    });
    assert.equal(thread.about?.id, held);
    assert.deepEqual(
      items.map(({ isOwn, text, isRead }) => [isOwn, text, isRead]),
      [
        [true, '请说明包装数量的来源。', true],
        [false, '来源于扣押清单。', false],
      ],
    );
    assert.equal(items[1]?.inReplyTo, question.messageId);
  });

  it('hold no real name of the workspace and nothing that the scanner finds', async () => {
    point.db
      .prepare(
        `INSERT INTO parties (id, record_number, name, name_key, role, is_minor, pseudonym, is_chosen, added_at)
         SELECT 'p1', number, '林有田', '林有田', 'defendant', 0, '林某', 0, 0 FROM records WHERE id = ?`,
      )
      .run(id);
    await assert.rejects(
      say(point, desk, '林有田已认罪。', { about: id }),
      failsWith('answer-reveals'),
    );
    await assert.rejects(say(point, desk, '请电 13812345678。'), failsWith('answer-reveals'));
    await say(point, desk, '林某已认罪。', { about: id });
    assert.equal((await threads(point)).total, 2);
  });

  it('go to enrolled offices, in threads that there are', async () => {
    await assert.rejects(say(point, point, '自问。'), failsWith('recipient-not-enrolled'));
    await assert.rejects(
      say(point, desk, '答复。', { threadId: '01930000-0000-7000-8000-000000000001' }),
      failsWith('message-not-found'),
    );
  });
});
