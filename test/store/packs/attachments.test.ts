import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { attachmentsHandlers } from '../../../electron/store/attachments/handlers.ts';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import { bagInfoText, sha256 } from '../../../electron/store/packs/bag.ts';
import { attachmentPath, packJsonText } from '../../../electron/store/packs/pack-json.ts';
import { canonicalJson, type JsonValue } from '../../../shared/canonical-json.ts';
import { AttachmentId } from '../../../shared/contract/attachments.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import { ExportedRecord, exportedRecordText } from '../../../shared/document/exported-record.ts';
import { renderRecordHtml } from '../../../shared/document/render-record-html.ts';
import type { FailureCode } from '../../../shared/errors.ts';
import { failsWith } from '../../support/failure.ts';
import {
  draftPack,
  rawZip,
  sealTo,
  setText,
  sign,
  textOf,
  zipEntries,
  type Draft,
} from '../../support/forge.ts';
import { decideAll } from '../../support/decide.ts';
import { addRecord, enrolAt, openOffice, teaCase, watchJob } from '../../support/office.ts';

const PHOTO = Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), randomBytes(200)]);
const OPINION = randomBytes(1024 ** 2 + 5);
type Json = { [name: string]: JsonValue };

describe('attachments in a pack', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  let record = '';
  let second = '';
  let photo: AttachmentId;
  let opinion: AttachmentId;
  let again: AttachmentId;
  let count = 0;

  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
    record = addRecord(point);
    second = addRecord(point, { title: '折枝文化传媒有限公司著作权纠纷监督案' });
    photo = await attach(record, '包装 样张.png', PHOTO);
    opinion = await attach(record, 'con.鉴定意见.pdf', OPINION);
    again = await attach(second, '同一份鉴定意见.pdf', OPINION);
    await decideAll(point, { recordIds: [record, second], attachmentIds: [photo, opinion, again] });
  });
  after(() => {
    point.close();
    desk.close();
  });

  async function attach(recordId: string, name: string, bytes: Buffer): Promise<AttachmentId> {
    const file = join(point.folder, name);
    writeFileSync(file, bytes);
    const { added } = await attachmentsHandlers['attachments.add'](
      point.context,
      { recordId: RecordId.parse(recordId), paths: [file] },
      watchJob(),
    );
    return AttachmentId.parse(added[0]?.id);
  }
  const send = (attachmentIds: AttachmentId[] | undefined, recordIds = [record, second]) =>
    packsHandlers['packs.export'](
      point.context,
      {
        recordIds: recordIds.map((id) => RecordId.parse(id)),
        to: desk.id,
        file: join(point.folder, `${String((count += 1))}.jzpack`),
        attachmentIds,
      },
      watchJob(),
    );
  const verify = (file: string) =>
    packsHandlers['packs.verify'](desk.context, { file }, watchJob());
  const draft = (recordIds = [record, second], attachmentIds = [photo, opinion, again]) =>
    draftPack(point, desk, { recordIds, attachmentIds });

  it('go along only if they were chosen, under names that every system can write', async () => {
    const none = await send(undefined);
    assert.deepEqual(
      none.verification.contents.map(({ attachments }) => attachments),
      [[], []],
    );
    const { file, verification } = await send([opinion, photo]);
    const names = (contents: typeof verification.contents) =>
      contents.map(({ attachments }) =>
        attachments.map(({ name, sizeInBytes }) => [name, sizeInBytes]),
      );
    const expected = [
      [
        ['包装 样张.png', PHOTO.length],
        ['_con.鉴定意见.pdf', OPINION.length],
      ],
      [],
    ];
    assert.deepEqual(names(verification.contents), expected);
    assert.deepEqual(names((await verify(file)).contents), expected);
    const { items } = await packsHandlers['packs.list'](point.context, { offset: 0, limit: 1 });
    assert.deepEqual(names(items[0]?.contents ?? []), expected);
  });

  it('lie in it byte for byte under their hash, once however many records have them', async () => {
    const { files, pack } = await draft();
    const paths = [...files.keys()].filter((path) => path.startsWith('data/attachments/'));
    assert.equal(paths.length, 2);
    const [first, other] = pack.contents;
    assert.equal(first?.attachments[1]?.sha256, other?.attachments[0]?.sha256);
    assert.ok(files.get(attachmentPath(first?.attachments[0]?.sha256 ?? ''))?.equals(PHOTO));
    assert.ok(files.get(attachmentPath(first?.attachments[1]?.sha256 ?? ''))?.equals(OPINION));
    assert.equal(pack.formatVersion, 7);
    assert.equal((await draft([record], [])).pack.formatVersion, 7);
  });

  it('make the same bag again, and the zip that yazl would have written', async () => {
    const { zip, files, folder } = await draft();
    assert.ok(zip.equals((await draft()).zip));
    const other = new ZipFile();
    for (const [path, bytes] of files) {
      other.addBuffer(bytes, `${folder}/${path}`, {
        compress: false,
        mode: 0o100644,
        mtime: new Date(1990, 0, 1, 12),
        forceDosTimestamp: true,
      });
    }
    other.end();
    assert.ok(zip.equals(await buffer(other.outputStream as NodeJS.ReadableStream)));
  });

  it('of other records, or removed ones, do not go', async () => {
    await assert.rejects(send([again], [record]), failsWith('attachment-not-found'));
    const gone = await attach(record, '旧稿.txt', randomBytes(9));
    await attachmentsHandlers['attachments.remove'](point.context, { ids: [gone] });
    await assert.rejects(send([gone]), failsWith('attachment-not-found'));
  });

  it('that are damaged where they lie fail the export and leave nothing', async () => {
    const id = await attach(record, '坏.bin', randomBytes(5000));
    point.db
      .prepare(
        `UPDATE attachment_chunks SET bytes = zeroblob(5000)
         WHERE hash = (SELECT hash FROM record_attachments WHERE id = ?)`,
      )
      .run(id);
    await assert.rejects(send([id]), failsWith('attachment-damaged'));
  });

  it('that a document shows are named in it by their hash', async () => {
    const shown = teaCase();
    shown.sections[0]?.blocks.push({ type: 'image', attachmentId: photo, caption: [] });
    point.db
      .prepare('UPDATE records SET document = ? WHERE id = ?')
      .run(JSON.stringify(shown), record);
    const path = `data/records/${record}/record.json`;
    const made = await draft([record], [photo]);
    assert.ok(textOf(made, path).includes(made.pack.contents[0]?.attachments[0]?.sha256 ?? '?'));
    assert.ok(!textOf(await draft([record], []), path).includes('"content"'));
    point.db
      .prepare('UPDATE records SET document = ? WHERE id = ?')
      .run(JSON.stringify(teaCase()), record);
  });

  describe('are refused', () => {
    let made: Draft;
    beforeEach(async () => {
      made = await draft();
    });
    const refuses = async (code: FailureCode) => {
      const file = await sealTo(desk, rawZip(zipEntries(made)));
      await assert.rejects(verify(file), failsWith(code));
    };
    const pathOf = (index: number) =>
      attachmentPath(made.pack.contents[0]?.attachments[index]?.sha256 ?? '');
    function changeAttachments(change: (all: Json[]) => void): void {
      const pack = JSON.parse(textOf(made, 'pack.json')) as Json;
      const [first] = pack['contents'] as Json[];
      change(first?.['attachments'] as Json[]);
      setText(made, 'pack.json', `${canonicalJson(pack)}\n`);
      sign(made, point);
    }

    it('not when nothing is wrong', async () => {
      changeAttachments(() => undefined);
      const file = await sealTo(desk, rawZip(zipEntries(made)));
      assert.equal((await verify(file)).contents[0]?.attachments.length, 2);
    });
    it('when one is missing, listed or not', async () => {
      made.files.delete(pathOf(1));
      await refuses('pack-file-missing');
      sign(made, point);
      await refuses('pack-file-missing');
    });
    it('when there is one that no record has', async () => {
      made.files.set(attachmentPath('0'.repeat(64)), Buffer.from('x'));
      await refuses('pack-file-unlisted');
      sign(made, point);
      await refuses('pack-structure-invalid');
    });
    it('when the bytes are others, even if the manifest agrees with them', async () => {
      made.files.set(pathOf(0), Buffer.from(PHOTO.map((byte) => byte ^ 1)));
      await refuses('pack-payload-changed');
      sign(made, point);
      await refuses('pack-payload-changed');
    });
    it('when one is longer or shorter than it says', async () => {
      changeAttachments(([photo]) => {
        if (photo !== undefined) photo['sizeInBytes'] = PHOTO.length + 1;
      });
      await refuses('pack-structure-invalid');
    });
    const names = {
      'a way out': '../样张.png',
      'a path of another system': 'C:\\样张.png',
      'a folder': 'a/b.png',
      'a device': 'NUL.png',
      'an ending that Windows drops': '样张.png.',
      'letters and marks apart': 'e\u0301.png',
      'writing turned round': 'a\u202egnp.exe',
      'a line end': 'a\nb.png',
      nothing: '',
      'too many bytes': `${'样'.repeat(70)}.png`,
      'the name of the other, but for case': '_CON.鉴定意见.PDF',
    };
    for (const [what, name] of Object.entries(names)) {
      it(`when a name is ${what}`, async () => {
        changeAttachments(([photo]) => {
          if (photo !== undefined) photo['name'] = name;
        });
        await refuses('pack-structure-invalid');
      });
    }
    it('when the pack says that it is of a version without them', async () => {
      const pack = JSON.parse(textOf(made, 'pack.json')) as Json;
      setText(made, 'pack.json', `${canonicalJson({ ...pack, formatVersion: 3 })}\n`);
      sign(made, point);
      await refuses('pack-structure-invalid');
    });
    it('when a picture is shown that does not go along', async () => {
      const [json, html] = ['record.json', 'record.html'].map(
        (name) => `data/records/${record}/${name}`,
      );
      const shown = JSON.parse(textOf(made, json ?? '')) as Json;
      const document = shown['document'] as { version: number; sections: { blocks: Json[] }[] };
      document.version = 2;
      document.sections[0]?.blocks.push({ type: 'image', caption: [], content: '0'.repeat(64) });
      const changed = ExportedRecord.parse({ ...shown, formatVersion: 3 });
      setText(made, json ?? '', exportedRecordText(changed));
      setText(made, html ?? '', renderRecordHtml(changed));
      const [first, ...others] = made.pack.contents;
      assert.ok(first);
      const contents = [
        { ...first, sha256: sha256(Buffer.from(exportedRecordText(changed))) },
        ...others,
      ];
      const pack = { ...made.pack, contents };
      setText(made, 'pack.json', packJsonText(pack));
      const payload = [...made.files].filter(([path]) => path.startsWith('data/'));
      const bytes = payload.reduce((sum, [, file]) => sum + file.length, 0);
      setText(made, 'bag-info.txt', bagInfoText(pack, bytes, payload.length));
      sign(made, point);
      await refuses('pack-record-invalid');
    });
  });
});
