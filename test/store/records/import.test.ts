import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { JobControl } from '../../../shared/contract/define.ts';
import {
  records,
  type FullRecord,
  type RecordId,
  type RecordKind,
} from '../../../shared/contract/records.ts';
import { sectionText } from '../../../shared/document/tree.ts';
import { search } from '../../../shared/contract/search.ts';
import { find } from '../../../electron/store/search/find.ts';
import { unpackWord } from '../../../electron/store/records/import/unpack-word.ts';
import { expectedImports, fixtureFolder } from '../../support/import-fixtures.ts';
import { openTempRecords, recordingControl, type TempRecords } from '../../support/temp-records.ts';

const caseText = '林某假冒注册商标案\n【基本案情】林某以次充好。\n【典型意义】以案促治。\n';
let temp: TempRecords;
beforeEach(() => (temp = openTempRecords()));
afterEach(() => temp.close());

const place = (...names: string[]) => path.join(temp.folder, ...names);

function write(name: string, content: string | Uint8Array): string {
  mkdirSync(path.dirname(place(name)), { recursive: true });
  writeFileSync(place(name), content);
  return place(name);
}

async function take(
  paths: string[],
  kind: RecordKind = 'typical-case',
  control: JobControl = recordingControl(),
) {
  const input = records['records.import'].input.parse({ kind, paths });
  const report = await temp.handlers['records.import'](temp.context, input, control);
  return records['records.import'].output.parse(report);
}
const get = async (id: RecordId | undefined) =>
  (await temp.handlers['records.get'](temp.context, { id: id as RecordId })) as FullRecord;
const count = () => temp.db.prepare('SELECT count(*) FROM records').pluck().get();

describe('importing the untidy files', () => {
  for (const expected of expectedImports) {
    it(`reads ${expected.file} as an officer would`, async () => {
      const file = path.join(fixtureFolder, expected.file);
      const { imported, skipped, records: taken } = await take([file], expected.kind);
      assert.deepEqual([imported, skipped], [1, []]);
      const record = await get(taken[0]?.id);
      const { title, keywords, caseNumbers, kind, sourceName } = record;
      const parts = record.document.sections
        .filter((section) => sectionText(section) !== '')
        .map(({ id, heading }) => [id, heading]);
      assert.deepEqual({ file: sourceName, kind, title, keywords, caseNumbers, parts }, expected);
    });

    it(`loses no word of ${expected.file}`, async () => {
      const file = path.join(fixtureFolder, expected.file);
      const { records: taken } = await take([file], expected.kind);
      const kept = [...wordsOf(textOf(await get(taken[0]?.id)))];
      for (const word of wordsOf(await sourceOf(file))) {
        assert.ok(
          kept.some((other) => other.includes(word)),
          word,
        );
      }
    });
  }

  it('finds them all by search at once', async () => {
    await take([fixtureFolder], 'precedent');
    const input = search['search.find'].input.parse({ query: '产地编码', limit: 500 });
    assert.equal(find(temp.db, input).total, 4);
  });
});

/** Everything of a record that can be read. */
function textOf(record: FullRecord): string {
  const { sections } = record.document;
  const texts = sections.map((section) => `${section.heading}\n${sectionText(section)}`);
  return [record.title, ...record.keywords, ...record.caseNumbers, ...texts].join('\n');
}

/** Runs of Han characters of four and more: labels and markup fall away, whole phrases stay. */
function wordsOf(text: string): Set<string> {
  const plain = text.replaceAll(
    /案例一|【典型案例】|第.部分|【?关[ ]*键[ ]*词】?|案例名称|<w:delText>[^<]*/gu,
    '\n',
  );
  return new Set(plain.match(/[\p{Script=Han}]{4,}/gu) ?? []);
}

async function sourceOf(file: string): Promise<string> {
  if (!file.endsWith('.docx')) return readFileSync(file, 'utf8');
  const parts = await unpackWord(readFileSync(file));
  return ['word/document.xml', 'word/footnotes.xml']
    .map((name) => parts.get(name)?.toString('utf8') ?? '')
    .join('')
    .replaceAll(/<\/w:(?:p|tc)>|<w:br\/>/g, '\n')
    .replaceAll(/<w:delText>[^<]*<\/w:delText>|<w:rt>.*?<\/w:rt>|<[^>]+>/g, '');
}

describe('a text file', () => {
  it('is skipped when it is no text', async () => {
    const big5 = Buffer.from(
      'aa4cacfdb0b2ab5faa60a555b0d3bcd0aed7a5bbaed7a4a4c0cbb9eebef7c3f6',
      'hex',
    );
    const files = [
      write('binary.txt', Buffer.from('林某案\n\0\0')),
      write(
        'random.txt',
        Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * at * 31 + at * 7) % 256)),
      ),
      write('cut.md', Buffer.from(caseText).subarray(0, 10)),
      write('big5.txt', big5),
      write('latin.txt', Buffer.from('d\xe9j\xe0 vu, na\xefve, fa\xe7ade, \xfcber', 'latin1')),
      write('picture.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
      write(
        'half.txt',
        Buffer.concat([Buffer.from('\ufeff林某案\n', 'utf16le'), Buffer.from([0x41])]),
      ),
    ];
    const { imported, skipped } = await take(files);
    assert.equal(imported, 0);
    assert.deepEqual(
      skipped,
      files.map((file) => ({ file, code: 'file-not-text' })),
    );
  });

  it('may have a byte order mark and any line ends', async () => {
    const files = ['\n', '\r\n', '\r'].map((end, index) =>
      write(
        `${index}.txt`,
        `\ufeff${caseText.replaceAll('林某', `林某${index}`).replaceAll('\n', end)}`,
      ),
    );
    const { records: taken } = await take(files);
    for (const { id } of taken) {
      const { document } = await get(id);
      assert.deepEqual(
        document.sections.slice(0, 2).map((section) => section.id),
        ['facts', 'significance'],
      );
    }
    assert.equal(taken.length, 3);
  });

  it('is skipped when there is nothing in it', async () => {
    const files = [
      write('zero.txt', ''),
      write('blank.txt', ' 　\n\ufeff\n'),
      write('blank.md', '\n---\n'),
    ];
    const { skipped } = await take(files);
    assert.deepEqual(
      skipped.map(({ code }) => code),
      ['file-empty', 'file-empty', 'file-empty'],
    );
  });

  it('is skipped when it is too large to be a record', async () => {
    const huge = write('huge.txt', 'x');
    truncateSync(huge, 50 * 1024 * 1024 + 1);
    const long = write('long.txt', `长篇案\n${'文字'.repeat(2_600_000)}`);
    const { skipped } = await take([huge, long]);
    assert.deepEqual(
      skipped.map(({ code }) => code),
      ['file-too-large', 'file-too-large'],
    );
  });

  it('without a title is called after its file, unless that says nothing', async () => {
    const { records: taken, skipped } = await take([
      write('回访记录.txt', '基本案情\n只有正文。'),
      write('——.txt', '基本案情\n也只有正文。'),
    ]);
    assert.deepEqual(
      taken.map(({ title }) => title),
      ['回访记录'],
    );
    assert.deepEqual(skipped, [{ file: place('——.txt'), code: 'file-has-no-title' }]);
  });
});

describe('a markdown file', () => {
  it('keeps tables, lists and bold, and HTML as the text it was', async () => {
    const source =
      '# 林某案\n\n## 基本案情\n\n甲**乙**<script>alert(1)</script>\n\n- 一项\n  1. 子项\n\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n\n<div>整块</div>\n\n见[判决](https://example.invalid)![图](a.png)\n';
    const { records: taken, notKept } = await take([write('a.md', source)], 'precedent');
    const { document } = await get(taken[0]?.id);
    assert.deepEqual(document.sections[0]?.blocks, [
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: '甲' },
          { type: 'text', text: '乙', bold: true },
          { type: 'text', text: '<script>alert(1)</script>' },
        ],
      },
      {
        type: 'list',
        ordered: false,
        items: [
          { depth: 0, children: [{ type: 'text', text: '一项' }] },
          { depth: 1, children: [{ type: 'text', text: '子项' }] },
        ],
      },
      {
        type: 'table',
        rows: [
          ['甲', '乙'].map((text) => ({
            header: true,
            children: [{ type: 'paragraph', children: [{ type: 'text', text }] }],
          })),
          ['1', '2'].map((text) => ({
            children: [{ type: 'paragraph', children: [{ type: 'text', text }] }],
          })),
        ],
      },
      { type: 'paragraph', children: [{ type: 'text', text: '<div>整块</div>' }] },
      { type: 'paragraph', children: [{ type: 'text', text: '见判决图' }] },
    ]);
    assert.deepEqual(
      notKept.map(({ what, count: times }) => [what, times]),
      [
        ['link', 1],
        ['remote-image', 1],
      ],
    );
  });
});

describe('choosing files', () => {
  it('walks folders, passes over hidden files and reports what it cannot read', async () => {
    write('甲/一.txt', caseText);
    write('甲/乙/二.md', caseText.replaceAll('林某', '周某某'));
    write('甲/表.xlsx', 'x');
    write('甲/.隐藏.txt', caseText);
    write('甲/~$一.docx', 'x');
    write('甲/.git/三.txt', caseText);
    symlinkSync(place('甲'), place('甲', '回环'));
    symlinkSync(place('甲', '一.txt'), place('甲', '链接.txt'));
    const { imported, skipped } = await take([
      place('甲'),
      place('甲', '一.txt'),
      place('没有.txt'),
    ]);
    assert.equal(imported, 2);
    assert.deepEqual(skipped, [
      { file: place('甲', '回环'), code: 'file-unreadable' },
      { file: place('甲', '表.xlsx'), code: 'file-kind-unknown' },
      { file: place('甲', '链接.txt'), code: 'file-unreadable' },
      { file: place('没有.txt'), code: 'file-unreadable' },
    ]);
  });

  it('does not wait for a pipe', { skip: process.platform === 'win32' }, async () => {
    execFileSync('mkfifo', [place('管道.txt')]);
    assert.deepEqual((await take([place('管道.txt')])).skipped, [
      { file: place('管道.txt'), code: 'file-unreadable' },
    ]);
  });

  it('takes names of 255 bytes and stores decomposed names composed', async () => {
    const longest = `${'案'.repeat(83)}ab.txt`;
    assert.equal(Buffer.byteLength(longest), 255);
    const decomposed = 'cafe\u0301.txt';
    const { records: taken } = await take([
      write(longest, caseText),
      write(decomposed, caseText.replaceAll('林某', '周某某')),
    ]);
    const names = await Promise.all(taken.map(async ({ id }) => (await get(id)).sourceName));
    assert.deepEqual(names, [longest, 'caf\u00e9.txt']);
  });

  it('knows the ending in capitals', async () => {
    assert.equal((await take([write('A.TXT', caseText)])).imported, 1);
  });
});

describe('a text that is already there', () => {
  it('is recognised in another layout and format, but not under another kind or when a word differs', async () => {
    assert.equal((await take([write('a.txt', caseText)])).imported, 1);
    const again = [
      write('b.txt', caseText),
      write('c.txt', `\ufeff\n　　${caseText.replaceAll('\n', '\r\n\r\n　　')}`),
      write('d.md', caseText.replaceAll('\n', '\n\n')),
      write('e.txt', caseText.replaceAll('【', '［').replaceAll('】', '］')),
    ];
    const report = await take(again);
    assert.deepEqual([report.imported, report.recognisedAgain, report.records], [0, 4, []]);
    assert.equal((await take([place('a.txt')], 'precedent')).imported, 1);
    assert.equal(
      (await take([write('f.txt', caseText.replace('以次充好', '以假充真'))])).imported,
      1,
    );
  });

  it('is taken again when the first lies in the trash', async () => {
    const { records: taken } = await take([write('a.txt', caseText)]);
    await temp.handlers['records.trash'](temp.context, { ids: taken.map(({ id }) => id) });
    assert.equal((await take([place('a.txt')])).imported, 1);
  });
});

describe('a long import', () => {
  const files = () =>
    Array.from({ length: 5 }, (_, index) =>
      write(`${index}.txt`, caseText.replaceAll('林某', `林某${index}`)),
    );

  it('reports how far it is', async () => {
    const control = recordingControl();
    await take(files(), 'typical-case', control);
    assert.deepEqual(control.reports[0], { done: 0, total: 0, phase: 'collecting' });
    assert.deepEqual(control.reports.at(-1), { done: 5, total: 5, phase: 'reading' });
  });

  it('stops between files when asked to, and says what it took and what it did not reach', async () => {
    write('坏.docx', 'x');
    for (let index = 0; index < 200; index += 1)
      write(`甲/${index}.txt`, caseText.replaceAll('林某', `林某${index}`));
    const control = recordingControl(({ done }, cancel) => done > 0 && cancel());
    const report = await take([place('坏.docx'), place('甲')], 'typical-case', control);
    const { imported, skipped, notReached, records: taken } = report;
    assert.equal(count(), imported);
    assert.equal(taken.length, imported);
    assert.equal(imported + skipped.length + notReached, 201);
    assert.ok(notReached > 100, 'most were not reached');
    assert.deepEqual(skipped, [{ file: place('坏.docx'), code: 'file-damaged' }]);
  });

  it('that is stopped before it begins has reached nothing', async () => {
    const control = recordingControl((_, cancel) => cancel());
    const { imported, skipped } = await take(files(), 'typical-case', control);
    assert.deepEqual([imported, skipped, count()], [0, [], 0]);
  });

  it('gives way while somebody waits for an answer, and gets on however much is asked', async () => {
    let looks = 0;
    const asked = { ...recordingControl(), isAsked: () => (looks += 1) < 20 };
    assert.equal((await take(files().slice(0, 1), 'typical-case', asked)).imported, 1);
    assert.equal(looks, 20);
    const always = { ...recordingControl(), isAsked: () => true };
    assert.equal((await take(files().slice(1, 3), 'typical-case', always)).imported, 2);
  });

  it('calls done only what is on the disk', async () => {
    const seen: [number, unknown][] = [];
    for (let index = 0; index < 100; index += 1)
      write(`甲/${index}.txt`, caseText.replaceAll('林某', `林某${index}`));
    const control = recordingControl(({ done }) => {
      seen.push([done, temp.db.inTransaction ? 'not yet' : count()]);
    });
    await take([place('甲')], 'typical-case', control);
    assert.ok(seen.length > 3, 'in steps');
    for (const [done, stored] of seen) assert.equal(stored, done);
  });

  it('keeps whole files only: a file that cannot be stored leaves nothing behind', async () => {
    temp.db.exec(
      "CREATE TRIGGER refuse AFTER INSERT ON search_entries WHEN NEW.record = 3 BEGIN SELECT RAISE(ABORT, 'refused'); END",
    );
    await assert.rejects(take(files()), /refused/);
    assert.equal(count(), 2);
  });

  it('goes on after a file it had to skip', async () => {
    copyFileSync(path.join(fixtureFolder, 'mixed-brackets.txt'), place('好.txt'));
    const report = await take([write('坏.docx', 'x'), place('好.txt')]);
    assert.deepEqual(
      [report.imported, report.skipped],
      [1, [{ file: place('坏.docx'), code: 'file-damaged' }]],
    );
  });
});
