import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { attachmentsHandlers } from '../../../electron/store/attachments/handlers.ts';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import type { AttachmentId } from '../../../shared/contract/attachments.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import { decideAll } from '../../support/decide.ts';
import { heldAs, takePackIn } from '../../support/exchange.ts';
import { addRecord, enrolAt, openOffice, watchJob } from '../../support/office.ts';

describe('the same text once more, with other files', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  const id = RecordId.parse(addRecord(point));
  let [plan, photo]: (AttachmentId | undefined)[] = [];
  let packs = 0;
  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
    [plan, photo] = [await attach('方案.txt', '第一稿'), await attach('说明.txt', '第二稿')];
  });
  after(() => [point, desk].forEach((office) => office.close()));

  async function attach(name: string, words: string): Promise<AttachmentId | undefined> {
    const file = join(point.folder, name);
    writeFileSync(file, words);
    const wish = { recordId: id, paths: [file] };
    const { added } = await attachmentsHandlers['attachments.add'](point.context, wish, watchJob());
    return added[0]?.id;
  }
  async function pack(...chosen: (AttachmentId | undefined)[]): Promise<string> {
    const attachmentIds = chosen.flatMap((one) => one ?? []);
    const leaving = { recordIds: [id], attachmentIds };
    await decideAll(point, leaving);
    packs += 1;
    const file = join(point.folder, `${String(packs)}.jzpack`);
    await packsHandlers['packs.export'](
      point.context,
      { ...leaving, to: desk.id, file },
      watchJob(),
    );
    return file;
  }
  const filesHere = async () => {
    const page = { recordId: heldAs(desk, id), removed: false, offset: 0, limit: 10 };
    const { items } = await attachmentsHandlers['attachments.list'](desk.context, page);
    return items.map(({ name }) => name).toSorted();
  };
  const isUnread = () => desk.db.prepare('SELECT count(*) FROM unread_records').pluck().get() === 1;

  it('has the files of the pack that was sent last, whenever it came, and is new to read', async () => {
    const [none, both, one] = [await pack(), await pack(plan, photo), await pack(photo)];
    await takePackIn(desk, none);
    assert.deepEqual(await filesHere(), []);
    desk.db.prepare('DELETE FROM unread_records').run();
    await takePackIn(desk, one);
    assert.deepEqual(await filesHere(), ['说明.txt']);
    assert.ok(isUnread());
    desk.db.prepare('DELETE FROM unread_records').run();
    await takePackIn(desk, both);
    assert.deepEqual(await filesHere(), ['说明.txt'], 'an older pack came late');
    assert.ok(!isUnread());
  });

  it('keeps the file that the text may show under the id that it shows it by, also under another name', async () => {
    const idsHere = () =>
      desk.db.prepare('SELECT id FROM record_attachments WHERE removed_at IS NULL').pluck().all();
    const shown = idsHere();
    assert.ok(photo !== undefined);
    await attachmentsHandlers['attachments.rename'](point.context, { id: photo, name: '照片.txt' });
    await takePackIn(desk, await pack(photo));
    assert.deepEqual(await filesHere(), ['照片.txt']);
    assert.deepEqual(idsHere(), shown);
    await takePackIn(desk, await pack(plan, photo));
    assert.deepEqual(await filesHere(), ['方案.txt', '照片.txt']);
    assert.equal(idsHere().length, 2);
    assert.ok(idsHere().includes(shown[0]));
  });
});
