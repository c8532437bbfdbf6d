import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { attachmentsHandlers } from '../../../electron/store/attachments/handlers.ts';
import { AttachmentId } from '../../../shared/contract/attachments.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { drawnPng } from '../../support/drawn-png.ts';
import { failsWith } from '../../support/failure.ts';
import { pngOf } from '../../support/picture-file.ts';
import { openTempAttachments } from '../../support/temp-attachments.ts';

describe('pictures for a text', () => {
  const store = openTempAttachments();
  const { context, file, list, count } = store;
  after(() => store.close());
  const add = (
    recordId: RecordId,
    paths: string[],
    pasted: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = [],
  ) => attachmentsHandlers['attachments.addPictures'](context, { recordId, paths, pasted });
  const bytes = (picture: Buffer) => new Uint8Array(picture);

  it('are attached, from files and as they were pasted, once for the same bytes', async () => {
    const record = store.create();
    const { pictures } = await add(
      record,
      [file('现场.png', drawnPng(5, 4))],
      [
        { name: '粘贴的图片', bytes: bytes(drawnPng(6, 4)) },
        { name: '又一张.png', bytes: bytes(drawnPng(5, 4)) },
      ],
    );
    const names = pictures.map((one) => ('attachment' in one ? one.attachment.name : one.code));
    assert.deepEqual(names, ['现场.png', '粘贴的图片.png', '现场.png']);
    assert.equal(list(record).length, 2);
  });

  it('are refused one by one when the window could not show them, and nothing of those is kept', async () => {
    const record = store.create();
    const before = count('attachments');
    const large = file('大.png', drawnPng(3, 3));
    truncateSync(large, 200 * 1024 ** 2);
    const { pictures } = await add(
      record,
      [
        large,
        file('宽.png', pngOf(20_001, 3)),
        file('密.png', pngOf(19_000, 19_000)),
        file('字.png', Buffer.from('字')),
        '/nowhere/无.png',
      ],
      [{ name: '空', bytes: new Uint8Array() }],
    );
    assert.deepEqual(
      pictures.map((one) => ('code' in one ? [one.name, one.code] : one)),
      [
        ['大.png', 'picture-too-large'],
        ['宽.png', 'picture-too-many-pixels'],
        ['密.png', 'picture-too-many-pixels'],
        ['字.png', 'picture-unknown'],
        ['无.png', 'file-unreadable'],
        ['空', 'picture-unknown'],
      ],
    );
    assert.equal(list(record).length, 0);
    assert.equal(count('attachments'), before);
  });

  it('of another record become its own, and what is gone is left out', async () => {
    const [from, to] = [store.create(), store.create()];
    const { pictures } = await add(from, [file('图.png', drawnPng(7, 7))]);
    const [first] = pictures;
    assert.ok(first !== undefined && 'attachment' in first);
    const { id } = first.attachment;
    const gone = AttachmentId.parse('019a0000-0000-7000-8000-000000000000');
    const adopt = () =>
      attachmentsHandlers['attachments.adopt'](context, { recordId: to, ids: [id, gone] });
    const { adopted } = await adopt();
    assert.equal(adopted.length, 1);
    assert.equal(adopted[0]?.from, id);
    assert.notEqual(adopted[0]?.id, id);
    assert.deepEqual(await adopt(), { adopted });
    assert.deepEqual(
      list(to).map(({ name }) => name),
      ['图.png'],
    );
  });

  it('are not given to a record that is not there', async () => {
    const nobody = '019a0000-0000-7000-8000-000000000001' as RecordId;
    await assert.rejects(async () => add(nobody, []), failsWith('record-not-found'));
  });
});
