import assert from 'node:assert/strict';
import { truncateSync, writeFileSync, symlinkSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { openReader } from '../../../../electron/store/records/import/reader.ts';
import { Skipped } from '../../../../electron/store/records/import/source-text.ts';
import { records } from '../../../../shared/contract/records.ts';
import {
  openTempRecords,
  recordingControl,
  type TempRecords,
} from '../../../support/temp-records.ts';
import { paragraph, wordFile } from '../../../support/word-file.ts';

let temp: TempRecords;
beforeEach(() => (temp = openTempRecords()));
afterEach(() => temp.close());

const place = (name: string) => path.join(temp.folder, name);
async function take(paths: string[]) {
  const input = records['records.import'].input.parse({ kind: 'typical-case', paths });
  return temp.handlers['records.import'](temp.context, input, recordingControl());
}

describe('the limits of an import', () => {
  it('refuses a text of 2 GB without reading it', async () => {
    writeFileSync(place('huge.txt'), '林某案\n');
    truncateSync(place('huge.txt'), 2 * 1024 ** 3);
    // The thread that reads takes time and room of its own.
    writeFileSync(place('small.txt'), '林某案\n正文');
    await take([place('small.txt')]);
    const before = process.memoryUsage().rss;
    const start = performance.now();
    const { skipped } = await take([place('huge.txt')]);
    assert.deepEqual(skipped, [{ file: place('huge.txt'), code: 'file-too-large' }]);
    assert.ok(performance.now() - start < 1000);
    assert.ok(process.memoryUsage().rss - before < 100 * 1024 ** 2);
  });

  it('answers a Word file of 100,000 paragraphs with a code, and takes one of 20,000', async () => {
    const body = (count: number) =>
      paragraph('林某假冒注册商标案') +
      Array.from({ length: count }, (_, at) => paragraph(`第${at}段`)).join('');
    writeFileSync(place('many.docx'), await wordFile({ body: body(100_000) }));
    writeFileSync(place('fair.docx'), await wordFile({ body: body(20_000) }));
    const { imported, skipped } = await take([place('many.docx'), place('fair.docx')]);
    assert.deepEqual(
      [imported, skipped],
      [1, [{ file: place('many.docx'), code: 'file-too-large' }]],
    );
  });

  it('goes on answering while it reads one, stops at once in the middle of it, and reads the next', async () => {
    const body = Array.from({ length: 60_000 }, (_, at) => paragraph(`第${at}段`)).join('');
    writeFileSync(place('large.docx'), await wordFile({ body }));
    writeFileSync(place('small.txt'), '林某案\n正文');
    const input = records['records.import'].input.parse({
      kind: 'typical-case',
      paths: [place('large.docx'), place('small.txt')],
    });
    const control = recordingControl();
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const start = performance.now();
    setTimeout(() => Object.assign(control.signal, { aborted: true }), 150);
    const report = await temp.handlers['records.import'](temp.context, input, control);
    const took = performance.now() - start;
    clearInterval(timer);
    assert.deepEqual([report.imported, report.notReached], [0, 2]);
    assert.ok(took < 2000, `stopped after ${took} ms`);
    assert.ok(longest < 1000, `nothing else for ${longest} ms`);
    assert.equal((await take([place('small.txt')])).imported, 1);
  });

  it('follows no link that leads back up', async () => {
    mkdirSync(place('甲/乙'), { recursive: true });
    writeFileSync(place('甲/乙/a.txt'), '林某案\n正文');
    symlinkSync(place('甲'), place('甲/乙/上'));
    const { imported, skipped } = await take([place('甲')]);
    assert.deepEqual(
      [imported, skipped],
      [1, [{ file: place('甲/乙/上'), code: 'file-unreadable' }]],
    );
  });
});

describe('the thread that reads', () => {
  it('may end for want of memory: that file is too large, and those after it are read by another', async () => {
    const reader = openReader(80);
    // As text of one record it is nothing; as a page of a million elements it is more than so small a thread can hold.
    writeFileSync(place('large.html'), '<p>林某</p>'.repeat(600_000));
    writeFileSync(place('small.txt'), '林某案\n正文');
    const ask = (name: string) =>
      reader.ask('read', { file: place(name), kind: 'precedent', choices: [] });
    const [large, small] = await Promise.allSettled([ask('large.html'), ask('small.txt')]);
    reader.close();
    assert.ok(large.status === 'rejected' && large.reason instanceof Skipped);
    assert.equal(large.reason.code, 'file-too-large');
    assert.equal(small.status === 'fulfilled' && small.value.records.length, 1);
  });
});
