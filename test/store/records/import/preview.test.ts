import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { importsHandlers } from '../../../../electron/store/records/import/handlers.ts';
import { ImportPreview, imports } from '../../../../shared/contract/imports.ts';
import { records, type RecordKind } from '../../../../shared/contract/records.ts';
import { sectionText } from '../../../../shared/document/tree.ts';
import { failsWith } from '../../../support/failure.ts';
import { expectedImports, fixtureFolder } from '../../../support/import-fixtures.ts';
import {
  openTempRecords,
  recordingControl,
  type TempRecords,
} from '../../../support/temp-records.ts';
import { paragraph, wordFile } from '../../../support/word-file.ts';

let temp: TempRecords;
beforeEach(() => (temp = openTempRecords()));
afterEach(() => temp.close());

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(temp.folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

async function preview(paths: string[], control = recordingControl()) {
  const input = imports['records.previewImport'].input.parse({ kind: 'typical-case', paths });
  return ImportPreview.parse(
    await importsHandlers['records.previewImport'](temp.context, input, control),
  );
}
async function take(paths: string[], choices: unknown[] = [], control = recordingControl()) {
  const input = records['records.import'].input.parse({ kind: 'typical-case', paths, choices });
  return temp.handlers['records.import'](temp.context, input, control);
}
const count = () => temp.db.prepare('SELECT count(*) FROM records').pluck().get();
const stored = () =>
  temp.db.prepare('SELECT kind, title FROM records ORDER BY number').raw().all() as string[][];

const story = (name: string) =>
  `${name}假冒注册商标案\n【基本案情】${name}在云汀市望舒区租用仓库，以次充好，将外地茶叶装入岑岭包装袋后向网店批发，非法经营数额一百二十余万元，案发时查获成品三百箱。\n【典型意义】检察机关通过提前介入引导侦查，查清上下游链条，推动行业规范经营。\n`;

describe('the preview of an import', () => {
  it('guesses the kind of every untidy file, keeps what is asked for where cases are alike, and writes nothing', async () => {
    const { candidates, skipped } = await preview([fixtureFolder]);
    const cases: readonly RecordKind[] = ['typical-case', 'guiding-case-nomination', 'precedent'];
    for (const { file, kind, title } of expectedImports) {
      if (file === 'no-headings.txt') continue;
      const found = candidates.find((one) => path.basename(one.file) === file);
      assert.equal(found?.title, title);
      assert.ok(
        found?.kind === kind || (cases.includes(kind) && found?.kind === 'typical-case'),
        file,
      );
    }
    assert.deepEqual([skipped, count()], [[], 0]);
  });

  it('is what the import then takes, with the kinds that were chosen', async () => {
    const files = [
      write('a.txt', story('林某')),
      write('b.txt', story('周某某').slice(0, 90)),
      write('c.txt', '漏掉案\n正文'),
    ];
    const { candidates } = await preview(files);
    const kinds = ['precedent', 'good-practice', null];
    const choices = candidates.map(({ file, part, hash }, index) => ({
      file,
      part,
      hash,
      kind: kinds[index],
    }));
    const report = await take(files, choices);
    assert.deepEqual([report.imported, report.skipped], [2, []]);
    assert.deepEqual(stored(), [
      ['precedent', '林某假冒注册商标案'],
      ['good-practice', '周某某假冒注册商标案'],
    ]);
  });

  it('knows what is there already, and offers what much resembles it or has its number', async () => {
    await take([
      write('a.txt', story('林某')),
      write('n.txt', '甲案\n案号：（2024）岚0102刑初218号\n正文甲。'),
    ]);
    const { candidates } = await preview([
      write('same.txt', story('林某')),
      write('changed.txt', story('林某').replace('三百箱', '三百二十箱')),
      write('number.txt', '乙案\n案号：(2024)岚0102刑初218号\n全然不同的文字。'),
      write('other.txt', '何某甲侵犯著作权案\n【基本案情】有声读物网站未经许可传播作品。'),
      write('other-2.txt', '何某甲侵犯著作权案\n【基本案情】有声读物网站未经许可传播作品。。'),
    ]);
    assert.deepEqual(
      candidates.map(({ isKnown, near }) => [
        isKnown,
        near?.because,
        near?.title,
        near?.id === null,
      ]),
      [
        [true, undefined, undefined, false],
        [false, 'text', '林某假冒注册商标案', false],
        [false, 'case-number', '甲案', false],
        [false, undefined, undefined, false],
        [false, 'text', '何某甲侵犯著作权案', true],
      ],
    );
  });

  it('names the encoding and the parts', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(story('林某'), 'utf16le')]);
    const { candidates } = await preview([write('a.txt', utf16)]);
    const [only] = candidates;
    assert.deepEqual([only?.encoding, only?.sections], ['utf-16le', ['基本案情', '典型意义']]);
  });

  it('reports its phases and stops when asked to', async () => {
    await take([write('a.txt', story('林某'))]);
    const control = recordingControl(({ phase }, cancel) => phase === 'reading' && cancel());
    await assert.rejects(preview([temp.folder], control), failsWith('cancelled'));
    assert.deepEqual(
      [...new Set(control.reports.map(({ phase }) => phase))],
      ['collecting', 'comparing', 'reading'],
    );
  });
});

describe('an import after its preview', () => {
  it('refuses a file that has changed meanwhile, and reports one that is gone', async () => {
    const files = [
      write('甲/a.txt', story('林某')),
      write('甲/b.txt', story('周某某')),
      write('c.txt', story('何某甲')),
    ];
    const { candidates } = await preview([path.join(temp.folder, '甲'), files[2] ?? '']);
    appendFileSync(files[2] ?? '', '添一句。');
    rmSync(path.join(temp.folder, '甲'), { recursive: true });
    const report = await take([path.join(temp.folder, '甲'), files[2] ?? ''], candidates);
    assert.deepEqual(report.skipped, [
      { file: path.join(temp.folder, '甲'), code: 'file-unreadable' },
      { file: files[2], code: 'file-changed' },
    ]);
    assert.equal(count(), 0);
  });

  it('reports each file of a folder that vanishes half-way and keeps what it has', async () => {
    for (let index = 0; index < 300; index += 1) write(`甲/${index}.txt`, story(`林某${index}`));
    const control = recordingControl(({ done, phase }) => {
      if (phase === 'reading' && done > 0)
        rmSync(path.join(temp.folder, '甲'), { recursive: true, force: true });
    });
    const { imported, skipped } = await take([path.join(temp.folder, '甲')], [], control);
    assert.ok(imported > 0 && skipped.length > 0);
    assert.deepEqual([imported + skipped.length, count()], [300, imported]);
    assert.ok(skipped.every(({ code }) => code === 'file-unreadable'));
  });

  it('that was stopped goes on where it was: a thousand files in two runs', async () => {
    for (let index = 0; index < 1000; index += 1)
      write(`甲/${index}.txt`, `林某${index}案\n【基本案情】第${index}件。`);
    const control = recordingControl(({ done }, cancel) => done >= 400 && cancel());
    const stopped = await take([temp.folder], [], control);
    assert.ok(stopped.imported >= 400 && stopped.imported < 600);
    assert.deepEqual([stopped.notReached, count()], [1000 - stopped.imported, stopped.imported]);
    const { candidates } = await preview([temp.folder]);
    assert.equal(candidates.filter(({ isKnown }) => isKnown).length, stopped.imported);
    const report = await take([temp.folder]);
    assert.deepEqual(
      [report.imported, report.recognisedAgain, count()],
      [stopped.notReached, stopped.imported, 1000],
    );
  });
});

describe('a file of several records', () => {
  it('splits a batch, gives its notice a record, and loses no word', async () => {
    const notice = '关于印发知识产权检察典型案例的通知\n各市人民检察院：\n现将两件案例印发。\n';
    const text = `${notice}案例一\n${story('林某')}案例二\n${story('周某某')}`;
    const { imported } = await take([write('batch.txt', text)]);
    assert.equal(imported, 3);
    assert.deepEqual(
      stored().map(([, title]) => title),
      ['关于印发知识产权检察典型案例的通知', '林某假冒注册商标案', '周某某假冒注册商标案'],
    );
  });

  it('takes a list row by row, columns by their names, unknown ones as parts of their own', async () => {
    const csv =
      '\ufeff序号,案件名称,案号,关键词,基本案情,承办人意见\r\n1,林某案,（2024）岚0102刑初218号,商标；茶叶,"以次充好，\n分装销售",同意\r\n2,周某某案,,,,"含""引号"""\r\n';
    const { imported, records: taken } = await take([write('list.csv', csv)]);
    assert.equal(imported, 2);
    const record = temp.handlers['records.get'](temp.context, { id: taken[0]?.id as never }) as {
      title: string;
      keywords: string[];
      caseNumbers: string[];
      document: { sections: Parameters<typeof sectionText>[0][] };
    };
    assert.deepEqual(
      [record.title, record.keywords, record.caseNumbers],
      ['林某案', ['商标', '茶叶'], ['（2024）岚0102刑初218号']],
    );
    assert.deepEqual(
      record.document.sections
        .filter((section) => sectionText(section) !== '')
        .map((section) => [section.id, section.heading, sectionText(section)]),
      [
        ['other-1', '序号', '1'],
        ['facts', '基本案情', '以次充好，\n分装销售'],
        ['other-2', '承办人意见', '同意'],
      ],
    );
  });

  it('knows English columns, semicolons, tabs and GB 18030', async () => {
    const gb = Buffer.from(
      'b0b8bcfec3fbb3c63bbbf9b1beb0b8c7e90ac1d6c4b3b0b83bd2d4b4ceb3e4bac30a',
      'hex',
    );
    const files = [
      write('a.csv', 'Title\tKeywords\tFacts\nLin case\ttea,mark\tSold as better.\n'),
      write('b.csv', gb),
    ];
    const { candidates } = await preview(files);
    assert.deepEqual(
      candidates.map(({ title, sections, encoding }) => [title, sections, encoding]),
      [
        ['Lin case', ['Facts'], 'utf-8'],
        ['林某案', ['基本案情'], 'gb18030'],
      ],
    );
  });

  it('is taken whole or not at all', async () => {
    temp.db.exec(
      "CREATE TRIGGER refuse AFTER INSERT ON search_entries WHEN NEW.record = 2 BEGIN SELECT RAISE(ABORT, 'refused'); END",
    );
    await assert.rejects(take([write('list.csv', '标题,关键词\n甲案,a\n乙案,b\n')]), /refused/);
    assert.equal(count(), 0);
  });

  it('is empty, damaged or too large as other files are', async () => {
    const { skipped } = await take([
      write('head.csv', '标题,关键词\n'),
      write('open.csv', '标题,关键词\n"甲案,a\n'),
      write('many.csv', `标题\n${'甲案\n'.repeat(10_001)}`),
    ]);
    assert.deepEqual(
      skipped.map(({ code }) => code),
      ['file-empty', 'file-damaged', 'file-too-large'],
    );
  });
});

describe('what must not come in, or cannot', () => {
  it('refuses the whole file that bears the marking of a state secret, wherever it stands', async () => {
    const files = [
      write('a.txt', `机密★10年\n${story('林某')}`),
      write('b.md', `${story('周某某')}\n\n附：秘密★长期\n`),
      write('c.html', '<p>机密</p><p>林某案</p>'),
      write('d.csv', '标题,密级\n甲案,公开\n乙案,机密\n'),
      write('e.docx', await wordFile({ header: paragraph('绝密'), body: paragraph('何某甲案') })),
      write('f.docx', await wordFile({ body: paragraph('秘密★1年') + paragraph('何某甲案') })),
      write(
        'g.docx',
        await wordFile({
          comments: `<w:comment w:id="0">${paragraph('此处应标机密★20年')}</w:comment>`,
          body: paragraph('何某甲案') + paragraph('正文'),
        }),
      ),
    ];
    const { imported, skipped } = await take(files);
    assert.deepEqual(
      [imported, skipped],
      [0, files.map((file) => ({ file, code: 'file-state-secret' }))],
    );
  });

  it('takes texts about trade secrets', async () => {
    const files = [
      write('a.txt', '商业秘密\n周某某侵犯商业秘密案\n公司机密被带走，其中的机密文件三份。'),
      write(
        'b.docx',
        await wordFile({
          header: paragraph('工作秘密'),
          body: paragraph('何某甲案') + paragraph('绝密配方'),
        }),
      ),
    ];
    assert.equal((await take(files)).imported, 2);
  });

  it('names older Word and WPS files and protected ones for what they are', async () => {
    const container = (stream: string) =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(512),
        Buffer.from(stream, 'utf16le'),
        Buffer.alloc(512),
      ]);
    const { skipped } = await take([
      write('a.doc', 'x'),
      write('b.WPS', 'x'),
      write('c.docx', container('WordDocument')),
      write('d.docx', container('EncryptedPackage')),
    ]);
    assert.deepEqual(
      skipped.map(({ code }) => code),
      ['file-old-word', 'file-old-word', 'file-old-word', 'file-protected'],
    );
  });
});
