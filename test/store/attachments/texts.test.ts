import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { attachmentsHandlers } from '../../../electron/store/attachments/handlers.ts';
import { collectReleased } from '../../../electron/store/attachments/collect-released.ts';
import { isIndexComplete } from '../../../electron/store/search/completeness.ts';
import { searchHandlers } from '../../../electron/store/search/handlers.ts';
import { readTexts } from '../../../electron/store/attachments/text/read-texts.ts';
import type { AttachmentHit, TextState } from '../../../shared/contract/attachments.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { failsWith } from '../../support/failure.ts';
import { noise, openTempAttachments } from '../../support/temp-attachments.ts';
import { recordingControl } from '../../support/temp-records.ts';
import { paragraph, run, wordFile, zipOf } from '../../support/word-file.ts';
import { writeLockedPdf, writePdf, writePdfBomb } from '../../support/write-pdf.ts';

const LINES = '送检包装与注册商标相同\n销售金额（2022）岚0603民再67号';

describe('the text of attachments', () => {
  const store = openTempAttachments();
  let record: RecordId;
  before(() => {
    record = store.create();
  });
  after(() => store.close());

  const readAll = (control = recordingControl()) =>
    attachmentsHandlers['attachments.readTexts'](store.context, {}, control);
  const waiting = () =>
    (attachmentsHandlers['attachments.textState'](store.context, {}) as { waiting: number })
      .waiting;
  const search = async (query: string) =>
    attachmentsHandlers['attachments.search'](store.context, {
      query,
      kinds: [],
      offset: 0,
      limit: 50,
    });
  const found = async (query: string) =>
    (await search(query)).hits.map(({ attachment, page }): [string, number | null] => [
      attachment.name,
      page,
    ]);
  const plainly = ({ snippet }: AttachmentHit) =>
    snippet.map(({ text, isHit }) => (isHit ? `‹${text}›` : text)).join('');
  const stateOf = (name: string): [TextState | undefined, number | undefined] => {
    const one = store.list(record).find((attachment) => attachment.name === name);
    return [one?.textState, one?.blankPages];
  };

  it('is read from every kind of file, once, and found with its page', async () => {
    const sheet = (rows: string) =>
      `<worksheet xmlns="x"><sheetData>${rows}</sheetData></worksheet>`;
    const files: Record<string, Buffer | string> = {
      '鉴定.pdf': writePdf(['封面', '', `第三页\n${LINES}`]),
      '笔录.docx': await wordFile({ body: paragraph(run(LINES.replace('\n', ' '))) }),
      '流水.xlsx': await zipOf(
        new Map([
          ['xl/worksheets/sheet2.xml', Buffer.from(sheet('<row><c><v>31</v></c></row>'))],
          [
            'xl/worksheets/sheet1.xml',
            Buffer.from(
              sheet('<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>丙</t></is></c></row>'),
            ),
          ],
          [
            'xl/sharedStrings.xml',
            Buffer.from(
              `<sst><si><r><t>送检包装与</t></r><r><t>注册商标</t></r><rPh><t>zhuce</t></rPh></si></sst>`,
            ),
          ],
        ]),
      ),
      '网页.html': `<p>${LINES}</p><script>脚本里的字</script>`,
      '清单.csv': Buffer.from(`﻿甲,${LINES}`),
      '说明.txt': LINES,
    };
    for (const [name, bytes] of Object.entries(files)) {
      await store.attach(record, store.file(name, bytes));
    }
    assert.equal(waiting(), 6);
    const control = recordingControl();
    assert.deepEqual(await readAll(control), { read: 6 });
    assert.ok(
      control.reports.every(({ phase, total }) => phase === 'reading-texts' && total === 6),
    );
    assert.equal(waiting(), 0);
    const everywhere = new Map<string, number | null>([
      ['流水.xlsx', null],
      ['清单.csv', null],
      ['笔录.docx', null],
      ['网页.html', null],
      ['说明.txt', null],
      ['鉴定.pdf', 3],
    ]);
    assert.deepEqual(new Map(await found('注册商标')), everywhere);
    assert.deepEqual(await found('脚本里的字'), []);
    assert.deepEqual(await found('zhuce'), []);
    assert.deepEqual(await found('(2022)岚0603民再67'), await found('岚0603民再67号'));
    assert.deepEqual(stateOf('鉴定.pdf'), ['text', 1]);
    assert.deepEqual(await readAll(), { read: 0 });
  });

  it('is shown around the words; every word must be somewhere in the file, a phrase on one page', async () => {
    const { hits } = await search('封面 注册商标');
    assert.deepEqual(
      hits.map(({ attachment }) => attachment.name),
      ['鉴定.pdf'],
    );
    const [hit] = (await search('第三页 送检')).hits;
    assert.ok(hit);
    assert.equal(plainly(hit), '‹第三页› ‹送检›包装与注册商标相同 销售金额（2022）岚0603民再67号');
    assert.deepEqual(await found('封面第三页'), []);
    assert.deepEqual(await found('注册商标 -封面').then((all) => all.length), 5);
    assert.deepEqual(await found('标题:注册商标'), []);
  });

  it('that cannot be had is said, in one word', async () => {
    const files: [string, Buffer | string, TextState][] = [
      ['扫描.pdf', writePdf(['', '']), 'no-text'],
      ['上锁.pdf', writeLockedPdf(), 'locked'],
      ['残缺.pdf', '%PDF-1.7\nnothing', 'damaged'],
      ['炸弹.pdf', writePdfBomb(300 * 1024 ** 2), 'too-large'],
      ['坏.docx', 'PK\u0003\u0004nothing', 'damaged'],
      ['空.txt', '', 'no-text'],
      ['照片.bin', noise(100), 'not-read'],
    ];
    for (const [name, bytes] of files) await store.attach(record, store.file(name, bytes));
    await readAll();
    assert.deepEqual(
      files.map(([name]) => [name, stateOf(name)[0]]),
      files.map(([name, , state]) => [name, state]),
    );
    assert.equal(waiting(), 0);
  });

  it('is found under each record that has the file, and no longer once it was removed, or its record', async () => {
    const other = store.create('typical-case', '折枝文化传媒有限公司著作权纠纷监督案');
    const attachment = await store.attach(other, store.file('说明.txt', LINES));
    const names = async () =>
      (await search('销售金额')).hits
        .filter(({ attachment: { name } }) => name === '说明.txt')
        .map(({ recordTitle }) => recordTitle);
    assert.equal((await names()).length, 2);
    await store.handlers['records.trash'](store.context, { ids: [other] });
    assert.equal((await names()).length, 1);
    await store.handlers['records.restore'](store.context, { ids: [other] });
    await attachmentsHandlers['attachments.remove'](store.context, { ids: [attachment.id] });
    assert.equal((await names()).length, 1);
  });

  it('is found again after the index was emptied and made anew', async () => {
    const before = await found('送检');
    assert.ok(before.length > 0);
    store.db.exec("INSERT INTO attachment_index (attachment_index) VALUES ('delete-all')");
    assert.deepEqual(await found('送检'), []);
    const stopping = recordingControl((_, cancel) => cancel());
    const rebuild = searchHandlers['search.rebuild'];
    await assert.rejects(rebuild(store.context, {}, stopping), failsWith('cancelled'));
    assert.equal(isIndexComplete(store.db), false);
    await rebuild(store.context, {}, recordingControl());
    assert.equal(isIndexComplete(store.db), true);
    assert.deepEqual(await found('送检'), before);
  });

  it('goes from table and index with the last attachment that had it', async () => {
    const { id, hash } = await store.attach(record, store.file('秘密.txt', '只此一处的词'));
    await readAll();
    assert.equal((await found('只此一处')).length, 1);
    await attachmentsHandlers['attachments.remove'](store.context, { ids: [id] });
    await attachmentsHandlers['attachments.purge'](store.context, { ids: [id] });
    await collectReleased(store.db);
    const rows = store.db.prepare('SELECT count(*) FROM attachment_pages WHERE hash = ?').pluck();
    assert.equal(rows.get(hash), 0);
    const entries = store.db.prepare('SELECT count(*) FROM attachment_index_docsize').pluck();
    const pages = store.db.prepare('SELECT count(*) FROM attachment_pages').pluck();
    assert.equal(entries.get(), pages.get());
  });

  it('stops when asked to, keeps what was read, and goes on with the rest the next time', async () => {
    for (const number of [1, 2, 3]) {
      await store.attach(record, store.file(`稿${String(number)}.txt`, `第${String(number)}稿`));
    }
    const control = recordingControl(({ done }, cancel) => {
      if (done === 2) cancel();
    });
    await assert.rejects(readAll(control), failsWith('cancelled'));
    assert.equal(waiting(), 1);
    assert.deepEqual(await readAll(), { read: 1 });
  });

  it('of a file that nobody gets through in time is given up, and the next is read', async () => {
    await store.attach(record, store.file('慢.txt', '慢'));
    const states: TextState[] = ['too-large'];
    const slow = {
      read: async () => {
        await turn();
        return { state: states[0] ?? 'damaged', pages: [], blankPages: 0 };
      },
      leave: () => Promise.reject(new Error('nobody asks')),
      close: () => undefined,
    };
    await readTexts(store.db, recordingControl(), slow);
    assert.deepEqual(stateOf('慢.txt'), ['too-large', 0]);
  });
});
