import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { listAttachments } from '../../../../electron/store/attachments/list-attachments.ts';
import { attachmentsIn } from '../../../../electron/store/revisions/attachments-in-revisions.ts';
import { attachments } from '../../../../shared/contract/attachments.ts';
import { records, type FullRecord, type RecordId } from '../../../../shared/contract/records.ts';
import { pngOf } from '../../../support/picture-file.ts';
import {
  openTempRecords,
  recordingControl,
  type TempRecords,
} from '../../../support/temp-records.ts';
import { paragraph, run, shownPicture, wordParts, zipOf } from '../../../support/word-file.ts';

let temp: TempRecords;
beforeEach(() => (temp = openTempRecords()));
afterEach(() => temp.close());

const place = (name: string) => path.join(temp.folder, name);

async function take(paths: string[]) {
  const input = records['records.import'].input.parse({ kind: 'typical-case', paths });
  const report = await temp.handlers['records.import'](temp.context, input, recordingControl());
  return records['records.import'].output.parse(report);
}
const get = async (id: RecordId | undefined) =>
  (await temp.handlers['records.get'](temp.context, { id: id as RecordId })) as FullRecord;
const filesOf = (recordId: RecordId) =>
  listAttachments(temp.db, attachments['attachments.list'].input.parse({ recordId })).items;
const count = (table: string) => temp.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

async function wordWithPicture(name: string, picture = pngOf(30, 20)): Promise<string> {
  const parts = wordParts({
    comments: `<w:comment w:id="0" w:author="林某">${paragraph('请核实。')}</w:comment>`,
    body:
      paragraph('林某假冒注册商标案') +
      paragraph('【基本案情】') +
      paragraph(`${run('现场如图。')}${shownPicture}`),
  });
  parts.set('word/media/map.png', picture);
  writeFileSync(place(name), await zipOf(parts));
  return place(name);
}

describe('the pictures of an imported file', () => {
  it('are attached to its record and stand in the text; remarks are attached beside them', async () => {
    const { records: taken, notKept } = await take([await wordWithPicture('a.docx')]);
    const record = await get(taken[0]?.id);
    const files = filesOf(record.id);
    assert.deepEqual(
      new Map(files.map(({ name, mediaType }) => [name, mediaType])),
      new Map([
        ['图1.png', 'image/png'],
        ['批注与修订.txt', 'text/plain'],
      ]),
    );
    const picture = files.find(({ name }) => name === '图1.png');
    assert.equal(picture?.hash, createHash('sha256').update(pngOf(30, 20)).digest('hex'));
    assert.deepEqual([...attachmentsIn(record.document)], [picture?.id]);
    assert.deepEqual(
      notKept.map(({ what, count: times }) => [what, times]),
      [['comment', 1]],
    );
  });

  it('come in once, and not at all with a text that is known or cannot be stored', async () => {
    const file = await wordWithPicture('a.docx');
    await take([file]);
    assert.equal((await take([file])).recognisedAgain, 1);
    assert.deepEqual([count('record_attachments'), count('attachments')], [2, 2]);
    temp.db.exec(
      "CREATE TRIGGER refuse AFTER INSERT ON record_attachments BEGIN SELECT RAISE(ABORT, 'refused'); END",
    );
    const input = records['records.import'].input.parse({ kind: 'precedent', paths: [file] });
    await assert.rejects(
      Promise.resolve(temp.handlers['records.import'](temp.context, input, recordingControl())),
      /refused/,
    );
    assert.deepEqual([count('records'), count('record_attachments')], [1, 2]);
  });

  it('make another text of the same words: nothing new is passed over', async () => {
    await take([await wordWithPicture('a.docx')]);
    const again = await take([await wordWithPicture('b.docx')]);
    const other = await take([await wordWithPicture('c.docx', pngOf(31, 20))]);
    assert.deepEqual([again.recognisedAgain, other.recognisedAgain, other.imported], [1, 0, 1]);
  });

  it('that would burst are left out and counted; the text comes in', async () => {
    const bomb = Buffer.concat([pngOf(30, 20), Buffer.alloc(19 * 1024 * 1024)]);
    const { records: taken, notKept } = await take([await wordWithPicture('a.docx', bomb)]);
    assert.deepEqual(
      new Map(notKept.map(({ what, count: times }) => [what, times])),
      new Map([
        ['comment', 1],
        ['image', 1],
      ]),
    );
    assert.deepEqual([...attachmentsIn((await get(taken[0]?.id)).document)], []);
    assert.match(JSON.stringify((await get(taken[0]?.id)).document), /现场如图。/);
  });

  it('of pages are kept if they lie in them, and never fetched from elsewhere', async () => {
    const data = `data:image/png;base64,${pngOf(30, 20).toString('base64')}`;
    writeFileSync(
      place('a.html'),
      `<h1>林某假冒注册商标案</h1><p>前<img src="${data}">后</p><p><img src="https://pictures.invalid/b.png"></p>`,
    );
    writeFileSync(
      place('b.md'),
      `# 周某某假冒注册商标案\n\n前![图](${data})后\n\n![](http://pictures.invalid/c.png)\n`,
    );
    const report = await take([place('a.html'), place('b.md')]);
    assert.deepEqual(
      report.notKept.map(({ what, names }) => [what, names]),
      [
        ['remote-image', ['https://pictures.invalid/b.png']],
        ['remote-image', ['http://pictures.invalid/c.png']],
      ],
    );
    for (const { id } of report.records) {
      const [file] = filesOf(id);
      assert.equal(file?.name, '图1.png');
      assert.deepEqual([...attachmentsIn((await get(id)).document)], [file?.id]);
    }
  });
});
