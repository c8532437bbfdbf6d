import assert from 'node:assert/strict';
import { truncateSync, writeFileSync, symlinkSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
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
