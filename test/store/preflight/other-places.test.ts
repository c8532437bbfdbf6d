import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { attachmentsHandlers } from '../../../electron/store/attachments/handlers.ts';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import { partiesHandlers } from '../../../electron/store/parties/handlers.ts';
import { AttachmentId } from '../../../shared/contract/attachments.ts';
import { parties } from '../../../shared/contract/parties.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import { noFields } from '../../../shared/templates/record-fields.ts';
import { decideAll, lookAt } from '../../support/decide.ts';
import { drawnPng } from '../../support/drawn-png.ts';
import { failsWith } from '../../support/failure.ts';
import { draftPack } from '../../support/forge.ts';
import { addRecord, enrolAt, openOffice, watchJob } from '../../support/office.ts';
import { PLANTED, plantedPdf } from '../../support/planted-pdf.ts';
import { paragraph, wordParts, zipOf } from '../../support/word-file.ts';

const NAME = '欧阳知微';
const MOBILE = '13912345678';

describe('a name or a number in a place where nobody looks', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
    // Of a matter that has nothing to do with what leaves.
    const other = addRecord(point, { title: '另一案' });
    const party = { recordId: other, id: null, name: NAME, role: 'victim', isMinor: false };
    await partiesHandlers['parties.save'](
      point.context,
      parties['parties.save'].input.parse({ ...party, pseudonym: null }),
    );
  });
  after(() => {
    point.close();
    desk.close();
  });

  async function attach(recordId: string, name: string, bytes: Buffer): Promise<AttachmentId> {
    const file = join(point.folder, name);
    writeFileSync(file, bytes);
    const wish = { recordId: RecordId.parse(recordId), paths: [file] };
    const { added } = await attachmentsHandlers['attachments.add'](point.context, wish, watchJob());
    return AttachmentId.parse(added[0]?.id);
  }
  const found = async (id: string, attachmentIds: AttachmentId[] = []) => {
    const { findings } = await lookAt(point, { recordIds: [id], attachmentIds });
    return findings.map(({ kind, place, text }) => [kind, place.where, place.part ?? '', text]);
  };

  it('does not leave in a covering note, whoever it is', async () => {
    const id = addRecord(point, { title: '无人知晓案' });
    for (const note of [`请转告${NAME}。`, `电话${MOBILE}。`]) {
      const file = join(point.folder, 'note.jzpack');
      const wish = { recordIds: [RecordId.parse(id)], attachmentIds: [], to: desk.id, file, note };
      const send = async () => packsHandlers['packs.export'](point.context, wish, watchJob());
      await assert.rejects(send(), failsWith('answer-reveals'));
    }
  });

  it('is decided in each of two files that hold the same, and neither decision undoes the other', async () => {
    const id = addRecord(point, { title: '两份附件案' });
    const attachmentIds = [
      await attach(id, '甲.txt', Buffer.from(`联系电话${MOBILE}。`)),
      await attach(id, '乙.txt', Buffer.from(`请拨${MOBILE}联系。`)),
    ];
    assert.equal(
      (await found(id, attachmentIds)).filter(([, , , text]) => text === MOBILE).length,
      2,
    );
    await decideAll(point, { recordIds: [id], attachmentIds });
    assert.equal((await lookAt(point, { recordIds: [id], attachmentIds })).open, 0);
  });

  it('is found in the properties of a record', async () => {
    const id = addRecord(point, { title: '属性案' });
    const fields = {
      ...noFields(),
      handlingProcuratorate: `${NAME}检察院`,
      charges: [`own:电话${MOBILE}`],
      prosecutor: NAME,
      author: NAME,
    };
    point.db.prepare('UPDATE records SET fields = ? WHERE id = ?').run(JSON.stringify(fields), id);
    const leaving = { recordIds: [id] };
    assert.ok(
      (await found(id)).some(([kind, where]) => kind === 'party-name' && where === 'field'),
    );
    await decideAll(point, leaving, ({ options }) => ({ decision: options[0] ?? 'mask' }));
    const { files } = await draftPack(point, desk, { recordIds: [id], attachmentIds: [] });
    const text = Buffer.concat([...files.values()]).toString();
    assert.doesNotMatch(text, /欧阳知微|13912345678/u);
  });

  it('is found in a workbook: on a hidden sheet, in its name, in remarks and in facts about the file', async () => {
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const cell = (text: string) =>
      `<worksheet ${main}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData><headerFooter><oddHeader>${MOBILE}</oddHeader></headerFooter></worksheet>`;
    const bytes = await zipOf(
      new Map(
        Object.entries({
          '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
          'xl/workbook.xml': `<workbook ${main}><sheets><sheet name="一" sheetId="1"/><sheet name="${NAME}" sheetId="2" state="hidden"/></sheets></workbook>`,
          'xl/worksheets/sheet1.xml': cell('甲'),
          'xl/worksheets/sheet2.xml': cell(`邮箱 lu@example.com`),
          'xl/comments1.xml': `<comments ${main}><authors><author>${NAME}</author></authors><commentList><comment ref="A1"><text><t>身份证11010519491231002X</t></text></comment></commentList></comments>`,
          'docProps/core.xml': `<cp:coreProperties xmlns:cp="p" xmlns:dc="d"><dc:creator>${NAME}</dc:creator></cp:coreProperties>`,
        }).map(([name, xml]) => [name, Buffer.from(xml)]),
      ),
    );
    const id = addRecord(point, { title: '表格案' });
    const all = await found(id, [await attach(id, '表.xlsx', bytes)]);
    for (const one of [
      ['email', 'attachment-text', ''],
      ['mobile', 'attachment-hidden', 'other'],
      ['party-name', 'attachment-hidden', 'other'],
      ['party-name', 'attachment-hidden', 'annotation'],
      ['id-card', 'attachment-hidden', 'annotation'],
      ['party-name', 'attachment-hidden', 'properties'],
      ['attachment-uncleaned', 'attachment', ''],
    ]) {
      assert.ok(
        all.some(([kind, where, part]) => `${kind} ${where} ${part}` === one.join(' ')),
        one.join(' '),
      );
    }
  });

  it('is found in a Word file that cannot be cleaned, where nobody reads', async () => {
    const parts = wordParts({
      body: `${paragraph('正文')}<w:p><w:del w:id="1" w:author="某"><w:r><w:delText>${MOBILE}</w:delText></w:r></w:del></w:p>`,
      comments: `<w:comment w:id="0" w:author="${NAME}"><w:p><w:r><w:t>lu@exam</w:t></w:r><w:r><w:t>ple.com</w:t></w:r></w:p></w:comment>`,
    });
    parts.set('word/vbaProject.bin', Buffer.from('x'));
    const id = addRecord(point, { title: '宏案' });
    const all = await found(id, [await attach(id, '宏.docx', await zipOf(parts))]);
    assert.deepEqual(
      new Set(all.map(([kind, , part]) => `${kind} ${part}`)),
      new Set([
        'mobile other',
        'party-name annotation',
        'email annotation',
        'attachment-uncleaned ',
      ]),
    );
  });

  it('cannot hide in a picture of a file with words: whoever sends it has to have looked', async () => {
    const parts = wordParts({ body: paragraph('见图。') });
    parts.set('word/media/image1.png', drawnPng(200, 100));
    const id = addRecord(point, { title: '图案' });
    const word = await attach(id, '图.docx', await zipOf(parts));
    const plain = await attach(
      id,
      '无图.docx',
      await zipOf(wordParts({ body: paragraph('无图。') })),
    );
    assert.deepEqual(await found(id, [word, plain]), [
      ['attachment-unread', 'attachment', '', '图.docx'],
    ]);
  });

  it('in a PDF is gone, and its remarks wait for a decision; kept, their words are looked through', async () => {
    const id = addRecord(point, { title: '文书案' });
    const file = await attach(id, '文书.pdf', plantedPdf({ remark: `call ${MOBILE}` }));
    const leaving = { recordIds: [id], attachmentIds: [file] };
    assert.deepEqual(await found(id, [file]), [
      ['attachment-remarks', 'attachment', '', '文书.pdf'],
    ]);
    await decideAll(point, leaving, () => ({ decision: 'keep', reason: '接收单位须看批注' }));
    const { findings } = await lookAt(point, leaving);
    assert.deepEqual(
      findings
        .filter(({ decided }) => decided === null)
        .map(({ kind, place }) => [kind, place.part]),
      [['mobile', 'annotation']],
    );
    await decideAll(point, leaving, () => ({ decision: 'keep', reason: '已公布的热线' }));
    const kept = await draftPack(point, desk, leaving);
    const bytesOf = (files: ReadonlyMap<string, Buffer>) =>
      [...files].find(([path]) => path.startsWith('data/attachments/'))?.[1].toString('latin1') ??
      '';
    assert.ok(bytesOf(kept.files).includes(`call ${MOBILE}`));
    assert.equal(bytesOf(kept.files).includes(PLANTED), false);
    assert.deepEqual(
      kept.pack.preflight.decisions.map(({ rule, decision }) => [rule, decision]),
      [
        ['attachment-uncleaned', 'keep'],
        ['mobile', 'keep'],
      ],
    );
  });
});
